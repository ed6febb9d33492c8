import { env } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CourtCase } from "../../worker/contract/court-case.ts";
import { type Newsroom, openBatch, table } from "./desk-room.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

/** A name of nobody. */
const NAME = "Канарейкин Кенар Кенович";
const TRACE = /канарейк|кенар|kanareykin|kenar|(?<!\p{L})кн(?!\p{L})/iu;

let room: Newsroom;
const logged: unknown[][] = [];
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  for (const level of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => void logged.push(words));
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  logged.length = 0;
});

/** All that is kept or said anywhere: every table, every value in KV, the log. */
async function kept(): Promise<string> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
  ).all<{ name: string }>();
  const tables = await Promise.all(results.map(({ name }) => table(name)));
  const { keys } = await env.EDITIONS.list();
  const values = await Promise.all(keys.map(({ name }) => env.EDITIONS.get(name)));
  return JSON.stringify([tables, keys, values, logged.map((words) => words.map(String))]);
}

/** A case with a name in every place where JSON has one: each field, an unknown field, a name for a field. */
function spoiltCases(): object[] {
  const good = convicted();
  const fields = Object.keys(CourtCase.shape) as (keyof CourtCase)[];
  return [
    ...fields.map((field) => ({ ...good, [field]: NAME })),
    ...fields.map((field) => ({ ...good, [field]: [NAME] })),
    { ...good, source_url: `https://gvs.sudrf.ru/modules.php?U1_DEFENDANT__NAMESS=${NAME.slice(0, 10)}` },
    { ...good, source_url: `https://gvs.sudrf.ru/${encodeURIComponent(NAME)}` },
    { ...good, case_number: "1-5/2024 Канарейкин" },
    ...["Кн-5/2024", "1Кн-5/2024", "1-Кн-5/2024", "1-5/2024Кн"].map((case_number) => ({
      ...good,
      case_number,
    })),
    ...["kanareykin-kenar/", "modules.php?kanareykin=1", "modules.php?name=kanareykin"].map((rest) => ({
      ...good,
      source_url: `https://gvs.cht.sudrf.ru/${rest}`,
    })),
    ...["kanareykin.sudrf.ru", "kanareykin.example.org"].map((host) => ({
      ...good,
      source_url: `https://${host}/`,
    })),
    { ...good, names: NAME },
    { ...good, judge: NAME },
    { ...good, [NAME]: 1 },
    { ...good, received_on: { [NAME]: NAME } },
  ];
}

describe("a case with a person's name in it", () => {
  it("is refused wherever the name stands, without repeating it, and leaves no trace", async () => {
    const { id } = await openBatch(room, [[convicted()]]);
    for (const one of spoiltCases()) {
      const part = await room.ask("PUT", `/v1/imports/${id}/parts/0`, { cases: [one] });
      const checked = await room.ask("POST", "/v1/imports/check/cases?first=2025-01-01&last=2025-12-31", {
        cases: [one],
      });
      expect([part.status, checked.status]).toEqual([422, 422]);
      expect(JSON.stringify([part, checked])).not.toMatch(TRACE);
    }
    expect(await kept()).not.toMatch(TRACE);
  });

  it("is told by its place in the part", async () => {
    const { id } = await openBatch(room, [[convicted()]]);
    const body = { cases: [convicted(), { ...convicted(), outcome: NAME }, { ...convicted(), names: NAME }] };
    const refused = await room.ask<{ errors: { parameter: string }[] }>(
      "PUT",
      `/v1/imports/${id}/parts/0`,
      body,
    );
    expect(refused.body.errors.map(({ parameter }) => parameter)).toEqual(["cases.1.outcome", "cases.2"]);
  });
});

describe("anything else with a person's name in it", () => {
  it("is refused without repeating it", async () => {
    const { id } = await openBatch(room, [[convicted()]]);
    const answers = [
      await room.ask("POST", "/v1/imports", { kind: NAME, [NAME]: NAME }),
      await room.ask("PUT", `/v1/imports/${id}/parts/0`, NAME),
      await room.ask("PUT", `/v1/imports/${id}/parts/0`, { figures: [{ ...LEDGER[0], id: NAME }] }),
      await room.ask("POST", "/v1/imports/check", { mode: NAME, courts: [NAME], diff: { [NAME]: 1 } }),
      await room.ask("POST", `/v1/imports/${id}/publish`, { [NAME]: NAME }),
      await room.ask("POST", "/v1/imports/revert", { edition: NAME, note: 7 }),
      await room.ask("POST", "/v1/tokens", { label: NAME }),
    ];
    for (const { status } of answers) expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(answers)).not.toMatch(TRACE);
    expect(await kept()).not.toMatch(TRACE);
  });
});

describe("the store", () => {
  it("has no column for a name", async () => {
    const { results } = await env.DB.prepare(
      `SELECT source.name AS source, field.name AS field FROM sqlite_master AS source, pragma_table_info(source.name) AS field
       WHERE source.type = 'table' AND source.name IN ('case_version', 'case_alias', 'batch_case', 'batch_court')`,
    ).all<{ source: string; field: string }>();
    expect(results.length).toBeGreaterThan(40);
    expect(results.filter(({ field }) => /name|judge|accused|person|side|text/.test(field))).toEqual([]);
  });
});
