import { env } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import { countRecords, readDelays, tallyConvictions, tallyReceipts } from "../../worker/store/cases/tally.ts";
import { openNewsroom } from "./newsroom.ts";

beforeEach(async () => void (await openNewsroom("2025-06-30T09:00:00Z")));

it.each([
  ["the tally of convictions", (db: D1Database) => tallyConvictions(db, null)],
  ["the tally of receipts", (db: D1Database) => tallyReceipts(db, null)],
  ["the totals", (db: D1Database) => countRecords(db, null)],
  ["the delays of verdicts", (db: D1Database) => readDelays(db, null, 2_800, 20_300)],
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
