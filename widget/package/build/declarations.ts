import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { z } from "zod";
import * as common from "../../../worker/contract/common.ts";
import * as problem from "../../../worker/contract/problem.ts";
import * as summary from "../../../worker/contract/summary.ts";
import { declarationsOf, type JsonSchema } from "./schema-type.ts";

const TSC = "node_modules/typescript/bin/tsc";
const ENTRIES = ["widget/package/src/index.d.ts"];

/** Where a folder of the repository lies in the package. */
const PLACES: readonly [folder: string, place: string][] = [
  ["widget/package/src/", ""],
  ["widget/stats/", "stats/"],
  ["worker/contract/", "contract/"],
];

/** Modules of schemas that the element's types may reach. */
const SCHEMAS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "worker/contract/common.ts": common,
  "worker/contract/problem.ts": problem,
  "worker/contract/summary.ts": summary,
};

/** The names that a declaration takes from a module: `import type { A, B } from "./c.ts"`. */
const IMPORTS = /(?:import|export) (?:type )?(?:(\{[^}]*\}|\*) from )?"(\.[^"]+)\.ts"/g;

/**
 * Writes the declarations of the package's entries and of all that they reach, and no others. The service's answers
 * are Zod schemas in this repository; in the package they are plain types, so that it doesn't need Zod.
 */
export function writeDeclarations(out: string): void {
  const compiled = mkdtempSync(join(tmpdir(), "desertion-stats-types-"));
  try {
    execFileSync(process.execPath, [TSC, "-p", "widget/package", "--outDir", compiled], { encoding: "utf8" });
    const { written, asked } = reach(compiled);
    for (const [path, names] of asked) written.set(path, answerTypes(path, names));
    for (const [path, text] of written) {
      const file = join(out, placeOf(path));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  } finally {
    rmSync(compiled, { recursive: true, force: true });
  }
}

/** From the entries on: the declarations to write, and which names are asked of modules of schemas. */
function reach(compiled: string) {
  const written = new Map<string, string>();
  const asked = new Map<string, Set<string>>();
  const open = [...ENTRIES];
  for (const path of open) {
    if (written.has(path)) continue;
    const text = readFileSync(join(compiled, path), "utf8");
    const relocated = text.replace(IMPORTS, (statement, names: string | undefined, target: string) => {
      const found = `${posix.join(posix.dirname(path), target)}.d.ts`;
      if (holdsSchemas(join(compiled, found))) ask(asked, found, names ?? "");
      else open.push(found);
      return statement.replace(`${target}.ts`, relocate(path, found));
    });
    const lost = /"\.[^"]*\.ts"/.exec(relocated);
    if (lost) throw new Error(`${path} reaches ${lost[0]} in a way that the package can't follow.`);
    written.set(path, relocated);
  }
  return { written, asked };
}

function ask(asked: Map<string, Set<string>>, path: string, names: string): void {
  const known = asked.get(path) ?? new Set();
  for (const name of names.match(/\w+(?= as )|\w+/g) ?? []) known.add(name);
  asked.set(path, known);
}

function holdsSchemas(file: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8").includes('from "zod"');
}

/** The types that a module of schemas infers, written out from the schemas themselves. */
function answerTypes(path: string, names: ReadonlySet<string>): string {
  const source = path.replace(/\.d\.ts$/, ".ts");
  const types = new Map<string, string>();
  for (const name of names) {
    const schema = SCHEMAS[source]?.[name];
    if (!(schema instanceof z.ZodType))
      throw new Error(`SCHEMAS has no ${name} of ${source}; add that module.`);
    for (const [id, text] of declarationsOf(name, z.toJSONSchema(schema) as JsonSchema)) types.set(id, text);
  }
  return [...types.values()].join("\n");
}

function placeOf(path: string): string {
  const [folder, place] = PLACES.find(([folder]) => path.startsWith(folder)) ?? [];
  if (folder === undefined) throw new Error(`The package's types reach ${path}, which has no place in it.`);
  return path.replace(folder, place ?? "");
}

/** The import of one declaration by another, as the package lays them out. */
function relocate(from: string, to: string): string {
  const way = posix.relative(posix.dirname(placeOf(from)), placeOf(to)).replace(/\.d\.ts$/, ".js");
  return way.startsWith(".") ? way : `./${way}`;
}
