import { env } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import {
  type Behind,
  countBetween,
  countInForce,
  findBetween,
  findInForce,
} from "../../worker/store/cases/behind.ts";
import { readHistories } from "../../worker/store/cases/history.ts";
import { courtDays, courtDaysBut } from "../../worker/store/cases/reports.ts";
import { countRecords, readDelays, tallyConvictions, tallyReceipts } from "../../worker/store/cases/tally.ts";
import { claimRecords, claimsOf, countFurther } from "../../worker/store/coding/claims.ts";
import { readDrafts } from "../../worker/store/coding/codings.ts";
import { countLeft } from "../../worker/store/coding/left.ts";
import { openNewsroom } from "./newsroom.ts";

beforeEach(async () => void (await openNewsroom("2025-06-30T09:00:00Z")));

it.each([
  ["the tally of convictions", (db: D1Database) => tallyConvictions(db, null)],
  ["the tally of receipts", (db: D1Database) => tallyReceipts(db, null)],
  ["the totals", (db: D1Database) => countRecords(db, null)],
  ["the delays of verdicts", (db: D1Database) => readDelays(db, null, 2_800, 20_300)],
  ["the courts' days", (db: D1Database) => courtDays(db, null, "2023-06-30", "2025-06-30")],
  [
    "the courts' days without a batch's cases",
    (db: D1Database) => courtDaysBut(db, "ab", "2023-06-30", "2025-06-30"),
  ],
])(
  "%s of the newest edition looks up no row but of cases with several defendants: publishing a few reads no table of millions",
  async (_, read) => {
    const plans = (await statementsOf(read)).map((statement) =>
      env.DB.prepare(`EXPLAIN QUERY PLAN ${statement.replaceAll(/\?\d/g, "1")}`),
    );
    const results = (await env.DB.batch<{ detail: string }>(plans)).flatMap((plan) => plan.results);
    const scans = results.map(({ detail }) => detail).filter((detail) => /^SCAN case_version/.test(detail));
    expect(scans.length).toBeGreaterThan(0);
    for (const scan of scans) expect(scan).toContain("USING COVERING INDEX");
  },
);

const CODER = { coder: "a", desk: "0000000000000001" };
const MOMENT = { now: "2025-06-30T09:00:00Z", awaitedSince: "2025-05-30T09:00:00Z" };
const wanted = (round: "first" | "second" | "third", court: string | null) => ({
  ...{ round, court, from: "2025-06-02", until: "2025-06-08", ...MOMENT },
});
const OF_WEEK: Behind = {
  ...{ measure: "convictions", articles: ["337"], week: 2_890, court: null },
  ...{ sentence: null, service: null, brought: null },
};
const OF_COURT: Behind = { ...OF_WEEK, week: null, court: "77GV0007" };
const BETWEEN = { from: 1, to: 2 };

it.each([
  ["the queue", (db: D1Database) => db.batch(claimRecords(db, CODER, wanted("first", null), 5, MOMENT.now))],
  [
    "a court's queue",
    (db: D1Database) => db.batch(claimRecords(db, CODER, wanted("first", "77GV0007"), 5, MOMENT.now)),
  ],
  [
    "the second round",
    (db: D1Database) => db.batch(claimRecords(db, CODER, wanted("second", null), 5, MOMENT.now)),
  ],
  [
    "the third round",
    (db: D1Database) => db.batch(claimRecords(db, CODER, wanted("third", null), 5, MOMENT.now)),
  ],
  ["the claims of a window", (db: D1Database) => claimsOf(db, CODER, MOMENT.now).all()],
  ["what the further rounds have", (db: D1Database) => countFurther(db, "a", MOMENT)],
  ["what is left", (db: D1Database) => countLeft(db, MOMENT.awaitedSince)],
  ["a coder's drafts", (db: D1Database) => readDrafts(db, "a")],
  [
    "a week's convictions",
    (db: D1Database) => Promise.all([findInForce(db, OF_WEEK, null), countInForce(db, OF_WEEK)]),
  ],
  ["a court's convictions", (db: D1Database) => findInForce(db, OF_COURT, null)],
  ["a week's receipts", (db: D1Database) => findInForce(db, { ...OF_WEEK, measure: "cases-received" }, null)],
  [
    "a court's receipts",
    (db: D1Database) => findInForce(db, { ...OF_COURT, measure: "cases-received" }, null),
  ],
  ["a court's records", (db: D1Database) => findInForce(db, { ...OF_COURT, measure: "records" }, null)],
  [
    "a court's week of records",
    (db: D1Database) => findInForce(db, { ...OF_COURT, measure: "records", week: 2_890 }, null),
  ],
  [
    "a difference",
    (db: D1Database) =>
      Promise.all([findBetween(db, OF_WEEK, BETWEEN, null), countBetween(db, OF_WEEK, BETWEEN)]),
  ],
  [
    "a source's records",
    (db: D1Database) => {
      const ofSource: Behind = { ...OF_COURT, measure: "records", brought: [1, 2] };
      return Promise.all([findInForce(db, ofSource, null), findBetween(db, ofSource, BETWEEN, null)]);
    },
  ],
  ["histories of records", (db: D1Database) => readHistories(db, [{ case_key: "a", defendant: 1 }])],
])("%s are found by index: nothing reads all records, codings or claims", async (_, read) => {
  const statements = await statementsOf(read);
  expect(statements.length).toBeGreaterThan(0);
  const plans = statements.map((statement) =>
    env.DB.prepare(`EXPLAIN QUERY PLAN ${statement.replaceAll(/\?\d*/g, "1")}`),
  );
  const details = (await env.DB.batch<{ detail: string }>(plans)).flatMap(({ results }) =>
    results.map(({ detail }) => detail),
  );
  // A partial index holds but the few that are wanted; whole, it is read in its order.
  const small = /USING (COVERING )?INDEX (uncoded_|drawn_codings|further_codings|claims_of_desk)/;
  const whole = details.filter((detail) =>
    /^SCAN (case_version|version|known|now|coding|first|second|claim|edition|earliest)\b/.test(detail),
  );
  expect(whole.filter((detail) => !small.test(detail))).toEqual([]);
});

/** The SQL that `read` prepares, each statement run as ever. */
async function statementsOf(read: (db: D1Database) => Promise<unknown>): Promise<string[]> {
  const prepared: string[] = [];
  const db = new Proxy(env.DB, {
    get: (target, name) => {
      if (name !== "prepare") return Reflect.get(target, name, target);
      return (sql: string) => {
        prepared.push(sql);
        return target.prepare(sql);
      };
    },
  });
  await read(db);
  return prepared;
}
