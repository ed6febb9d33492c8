import { TOLD_EDITIONS } from "../../config.ts";
import { dayNumber, instantOf, moscowDate } from "../../domain/calendar.ts";
import { COURTS } from "../../reading/places.ts";
import { toldOf as headlineOf } from "../../reading/told.ts";
import { readEdition, readPointer } from "../../store/distribution.ts";
import { type EditionRow, lastEditions } from "../../store/editions.ts";
import { type HookRow, listHooks } from "../../store/notices/hooks.ts";
import { type Facts, tell, toBeTold, toldOf } from "../../store/notices/notices.ts";
import { toReview } from "../../store/sources/held-review.ts";
import { toProblem } from "../../store/sources/run-log.ts";
import { isObject, isTexts, orElse, storedJson } from "../../store/spoilt.ts";

/** Something that is to be told, and the key by which it is told once. */
interface Happened {
  key: string;
  at: string;
  facts: Facts;
  /** Null: whoever wants such events. */
  hooks?: readonly string[];
}

/**
 * Takes note of all that happened since there is somebody to tell. It looks at what is, not at who did it: an edition is
 * told of whoever published it, and nothing is lost by a kill in between.
 */
export async function collect(env: Env, now: number): Promise<void> {
  const hooks = await listHooks(env.DB);
  const [first] = hooks;
  if (!first) return;
  const happened = [
    ...(await ofEditions(env, first.created_at)),
    ...(await ofWork(env.DB, first.created_at)),
    ...(await ofAge(env, hooks, now)),
  ];
  const told = await toldOf(
    env.DB,
    happened.map(({ key }) => key),
  );
  for (const { key, at, facts, hooks = null } of happened) {
    if (!told.has(key)) await env.DB.batch(tell(env.DB, { id: crypto.randomUUID(), key, at, facts }, hooks));
  }
}

/** What readers have; what is on its way to them is told when it is there. */
async function ofEditions({ DB, EDITIONS }: Env, since: string): Promise<Happened[]> {
  const pointer = await readPointer(EDITIONS);
  const rows = (await lastEditions(DB, TOLD_EDITIONS)).filter(
    ({ sequence }) => sequence <= (pointer?.sequence ?? 0),
  );
  const fresh = rows.filter(({ published_at }) => published_at >= since);
  const keys = new Map(fresh.map((row) => [row, `edition-published:${row.id}`]));
  const told = await toldOf(DB, [...keys.values()]);
  const all = fresh
    .filter((row) => !told.has(keys.get(row)!))
    .reverse()
    .map((row) => ofEdition(EDITIONS, row, rows));
  return (await Promise.all(all)).flat();
}

async function ofEdition(
  kv: KVNamespace,
  { id, sequence, published_at: at }: EditionRow,
  rows: readonly EditionRow[],
): Promise<Happened[]> {
  const before = rows.find((row) => row.sequence === sequence - 1)?.id ?? null;
  const marks = (await readEdition(kv, id))?.marks ?? [];
  const weeks = marks
    .filter((mark) => mark.edition.id === id && mark.unit === "convictions" && mark.offence === "refusal")
    .map(({ period, before, after }) => ({ start: period.start, before, after }));
  const published = {
    key: `edition-published:${id}`,
    at,
    facts: { event: "edition-published", edition: id, before } as const,
  };
  if (weeks.length === 0) return [published];
  const facts = { event: "final-week-corrected", edition: id, weeks } as const;
  return [{ key: `final-week-corrected:${id}`, at, facts: { ...facts, weeks } }, published];
}

async function ofWork(db: D1Database, since: string): Promise<Happened[]> {
  const { held, silent, failing } = await toBeTold(db, since);
  return [
    ...held.flatMap(({ run, source, batch, base, at, review }): Happened[] => {
      const { guard } = toReview(review, batch);
      const codes = guard.map(({ code }) => code);
      const facts = { event: "edition-held", source, batch, codes } as const;
      const missing = guard.find((one) => one.code === "silent-courts");
      const ofCourts = missing && silence({ ...missing, source, batch, base, at, edition: null });
      return [{ key: `edition-held:${run}`, at, facts }, ...(ofCourts ? [ofCourts] : [])];
    }),
    ...silent.flatMap(({ silent: named, ...row }) =>
      orElse(() => [silence({ ...toSilent(named, row.edition), source: null, ...row })], []),
    ),
    ...failing.map(({ source, at, problem }): Happened => {
      const code = toProblem(problem, `Source ${source}`)?.code ?? "internal";
      return { key: `source-failing:${source}:${at}`, at, facts: { event: "source-failing", source, code } };
    }),
  ];
}

/** Courts that an edition was published without, as its line in the audit has them. @throws SpoiltData */
function toSilent(text: string, edition: string): { courts: string[]; more: number } {
  const isSilent = (value: unknown) =>
    isObject(value) && isTexts(value.courts) && Number.isInteger(value.more);
  return storedJson(text, `Audit of edition ${edition}, silent`, "courts as JSON", isSilent);
}

/** Once for the same courts against the same edition, however often a table is read, or published in the end. */
function silence(of: {
  courts: string[];
  more: number;
  source: string | null;
  batch: string;
  base: number;
  edition: string | null;
  at: string;
}): Happened {
  const { courts, more, source, batch, base, edition, at } = of;
  const facts = {
    event: "court-silent",
    source,
    batch,
    edition,
    courts: courts.map(nameOfCourt),
    more,
  } as const;
  return { key: `court-silent:${base}:${courts.join(" ")}:${more}`, at, facts };
}

/** Once for each edition and each limit: a number that is old tomorrow, too, is no news. */
async function ofAge(env: Env, hooks: readonly HookRow[], now: number): Promise<Happened[]> {
  const wanting = hooks.filter(({ events }) => events.includes("evidence-old"));
  const pointer = wanting.length > 0 && (await readPointer(env.EDITIONS));
  const edition = pointer && (await readEdition(env.EDITIONS, pointer.id));
  if (!edition) return [];
  const today = moscowDate(now);
  const { periodEnd } = headlineOf(edition, "en", today);
  if (periodEnd === null) return [];
  const days = dayNumber(today) - dayNumber(periodEnd);
  const limits = Map.groupBy(
    wanting.filter(({ old_after_days }) => days >= old_after_days),
    ({ old_after_days }) => old_after_days,
  );
  return [...limits].map(([limit, those]) => ({
    key: `evidence-old:${edition.id}:${limit}:${those.map(({ id }) => id).join(" ")}`,
    at: instantOf(now),
    facts: { event: "evidence-old", edition: edition.id, days },
    hooks: those.map(({ id }) => id),
  }));
}

function nameOfCourt(code: string): string {
  return COURTS.find((court) => court.code === code)?.name ?? code;
}
