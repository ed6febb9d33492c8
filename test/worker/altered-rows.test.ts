import {
  createExecutionContext,
  createScheduledController,
  env,
  waitOnExecutionContext,
} from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import worker from "../../worker/index.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

let room: Awaited<ReturnType<typeof openNewsroom>>;
let log: ReturnType<typeof vi.spyOn>;
beforeEach(async () => {
  log = vi.spyOn(console, "error").mockImplementation(() => {});
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
});
afterEach(() => void vi.restoreAllMocks());

interface Told {
  edition: { id: string; stale: boolean };
  headline: object;
}
const told = () => room.json<Told>("/v1/summary");
const logged = () => log.mock.calls.flat().join("\n");

async function runSchedule(): Promise<void> {
  const context = createExecutionContext();
  await worker.scheduled(createScheduledController(), env, context);
  await Promise.allSettled([waitOnExecutionContext(context)]);
}

/** A hand in the database: a change that the rows' own rules have nothing against. */
async function change(sql: string): Promise<void> {
  const { meta } = await env.DB.prepare(sql).run();
  expect(meta.changes).toBeGreaterThan(0);
}

/** Each column of a figure with another value that it could have, and rows that come, go and change places. */
const LEDGERS: readonly [string, string, string][] = [
  ["a value", "value = 848 - value", "position 41"],
  ["an id", "id = 'f999'", "position 41"],
  ["a unit", "unit = CASE unit WHEN 'convictions' THEN 'cases' ELSE 'convictions' END", "position 41"],
  ["articles", "articles = '332'", "position 41"],
  ["a region", "region = 'RU-MOW'", "position 41"],
  ["a service", "service = 'contract'", "position 41"],
  ["a series", "series = 'another'", "position 41"],
  ["a start", "period_start = date(period_start, '-1 day')", "position 41"],
  ["an end", "period_end = date(period_end, '-1 day')", "position 41"],
  ["a kind", "kind = CASE kind WHEN 'total' THEN 'per_week' ELSE 'total' END", "position 41"],
  ["a qualifier", "qualifier = CASE qualifier WHEN 'about' THEN 'exact' ELSE 'about' END", "position 41"],
  ["a publisher", "publisher = 'Another'", "position 41"],
  ["a day of publication", "published_on = '2024-01-01'", "position 41"],
  ["an address", "source_url = 'https://example.org/another'", "position 41"],
  ["a note", "note = 'Another'", "position 41"],
];

async function isRefused(where: string): Promise<void> {
  const batch = await room.stageCases([convicted()]);
  const good = await told();
  const asked = [
    await room.ask("GET", `/v1/imports/${batch}`),
    await room.ask("GET", "/v1/imports/ledger"),
    await room.publish(batch, "All the same, as a test"),
  ];
  const detail = expect.stringMatching(new RegExp(`^Ledger [0-9a-f]+, ${where}, row: .*Import the whole`));
  for (const answer of asked) {
    expect(answer).toMatchObject({ status: 409, body: { type: "/docs#data-spoilt", detail } });
  }
  await runSchedule();
  room.restart();
  expect(await told()).toEqual(good);

  // Nor is the edition that has a number built again with another one.
  await env.EDITIONS.delete(`edition/${good.edition.id}`);
  await runSchedule();
  expect(await env.EDITIONS.get(`edition/${good.edition.id}`)).toBeNull();
  expect(logged()).toMatch(/"edition-unbuildable".*row: the figure that was imported/);

  const anew = LEDGER.map((figure, index) => (index === 0 ? { ...figure, note: "Anew" } : figure));
  expect((await room.publishFigures(anew)).status).toBe(200);
  room.restart();
  expect((await told()).edition).toMatchObject({ id: "2025-07-01.2", stale: false });
  expect((await room.ask("GET", "/v1/imports/ledger")).status).toBe(200);
}

