import { type Context, Hono } from "hono";
import { type Allow, unshared } from "../access/door.ts";
import type { Desk } from "../access/holder.ts";
import { CACHE_NEVER, CLAIM_MS, TEXT_AWAITED_MS } from "../config.ts";
import {
  ClaimRequest,
  type CodingBody,
  CodingRequest,
  type DraftCoding,
  ReleaseRequest,
  UndoRequest,
} from "../contract/coding.ts";
import { type JudgedDraft, judgeDrafts } from "../desk/verdicts/drafts.ts";
import { keepReading } from "../desk/verdicts/keep.ts";
import { stageCodings } from "../desk/verdicts/stage.ts";
import { takeBack } from "../desk/verdicts/take-back.ts";
import { instantOf, moscowDate } from "../domain/calendar.ts";
import { weekNameOf } from "../domain/week-index.ts";
import { sendFailure } from "../http/answer.ts";
import { readBody } from "../http/body.ts";
import type { Clock } from "../http/clock.ts";
import type { Failure } from "../problem.ts";
import { claimRecords, claimsOf, countFurther, releaseClaims, shownClaims } from "../store/coding/claims.ts";
import { countLeft, type Left } from "../store/coding/left.ts";
import { type RecordRow, toCodingCase } from "../store/coding/records.ts";

/** Weeks to choose from; further back it is by court, or from the newest on. */
const WEEKS = 60;

/** Coding of verdicts, for desk and admins: what is left, records to have before one, what was read in them, a batch of it. */
export function coding(clock: Clock, allow: Allow): Hono<Desk> {
  const desk = new Hono<Desk>();
  desk.use(unshared);
  desk.use(allow("desk", "admin"));
  const moment = () => {
    const now = clock.now();
    return {
      now: instantOf(now),
      until: instantOf(now + CLAIM_MS),
      awaitedSince: instantOf(now - TEXT_AWAITED_MS),
      today: moscowDate(now),
    };
  };
  const coderOf = (c: Context<Desk>) => c.var.holder.label;

  desk.get("/", async (c) => {
    const when = moment();
    const [left, further, drafts] = await Promise.all([
      countLeft(c.env.DB, when.awaitedSince),
      countFurther(c.env.DB, coderOf(c), when),
      judgeDrafts(c.env.DB, coderOf(c)),
    ]);
    const all = left.reduce((sum, one) => sum + one.left, 0);
    return c.json({
      left: all,
      ...further,
      ...placesOf(left),
      drafts: drafts.map(shownDraft),
    } satisfies CodingBody);
  });

  desk.post("/claims", async (c) => {
    const read = await readBody(c, ClaimRequest);
    if ("refused" in read) return read.refused;
    const { desk: window, round, court = null, week, count } = read.body;
    const at = { coder: coderOf(c), desk: window };
    const { now, until, awaitedSince } = moment();
    const { start = null, end = null } = week?.period ?? {};
    const wanted = { round, court, from: start, until: end, now, awaitedSince };
    const steps = [...claimRecords(c.env.DB, at, wanted, count, until), claimsOf(c.env.DB, at, now)];
    const results = await c.env.DB.batch<RecordRow>(steps);
    return c.json({ until, cases: await shownClaims(c.env.DB, results.at(-1)?.results ?? []) });
  });

  desk.post("/release", async (c) => {
    const read = await readBody(c, ReleaseRequest);
    if ("refused" in read) return read.refused;
    const { desk: window, until = null, keep } = read.body;
    await releaseClaims(c.env.DB, { coder: coderOf(c), desk: window }, { until, keep }).run();
    return c.body(null, 204);
  });

  desk.put("/codings", async (c) => {
    const read = await readBody(c, CodingRequest);
    if ("refused" in read) return read.refused;
    const kept = await keepReading(c.env.DB, read.body, { coder: coderOf(c), at: moment().now });
    return "failure" in kept ? refuse(kept.failure) : c.json(kept);
  });

  desk.post("/undo", async (c) => {
    const read = await readBody(c, UndoRequest);
    if ("refused" in read) return read.refused;
    const back = await takeBack(c.env.DB, read.body, { coder: coderOf(c), ...moment() });
    return "failure" in back ? refuse(back.failure) : c.json(back);
  });

  desk.post("/batch", async (c) => {
    const { now: at, today } = moment();
    const staged = await stageCodings(c.env.DB, { actor: coderOf(c), at, today });
    return "failure" in staged ? refuse(staged.failure) : c.json(staged, 201);
  });

  return desk;
}

function placesOf(left: readonly Left[]): Pick<CodingBody, "courts" | "weeks"> {
  const courts = new Map<string, number>();
  const weeks = new Map<number, number>();
  for (const { court, week, left: n } of left) {
    courts.set(court, (courts.get(court) ?? 0) + n);
    if (week !== null) weeks.set(week, (weeks.get(week) ?? 0) + n);
  }
  return {
    courts: [...courts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([court, n]) => ({ court, left: n })),
    weeks: [...weeks]
      .sort(([a], [b]) => b - a)
      .slice(0, WEEKS)
      .map(([week, n]) => ({ week: weekNameOf(week), left: n })),
  };
}

function shownDraft({ draft, found, judged }: JudgedDraft): DraftCoding {
  const { round, coded_at, values, last } = draft;
  return {
    ...toCodingCase(last, round),
    stands: found?.stands ?? null,
    values: values!,
    coded_at,
    problem: judged === "changed" || judged === "gone" ? judged : null,
  };
}

const refuse = (failure: Failure) => sendFailure(failure, CACHE_NEVER);
