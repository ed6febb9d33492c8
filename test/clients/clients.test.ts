import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { linesBelow, useRecords } from "../e2e/developers-room.ts";
import { useReadersNewsroom } from "../e2e/stage.ts";
import { CLIENTS, pythonWithPandas } from "./folder.ts";

const FOLDER = resolve(CLIENTS);

/** What the ledger has of the question that all these lines ask. */
const ROWS = [
  { label: "2021", value: 615, qualifier: "exact" },
  { label: "2022", value: 1001, qualifier: "exact" },
  { label: "2023", value: 5096, qualifier: "exact" },
];

const put = (name: string, text: string) => writeFileSync(`${FOLDER}/${name}`, text);
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: FOLDER, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
/** A tool of the folder's own, with the Node that runs these tests. */
const tool = (name: string, ...args: string[]) =>
  run(process.execPath, `${FOLDER}/node_modules/${name}`, ...args);
const printed = (text: string): unknown => JSON.parse(text.trimEnd().split("\n").at(-1)!);

const CHECK = ["--noEmit", "--strict", "--skipLibCheck", "--target", "esnext", "--module", "nodenext"];

/** Type-checks lines of TypeScript, runs them, and gives their `rows`. */
function rowsOf(name: string, lines: string, origin: string): unknown {
  const program = lines.replace(/(^import .*\n)+/, (imports) => `${imports}const HOST = "${origin}";\n`);
  put(name, `${program}console.log(JSON.stringify(rows));\n`);
  tool("typescript/bin/tsc", ...CHECK, "--allowImportingTsExtensions", name);
  return printed(run(process.execPath, name));
}

const records = useRecords();
const ledger = useReadersNewsroom();

describe.each([
  ["generated records", records],
  ["the real ledger", ledger],
] as const)("the guide's lines against %s", (_, room) => {
  beforeEach(() => {
    for (const name of ["desertion-stats.ts", "desertion-stats.d.ts", "desertion-stats.js"])
      rmSync(`${FOLDER}/${name}`, { force: true });
  });

  it("work with openapi-fetch, typed", () => {
    const { origin } = room;
    tool("openapi-typescript/bin/cli.js", `${origin}/v1/openapi.json`, "-o", "desertion-stats.d.ts");
    const [lines = ""] = linesBelow("### openapi-fetch", "ts");
    expect(rowsOf("fetch.ts", lines, origin)).toEqual(ROWS);
  });

  it("work with orval, typed", () => {
    const { origin } = room;
    const [config = ""] = linesBelow("### orval", "js");
    put("orval.config.mjs", `const HOST = "${origin}";\n${config}`);
    tool("orval/dist/bin/orval.mjs", "--config", "orval.config.mjs");
    const [lines = ""] = linesBelow("### orval", "ts");
    expect(rowsOf("asked.ts", lines.replace("desertion-stats.js", "desertion-stats.ts"), origin)).toEqual(
      ROWS,
    );
  });

  it("work with DuckDB, which reads here what was fetched: its extension isn't at npm", async () => {
    const [lines = ""] = linesBelow("### DuckDB", "sql");
    const address = /'(HOST[^']*)'/.exec(lines)![1]!;
    put("series.csv", await (await fetch(address.replace("HOST", room.origin))).text());
    const query = lines.replace(/^INSTALL .*\n/, "").replace(address, "series.csv");
    put(
      "duck.mjs",
      `import { DuckDBInstance } from "@duckdb/node-api";
const connection = await (await DuckDBInstance.create()).connect();
const reader = await connection.runAndReadAll(${JSON.stringify(query)});
console.log(JSON.stringify(reader.getRowObjectsJson()));`,
    );
    const rows = printed(run(process.execPath, "duck.mjs")) as { label: unknown; value: unknown }[];
    expect(rows.map((row) => ({ ...row, label: String(row.label), value: Number(row.value) }))).toEqual(ROWS);
  });

  it("work with pandas", () => {
    const [lines = ""] = linesBelow("### pandas", "python");
    put("series.py", `HOST = "${room.origin}"\n${lines}`);
    expect(printed(run(pythonWithPandas()!, "series.py"))).toEqual(ROWS);
  });
});
