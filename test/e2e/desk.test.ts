import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CasesDiff } from "../../worker/contract/changes.ts";
import type { EditionBody } from "../../worker/contract/editions.ts";
import type { Batch } from "../../worker/contract/imports.ts";
import type { Objection } from "../../worker/contract/objection.ts";
import type { SeriesBody } from "../../worker/contract/series.ts";
import { weekIndex, weekNameOf } from "../../worker/domain/week-index.ts";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { desk } from "./desk-command.ts";
import { useNewsroom } from "./stage.ts";

const ON = "2025-06-30";
const TRUTH = { seed: 5, cases: 2_500, from: "2024-01-01", until: ON, dirt: [], vanishedShare: 0 };

const folder = mkdtempSync(join(tmpdir(), "desertion-stats-desk-"));
const file = (name: string) => join(folder, name);
/** Its readers are told of an edition at once, and not half a minute later. */
const server = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");

beforeAll(async () => {
  writeDump(folder, "desk", snapshot(generateTruth(TRUTH), ON));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

/** Convictions under 337 or 338 of each week, counted from the generator's truth, not from any file. */
function trueWeeks(): Record<string, number> {
  const weeks: Record<string, number> = {};
  for (const { records } of snapshot(generateTruth(TRUTH), ON)) {
    for (const { outcome, decided_on, articles } of records) {
      if (outcome !== "convicted" || !articles.some((article) => /^33[78](\.|$)/.test(article))) continue;
      const week = weekNameOf(weekIndex(decided_on!));
      weeks[week] = (weeks[week] ?? 0) + 1;
    }
  }
  return weeks;
}

async function get<Body>(path: string): Promise<Body> {
  return (await fetch(`${server.origin}${path}`)).json() as Promise<Body>;
}

const countsIn = ({ points }: SeriesBody) =>
  Object.fromEntries(points.flatMap(({ label, value }) => (value ? [[label, value]] : [])));

/** What readers are told of an edition that is out, by its name. */
async function toldOf(edition: string): Promise<Record<string, number>> {
  return countsIn(await get<SeriesBody>(`/v1/series?offence=desertion&as-of=${edition}`));
}

/** What readers are told who name no edition: it takes a moment until they are told of a new one. */
async function toldNow(edition: string): Promise<Record<string, number>> {
  for (let tries = 0; tries < 400; tries++) {
    const body = await get<SeriesBody>("/v1/series?offence=desertion");
    if (body.edition.id === edition) return countsIn(body);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Readers weren't told of edition ${edition}.`);
}

/** The first import of records makes the headline another one, which is meant. */
const FIRST = ["--override", "The first import of records"];
const published = (stdout: string) => /Published edition (\S+?)[.]? ?(?:with|$)/m.exec(stdout)?.[1] ?? stdout;
const json = <Body>(stdout: string) => JSON.parse(stdout) as Body;
interface CheckAnswer {
  files: {
    file: string;
    format: string;
    rows: number;
    cases: number;
    rejected: { line: number; column: string }[];
  }[];
  changes: CasesDiff["changes"];
  guard: Objection[];
}

describe("a desk's day", () => {
  let first: string;
  let second: string;

  it("checks a file: what it holds, what it would change; nothing is written", async () => {
    const text = await desk(server, "check", file("desk.csv"));
    expect(text).toMatchObject({ code: 0, stderr: "" });
    expect(text.stdout).toMatch(/desk\.csv: desk-csv, (\d+) rows, \1 accepted, 0 rejected/);
    expect(text.stdout).toMatch(/│ 2025-W\d\d +│ (?:cases_received|convictions) +│/);
    // The ledger's number would become one of records: that is for a person to say.
    expect(text.stdout).toMatch(/The headline: about.198 – .*published figures\n +→ +/);
    expect(text.stdout).toContain("The headline that readers see would change its evidence");

    const { files, changes, guard } = json<CheckAnswer>(
      (await desk(server, "check", "--json", file("desk.csv"))).stdout,
    );
    expect(files).toMatchObject([{ file: "desk.csv", format: "desk-csv", rejected: [] }]);
    const convictions = changes.filter(
      ({ type }) => type.unit === "convictions" && type.offence === "desertion",
    );
    expect(Object.fromEntries(convictions.map(({ week, after }) => [week, after]))).toEqual(trueWeeks());
    expect(guard.map(({ code }) => code)).toEqual(["headline-changes"]);
    expect((await get<{ evidence: string }>("/v1/editions")).evidence).toBeUndefined();
    expect((await get<{ editions: object[] }>("/v1/editions")).editions).toHaveLength(1);
  });

  it("prints the normalised cases, and needs no server for it", async () => {
    const nowhere = { ...server, port: 9, state: file("nothing") };
    const { stdout, code } = await desk(nowhere, "check", "--cases", file("desk.csv"));
    const cases = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(cases).toHaveLength(readFileSync(file("desk.csv"), "utf8").trim().split("\n").length - 1);
    expect(Object.keys(cases[0])).toEqual(
      expect.arrayContaining([
        "case_uid",
        "court_code",
        "case_number",
        "defendant",
        "articles",
        "received_on",
        "outcome",
      ]),
    );
  });

  it("stages it for review; readers see nothing of it", async () => {
    const { stdout, code } = await desk(server, "stage", file("desk.csv"));
    expect(code).toBe(0);
    expect(stdout).toMatch(/Staged as batch [0-9a-f]{16}/);
    expect((await get<{ editions: object[] }>("/v1/editions")).editions).toHaveLength(1);
  });

  it("publishes it, and readers are told what is true", async () => {
    const staged = json<{ batch: Batch }>((await desk(server, "stage", "--json", file("desk.csv"))).stdout);
    const { stdout, code } = await desk(
      server,
      "publish",
      staged.batch.id,
      "--note",
      "First import",
      ...FIRST,
    );
    expect(code).toBe(0);
    first = published(stdout);
    expect(await toldNow(first)).toEqual(trueWeeks());
    const again = await desk(server, "publish", staged.batch.id);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain(`published as edition ${first}`);
  });

  it("says that the same file changes nothing", async () => {
    const checked = await desk(server, "check", file("desk.csv"));
    expect(checked.stdout).toMatch(
      /0 new, 0 changed, 0 vanished, \d+ unchanged\.\nNo weekly count would change\./,
    );
    const again = await desk(server, "publish", file("desk.csv"));
    expect(again.code).toBe(1);
    expect(again.stderr).toContain("Nothing would change");
  });

  it("says the same of its own export", async () => {
    const { stdout } = await desk(server, "export");
    writeFileSync(file("export.csv"), stdout);
    const checked = await desk(server, "check", file("export.csv"));
    expect(checked.stdout).toMatch(/0 new, 0 changed, 0 vanished, \d+ unchanged/);
  });

  it("adds nothing when a scraper's dumps of the same cases come in", async () => {
    for (const format of ["scraper-ndjson", "scraper-csv"] as const) {
      const [dump] = writeDump(folder, format, snapshot(generateTruth(TRUTH), ON));
      const { stdout } = await desk(server, "check", "--json", "--partial", dump!.path);
      const { changes } = json<CheckAnswer>(stdout);
      expect(changes.filter(({ before, after }) => after > before)).toEqual([]);
    }
  });

  it("corrects a row", async () => {
    const rows = readFileSync(file("desk.csv"), "utf8").trim().split("\n");
    const place = rows.findIndex((row) =>
      /,337\.\d,\d{4}-\d\d-\d\d,2024-0[6-9]-\d\d,convicted,unknown/.test(row),
    );
    const right = rows[place]!.replace(",convicted,unknown,", ",convicted,suspended,");
    writeFileSync(file("correction.csv"), `${rows[0]}\n${right}\n`);
    const checked = await desk(server, "check", file("correction.csv"));
    expect(checked.stdout).toContain("0 new, 1 changed, 0 vanished");
    const { stdout } = await desk(
      server,
      "publish",
      file("correction.csv"),
      "--note",
      "A sentence, by its text",
    );
    second = published(stdout);
    expect(await toldOf(second)).toEqual(trueWeeks());
  });

  it("is stopped by the check where records are missing, and goes on with a reason", async () => {
    const rows = readFileSync(file("desk.csv"), "utf8").trim().split("\n");
    writeFileSync(file("short.csv"), `${rows.filter((_, index) => index % 50 !== 7).join("\n")}\n`);
    const stopped = await desk(server, "publish", file("short.csv"));
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toMatch(/known records .* aren't in the import.*--override/s);
    const forced = await desk(
      server,
      "publish",
      file("short.csv"),
      "--override",
      "The courts' sites were down",
    );
    expect(await toldOf(published(forced.stdout))).toEqual(trueWeeks());
  });

  it("takes an edition back, twice over", async () => {
    const back = await desk(server, "revert", first, "--note", "The correction was wrong");
    expect(back.code).toBe(0);
    const suspended = async (edition: string) => {
      const { points } = await get<SeriesBody>(
        `/v1/series?offence=desertion&sentence=suspended&as-of=${edition}`,
      );
      return points.reduce((sum, { value }) => sum + (value ?? 0), 0);
    };
    const before = await suspended(published(back.stdout));
    expect(before).toBe((await suspended(second)) - 1);
    const forth = await desk(server, "revert", second, "--note", "It was right after all");
    expect(await suspended(published(forth.stdout))).toBe(before + 1);
    const needsReason = await desk(server, "revert", first);
    expect(needsReason.code).toBe(1);
    expect(needsReason.stderr).toContain("--note");
  });

  it("adds a note to an edition, which stays as it is", async () => {
    const before = await get<EditionBody>(`/v1/editions/${second}`);
    const text = "The court has since said why these records came late.";
    const { code, stdout, stderr } = await desk(server, "add", second, text);
    expect(code, stderr).toBe(0);
    expect(stdout).toBe(`Added to edition ${second}.\n`);
    expect(await get<EditionBody>(`/v1/editions/${second}`)).toEqual(before);
    const { additions } = await get<{ additions: object[] }>(`/v1/editions/${second}/additions`);
    expect(additions).toMatchObject([{ by: expect.stringMatching(/^(desk|admin)$/), text }]);
    const refused = await desk(server, "add", "2020-01-01.1", text);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("no edition 2020-01-01.1");
  });

  it("imports a new ledger the same way", async () => {
    const ledger = readFileSync("worker/data/published-figures.csv", "utf8");
    writeFileSync(file("ledger.csv"), ledger.replace(/^(f066,.*),848,/m, "$1,850,"));
    const checked = await desk(server, "check", file("ledger.csv"));
    expect(checked.stdout).toMatch(/│ f066 +│ .*│ 848 +│ 850 +│ changed +│ value +│/);
    const { code } = await desk(server, "publish", file("ledger.csv"));
    expect(code).toBe(0);
  });
});

describe("a file with bad rows", () => {
  const bad = (rows: readonly string[]) => {
    const header = readFileSync(file("desk.csv"), "utf8").split("\n", 1);
    writeFileSync(file("bad.csv"), `${[header, ...rows].join("\n")}\n`);
    return file("bad.csv");
  };
  const GOOD = "75GV0001-01-2023-000901-20,75GV0001,1-901/2023,1,337.5,2023-03-01,2023-04-05,convicted,,,,,,";
  const EXCEL = ",75GV0001,01/04/2023,1,337.5,2023-03-01,2023-04-05,convicted,,,,,,";

  it("is told by line, column, value and what was expected, with exit code 1; nothing is staged", async () => {
    const path = bad([GOOD, EXCEL]);
    const checked = await desk(server, "check", "--json", path);
    expect(checked.code).toBe(1);
    expect(json<CheckAnswer>(checked.stdout).files[0]?.rejected).toEqual([
      {
        line: 3,
        column: "case_number",
        value: "01/04/2023",
        expected: expect.stringContaining("spreadsheet"),
      },
    ]);
    const staged = await desk(server, "stage", path);
    expect(staged.code).toBe(1);
    expect(staged.stderr).toContain("--skip-bad-rows");
  });

  it("goes on without them when told to, and keeps them beside it", async () => {
    const path = bad([GOOD, EXCEL]);
    const { code, stdout, stderr } = await desk(server, "stage", "--skip-bad-rows", path);
    expect(code).toBe(0);
    expect(stdout).toContain("1 new, 0 changed");
    expect(stderr).toContain("bad.rejected.csv");
    expect(readFileSync(file("bad.rejected.csv"), "utf8")).toContain("01/04/2023");
  });

  it("that can't be recognised, or isn't there, says so", async () => {
    writeFileSync(file("letter.txt"), "Dear desk,\nhere are the records.\n");
    const unknown = await desk(server, "stage", file("letter.txt"));
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain("the desk's own CSV");
    const missing = await desk(server, "check", file("nothing.csv"));
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain("can't be opened");
  });
});

describe("tokens", () => {
  it("are made, listed, used within their role and revoked", async () => {
    const made = json<{ id: string; secret: string }>(
      (
        await desk(
          server,
          "token",
          "create",
          "--label",
          "studio",
          "--role",
          "editor",
          "--days",
          "7",
          "--json",
        )
      ).stdout,
    );
    const listed = await desk(server, "token", "list");
    expect(listed.stdout).toContain(`${made.id}  editor  studio`);
    expect(listed.stdout).not.toContain(made.secret);
    const refused = await desk(server, "export", "--token", made.secret);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("needs the role desk or admin; the token has editor");
    expect((await desk(server, "token", "revoke", made.id)).code).toBe(0);
    const gone = await desk(server, "export", "--token", made.secret);
    expect(gone.stderr).toContain("unknown, expired or revoked");
  });

  it("are never sent in the open", async () => {
    const { code, stderr } = await desk(
      server,
      "token",
      "list",
      "--url",
      "http://stats.example",
      "--token",
      "ds_x",
    );
    expect(code).toBe(1);
    expect(stderr).toContain("isn't https");
  });
});