describe("a plausible change of the ledger that nobody published", () => {
  it.each(LEDGERS)("is found, told with its row, and ended by a new ledger: %s", async (_, set, where) => {
    await change(`UPDATE figure SET ${set} WHERE position = 41`);
    await isRefused(where);
  });

  it("is found where the last row is gone", async () => {
    await change(`DELETE FROM figure WHERE position = ${LEDGER.length - 1}`);
    await isRefused(`position ${LEDGER.length - 1}`);
  });

  it("is found where a row came to it", async () => {
    const columns = Object.keys((await env.DB.prepare("SELECT * FROM figure LIMIT 1").first())!);
    const others = columns.map((name) =>
      name === "position" ? `${LEDGER.length}` : name === "id" ? "'f999'" : name,
    );
    await change(`INSERT INTO figure SELECT ${others.join(", ")} FROM figure WHERE position = 0`);
    await isRefused(`position ${LEDGER.length}`);
  });

  it("is found where two rows change places, of which the first is named", async () => {
    for (const [from, to] of [
      [41, 9_999],
      [42, 41],
      [9_999, 42],
    ])
      await change(`UPDATE figure SET position = ${to} WHERE position = ${from}`);
    await isRefused("position 41");
  });

  it("is found in a ledger that is staged and not published yet", async () => {
    const batch = await room.stageFigures(LEDGER.map((one) => ({ ...one, note: "Anew" })));
    await change(`UPDATE figure SET value = value + 1 WHERE position = 7 AND ledger_id = '${batch}'`);
    expect(await room.publish(batch, "All the same, as a test")).toMatchObject({
      status: 409,
      body: {
        type: "/docs#data-spoilt",
        detail: expect.stringContaining(`Ledger ${batch}, position 7, row`),
      },
    });
    await change(`UPDATE figure SET value = value - 1 WHERE position = 7 AND ledger_id = '${batch}'`);
    expect((await room.publish(batch)).status).toBe(200);
  });
});

const COURTS = ["77GV0007", "66GV0008"];
const RECORDS = [
  ...Array.from({ length: 12 }, () => convicted({ court_code: COURTS[0]!, sentence: "suspended" })),
  ...Array.from({ length: 12 }, () => convicted({ court_code: COURTS[1]! })),
];
/** One record of the first court. */
const ONE = `rowid = (SELECT min(rowid) FROM case_version WHERE court_code = '${COURTS[0]}')`;

/** Plausible other values of what is counted, and where they are found. */
const COUNTED: readonly [string, string, string[]][] = [
  ["an outcome", "UPDATE case_version SET outcome = 'acquitted'", [COURTS[0]!]],
  ["articles", "UPDATE case_version SET scope = '338'", [COURTS[0]!]],
  ["a sentence", "UPDATE case_version SET sentence = 'fine'", [COURTS[0]!]],
  ["a service", "UPDATE case_version SET service = 'contract'", [COURTS[0]!]],
  ["the week of a verdict", "UPDATE case_version SET decided_week = decided_week + 1", [COURTS[0]!]],
  [
    "the day of a verdict, across the turn of a month",
    "UPDATE case_version SET decided_on = '2025-03-31'",
    [COURTS[0]!],
  ],
  ["the week of a receipt", "UPDATE case_version SET received_week = received_week - 1", [COURTS[0]!]],
  ["a court", `UPDATE case_version SET court_code = '${COURTS[1]}'`, COURTS],
  ["a court of receipt", `UPDATE case_version SET received_court = '${COURTS[1]}'`, COURTS],
  ["that it is gone from the site", "UPDATE case_version SET removed_on = '2025-06-01'", []],
  ["the day on which a verdict was seen", "UPDATE case_version SET verdict_seen_day = 20180", []],
  ["that it is in force", "UPDATE case_version SET until_edition = 2", [COURTS[0]!]],
  ["that it is there", "DELETE FROM case_version", [COURTS[0]!]],
];

