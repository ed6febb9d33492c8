/** `npm run package`: the element for bundlers, as `npm publish dist/package` sends it. */

import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeDeclarations } from "./declarations.ts";
import { attributeTypes, customElementsManifest } from "./manifest.ts";
import { writeScripts } from "./scripts.ts";

const OUT = process.argv[2] ?? "dist/package";
const SOURCE = "widget/package";

const json = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
const write = (name: string, text: string) => writeFileSync(join(OUT, name), text);
const writeJson = (name: string, body: unknown) => write(name, `${JSON.stringify(body, null, 2)}\n`);

const packages = await writeScripts(OUT);
writeDeclarations(OUT);

const manifest = customElementsManifest(readFileSync("widget/stats/desertion-stats.ts", "utf8"));
writeJson("custom-elements.json", manifest);
const element = manifest.modules[0]?.declarations?.[0];
const attributes = element && "attributes" in element ? (element.attributes ?? []) : [];
write("attributes.d.ts", attributeTypes(attributes));
copyFileSync(join(SOURCE, "src/react.d.ts"), join(OUT, "react.d.ts"));

const project = json("package.json");
const ranges = project.dependencies as Record<string, string>;
const dependencies = Object.fromEntries(packages.map((name) => [name, ranges[name]]));
writeJson("package.json", { version: project.version, ...json(join(SOURCE, "package.json")), dependencies });
copyFileSync(join(SOURCE, "README.md"), join(OUT, "README.md"));
copyFileSync("LICENSE", join(OUT, "LICENSE"));
console.log(`The package is in ${OUT}: npm publish ${OUT}`);
