import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import { coderAt, verdicts } from "./coding-room.ts";
import { check } from "./desk-room.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

/** Tables that grow with the cases, by the names that statements give them, and lists of cases from outside. */
const LARGE =
  /^(case_version|version|known|now|before|earlier|earliest|record|last|case_name|batch_case|staged|asked)$/;
/** A court, an edition in force or a batch: what a hundred thousand rows may share. */
const COMMON = /^(court_code|received_court|until_edition|since_edition|scope|batch_id|outcome)=\?$/;

interface Step {
  id: number;
  parent: number;
  detail: string;
}

/**
 * The steps of a plan that are taken again for each row of a large table and go through many of another: a scan, or a
 * search by nothing but what many rows share. Such a statement takes the square of the cases.
 */
function squares(plan: readonly Step[]): string[] {
  const steps = new Map(plan.map((step) => [step.id, step]));
  const own = new Set(
    plan.flatMap(({ detail }) => /^(?:MATERIALIZE|CO-ROUTINE) (\S+)/.exec(detail)?.[1] ?? []),
  );
  const isLarge = (name: string) => LARGE.test(name) && !own.has(name);
  /** The tables whose rows a step is taken for: those before it, and around the query that it belongs to. */
  const around = ({ id, parent }: Step): string[] => {
    const outside = steps.get(parent);
    const before = plan.filter((step) => step.parent === parent && step.id < id).flatMap(tableOf);
    return outside?.detail.startsWith("CORRELATED") ? [...before, ...around(outside)] : before;
  };
  return plan
    .filter((step) => {
      const [table] = tableOf(step);
      if (!table || !isLarge(table) || !around(step).some(isLarge)) return false;
      const terms = /\(([^()]*)\)(?: LEFT-JOIN)?$/.exec(step.detail)?.[1];
      return !terms || terms.split(" AND ").every((term) => COMMON.test(term));
    })
    .map(({ detail }) => detail);
}

function tableOf({ detail }: Step): string[] {
  return [/^(?:SCAN|SEARCH) (\S+)/.exec(detail)?.[1] ?? []].flat();
}

it("finds the join that takes the square of the cases, and no other", async () => {
  const explained = async (sql: string) =>
    squares((await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`).all<Step>()).results);
  const twice = (index: string) => `SELECT 1 FROM batch_case AS staged
    CROSS JOIN case_version AS known INDEXED BY ${index} ON known.court_code = staged.court_code
      AND known.case_key = staged.case_key AND known.until_edition IS NULL WHERE staged.batch_id = 'a'`;
  await openNewsroom("2025-06-30T09:00:00Z");
  expect(await explained(twice("record_of_court"))).toHaveLength(1);
  expect(await explained(twice("case_in_force"))).toEqual([]);
});

it("no statement of the desk's day takes the square of the cases", async () => {
  const room = await openNewsroom("2025-06-30T09:00:00Z");
  const said = new Set<string>();
  room.storage.DB = new Proxy(env.DB, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== "prepare") return typeof value === "function" ? value.bind(target) : value;
      return (sql: string) => {
        said.add(sql);
        return target.prepare(sql);
      };
    },
  });
  await room.publishFigures(LEDGER);
  const cases = [...verdicts(12), convicted({ outcome: "pending", decided_on: null })];
  await room.publishCases(cases);
  const suspended = cases.map((one): CourtCase => ({ ...one, sentence: "suspended" }));
  await check(room, [suspended]);
  const { body } = await room.publishCases(suspended);
  await room.publishCases([convicted(), { ...cases[0]!, case_uid: null }], "partial");
  const coder = await coderAt(room, "a");
  const [first] = await coder.claim();
  await coder.code(first!);
  await coder.look();
  await coder.publish((await coder.stage()).body.batch!.id);
  const { paths } = await room.json<{ paths: Record<string, { get?: object }> }>("/v1/openapi.json");
  const asked = Object.entries(paths).flatMap(([path, { get }]) =>
    get && !path.includes("{") ? [path] : [],
  );
  const narrowed = ["court=77GV0007", "week=2025-04-07", "court=77GV0007&week=2025-04-07"];
  for (const path of [
    ...asked,
    ...narrowed.flatMap((query) => [
      `/v1/cases?measure=convictions&${query}`,
      `/v1/cases?measure=cases-received&${query}`,
    ]),
    `/v1/cases?measure=convictions&week=2025-04-07&from=1&to=2`,
    "/v1/courts?from=2025-01-01&to=2025-06-30",
    "/v1/export?edition=2",
    "/v1/difference?from=1&to=2",
  ])
    await room.get(path, { headers: { Authorization: `Bearer ${coder.secret}` } });
  await room.ask("POST", `/v1/editions/${body.edition.id}/revert`, { note: "Back" });
  await room.tick();
  expect(said.size).toBeGreaterThan(100);

  const plans = new Map<string, Step[]>();
  for (const sql of said) {
    const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/\?\d*/g, "1")}`).all<Step>();
    plans.set(sql, plan.results);
  }
  const found = [...plans].flatMap(([sql, plan]) => squares(plan).map((detail) => `${detail}\n  in ${sql}`));
  expect(found).toEqual([]);
});
