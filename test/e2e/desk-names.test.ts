import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { desk, type Run } from "./desk-command.ts";
import { useNewsroom } from "./stage.ts";

/** Names of nobody: one for each place in which a dump has a person. */
const [ACCUSED, JUDGE, SIDE, IN_TEXT] = [
  "Канарейкин К.К.",
  "Щеглов Щ.Щ.",
  "Снегирёв С.С.",
  "Свиристелев",
] as const;
const TRACE = /канарейк|щегло|снегир|свиристел|%d0%9a%d0%b0%d0%bd%d0%b0/i;

const ON = "2025-06-30";
const folder = mkdtempSync(join(tmpdir(), "desertion-stats-names-"));
const dumps: string[] = [];
const server = useNewsroom();

beforeAll(async () => {
  // With all kinds of dirt, so that there are bad rows.
  const truth = generateTruth({ seed: 4, cases: 1_500, from: "2024-06-01", until: ON, dirtRate: 0.02 });
  for (const format of ["scraper-ndjson", "scraper-csv", "parser"] as const) {
    const written = writeDump(join(folder, format), format, snapshot(truth, ON));
    for (const { path } of written) writeFileSync(path, withNames(readFileSync(path, "utf8")));
    dumps.push(...written.slice(0, 40).map(({ path }) => path));
  }
  dumps.push(deskFile());
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

function withNames(text: string): string {
  return text
    .replaceAll(/ОБЕЗЛИЧЕНО \d+/g, ACCUSED)
    .replaceAll(/СУДЬЯ \d+/g, JUDGE)
    .replaceAll(/СТОРОНА \d+/g, SIDE)
    .replaceAll("военнослужащий войсковой части", `военнослужащий ${IN_TEXT} войсковой части`);
}

/** The desk's own rows, with a name by mistake in each column in turn. */
function deskFile(): string {
  const [dump] = writeDump(join(folder, "desk"), "desk", snapshot(generateTruth({ seed: 4, cases: 60 }), ON));
  const [header, ...rows] = readFileSync(dump!.path, "utf8").trim().split("\n");
  const spoilt = rows.slice(0, 28).map((row, index) => {
    const cells = row.split(",");
    return cells
      .with(index % cells.length, index < 14 ? ACCUSED : `${cells[index % cells.length]} ${ACCUSED}`)
      .join(",");
  });
  writeFileSync(dump!.path, `${[header, ...spoilt, ...rows.slice(28), `${ACCUSED},"${JUDGE}`].join("\n")}\n`);
  return dump!.path;
}

/** Every file below a folder. */
function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}

/** Files that hold a trace, read as they stand on disk. */
function tracesIn(paths: readonly string[]): string[] {
  return paths.filter((path) => TRACE.test(readFileSync(path, "utf8")));
}

describe("names in every place where dumps have them", () => {
  const runs: Run[] = [];
  const run = async (...args: string[]) => {
    runs.push(await desk(server, ...args));
    return runs.at(-1)!;
  };

  it("are there to be found in the dumps", () => {
    expect(tracesIn(dumps).length).toBeGreaterThan(10);
    for (const name of [ACCUSED, JUDGE, SIDE, IN_TEXT]) {
      expect(
        dumps.some((path) => readFileSync(path, "utf8").includes(name)),
        name,
      ).toBe(true);
    }
  });

  it("leave no trace in what the command prints or writes, nor in the server's log and storage", async () => {
    expect((await run("check", ...dumps)).code).toBe(1);
    const { stdout } = await run("check", "--json", ...dumps);
    const files = (JSON.parse(stdout) as { files: { rejected: object[] }[] }).files;
    expect(files.flatMap(({ rejected }) => rejected).length).toBeGreaterThan(40);
    await run("check", "--cases", ...dumps);
    await run("stage", ...dumps);
    const staged = await run("stage", "--skip-bad-rows", ...dumps);
    expect(staged.code).toBe(0);
    const meant = ["--override", "The first import of records"];
    const published = await run(
      "publish",
      "--skip-bad-rows",
      "--note",
      "For the test of names",
      ...meant,
      ...dumps,
    );
    expect(published.code).toBe(0);
    await run("export");
    await run("revert", "2020-01-01.1", "--note", "There is no such edition");

    expect(JSON.stringify(runs)).not.toMatch(TRACE);
    const rejected = filesIn(folder).filter((path) => path.endsWith(".rejected.csv"));
    expect(rejected.length).toBeGreaterThan(2);
    expect(tracesIn(rejected)).toEqual([]);
    expect(server.log()).not.toMatch(TRACE);
    const stored = filesIn(server.state);
    expect(stored.filter((path) => path.endsWith(".sqlite")).length).toBeGreaterThan(1);
    expect(tracesIn(stored)).toEqual([]);
  });

  it("leave no trace in what anyone is answered", async () => {
    const token = readFileSync(join(server.state, "desk-token"), "utf8").trim();
    const { editions } = (await (await fetch(`${server.origin}/v1/editions`)).json()) as {
      editions: { id: string }[];
    };
    const paths = [
      ...editions.map(({ id }) => `/v1/editions/${id}`),
      ...[
        "/v1/editions",
        "/v1/summary",
        "/v1/series?by=court",
        "/v1/series.csv?by=article",
        "/v1/corrections",
      ],
      ...["/v1/figures", "/v1/imports", "/v1/imports/export", "/v1/tokens"],
    ];
    for (const path of paths) {
      const headers =
        path.startsWith("/v1/imports") || path === "/v1/tokens" ? { Authorization: `Bearer ${token}` } : {};
      const answer = await fetch(`${server.origin}${path}`, { headers });
      expect(answer.status, path).toBe(200);
      expect(await answer.text(), path).not.toMatch(TRACE);
    }
  });
});
