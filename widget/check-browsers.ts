import { globSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { OLDEST } from "./oldest-browsers.ts";
import { youngInterfaces } from "./young-interfaces.ts";

/** Fails where the element or the history uses what the oldest supported browsers lack, and says where. */
const here = fileURLToPath(new URL(".", import.meta.url));
const files = globSync("{stats,history}/**/*.ts", { cwd: here }).map((file) => resolve(here, file));
const young = youngInterfaces(resolve(here, "tsconfig.json"), files);
for (const { place, name, lacking } of young) console.error(`${place}: ${lacking.join(", ")} lack ${name}.`);
if (young.length > 0) process.exitCode = 1;
else
  console.log(`${files.length} files use nothing younger than ${Object.entries(OLDEST).flat().join(" ")}.`);