describe("a plausible change of records that nobody published", () => {
  beforeEach(async () => {
    room.clock.at = "2025-07-02T09:00:00Z";
    await room.publishCases(RECORDS);
  });
  const objections = async (batch: string) =>
    (await room.preview(batch)).guard.filter(({ code }) => code === "records-altered");

  it.each(COUNTED)(
    "is told with its court, and nothing is counted from it without a reason: %s",
    async (_, sql, courts) => {
      await change(`${sql} WHERE ${ONE}`);
      const good = await told();
      for (const batch of [
        await room.stageCases([convicted({ court_code: COURTS[1]! })], "partial"),
        await room.stageFigures(LEDGER.map((one) => ({ ...one, note: "Anew" }))),
      ]) {
        const [objection] = await objections(batch);
        expect(objection).toMatchObject({ edition: good.edition.id, more: 0 });
        expect(objection).toHaveProperty("courts", expect.arrayContaining(courts));
        expect(await room.publish(batch)).toMatchObject({
          status: 409,
          body: { title: "Stopped by the check" },
        });
      }

      // KV has lost the edition: it isn't built again with other numbers under the same name.
      const body = (await env.EDITIONS.get(`edition/${good.edition.id}`))!;
      await env.EDITIONS.delete(`edition/${good.edition.id}`);
      await runSchedule();
      expect(await env.EDITIONS.get(`edition/${good.edition.id}`)).toBeNull();
      expect(logged()).toMatch(/"edition-unbuildable".*what it was counted from/);
      await env.EDITIONS.put(`edition/${good.edition.id}`, body);

      const next = await room.stageCases([convicted({ court_code: COURTS[1]! })], "partial");
      const published = await room.publish(next, "The database’s own state is meant");
      expect(published.status).toBe(200);
      room.restart();
      expect((await told()).edition).toMatchObject({ id: published.body.edition.id, stale: false });
      expect(await objections(await room.stageCases([convicted()], "partial"))).toEqual([]);
    },
  );

  it("keeps nobody from going back to an edition of before it", async () => {
    await change(`UPDATE case_version SET outcome = 'acquitted' WHERE ${ONE}`);
    const order = (edition: string) => ({ edition, note: "Taken back, as the records were changed" });
    expect(await room.ask("POST", "/v1/imports/revert", order("2025-07-01.1"))).toMatchObject({
      status: 200,
    });
    expect(await room.ask("POST", "/v1/imports/revert", order("2025-07-02.1"))).toMatchObject({
      status: 409,
      body: {
        type: "/docs#data-spoilt",
        detail: expect.stringMatching(/^Edition 2025-07-02\.1, records, court 77GV0007: what it was counted/),
      },
    });
  });
});

describe("a store from before prints were kept", () => {
  it("goes on, and keeps them from the next publication on", async () => {
    await change("DELETE FROM prints");
    await change("UPDATE figure SET value = value + 1 WHERE position = 41");
    expect((await room.publishCases(RECORDS)).status).toBe(200);
    await change("UPDATE figure SET value = value + 1 WHERE position = 41");
    expect((await room.ask("GET", "/v1/imports/ledger")).status).toBe(409);
  });

  it("takes prints of other rules as none, and prints that can’t be read as those of something else", async () => {
    await change("UPDATE prints SET version = 0");
    await change("UPDATE figure SET value = value + 1 WHERE position = 41");
    expect((await room.ask("GET", "/v1/imports/ledger")).status).toBe(200);
    expect((await room.publishCases(RECORDS)).status).toBe(200);
    expect((await env.DB.prepare("SELECT count(*) AS n FROM prints WHERE version = 0").first())!.n).toBe(1);
    for (const spoilt of ["", "7", "null", "[]", "{}"]) {
      await env.DB.prepare("UPDATE prints SET prints = ?").bind(spoilt).run();
      expect((await room.ask("GET", "/v1/imports/ledger")).status, spoilt).toBe(409);
    }
    expect((await room.publishFigures(LEDGER.map((one) => ({ ...one, note: "Anew" })))).status).toBe(409);
    const batch = await room.stageFigures(LEDGER.map((one) => ({ ...one, note: "Anew" })));
    expect((await room.publish(batch, "The prints are gone, the rows aren’t")).status).toBe(200);
    expect((await room.ask("GET", "/v1/imports/ledger")).status).toBe(200);
  });
});
