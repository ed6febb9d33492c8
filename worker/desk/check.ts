import type { NumberTwice, RowsDiff, UncoveredRecord } from "../contract/changes.ts";
import type { CountedChanges } from "../contract/counted-changes.ts";
import type { CourtCase } from "../contract/court-case.ts";
import type { CoveredDays } from "../contract/covered-days.ts";
import type { Figure } from "../contract/figure.ts";
import type { CheckRequest } from "../contract/imports.ts";
import { moscowDate } from "../domain/calendar.ts";
import { type ComparedCase, type Standing, standingOf } from "../domain/compared-case.ts";
import { dayOf } from "../domain/staged-case.ts";
import { weekIndex } from "../domain/week-index.ts";
import { countKnown } from "../store/cases/coverage.ts";
import type { KnownCase } from "../store/cases/known.ts";
import { latestEdition, readingDays } from "../store/editions.ts";
import { buildChecked, buildFrom } from "./ahead.ts";
import { objectionsTo } from "./altered.ts";
import { diffCases, NAMED } from "./cases-diff.ts";
import { readContent, readCounted } from "./content.ts";
import { countChanges } from "./counted-changes.ts";
import type { InForce } from "./in-force.ts";
import { editionOfBatch } from "./next-edition.ts";
import { implausible } from "./plausible.ts";
import { type Review, reviewCases, reviewFigures } from "./review.ts";
import { isRescrape } from "./seal.ts";
import { silentIn } from "./silence.ts";
import { mergePart, type StagedPart } from "./stage.ts";
import { startOfWatch } from "./watch.ts";

/** First and last day of all cases of the files that a part belongs to. */
export type Days = Pick<CheckRequest, "first" | "last">;

/**
 * What a part would change; nothing is written. `matched` counts the records in force within these days that the part
 * has again.
 */
export async function checkPart(
  db: D1Database,
  cases: readonly CourtCase[],
  days: Days,
  readOn: string,
): Promise<{ diff: RowsDiff; counted: CountedChanges; matched: number }> {
  const part = await mergePart(db, cases, readOn);
  const same = part.staged.filter(({ change }) => change === "same").length;
  const diff = diffCases(comparedIn(part), same);
  const touched = part.staged.filter(({ change }) => change === "new" || change === "changed");
  const named = { implausible: implausible(touched), numbers_twice: twiceIn(part) };
  const watchedSince = startOfWatch(await readingDays(db), readOn);
  const counted = countChanges(part.staged, part.known, watchedSince, readOn);
  return { diff: { ...diff, ...named }, counted, matched: matchedIn(part, days) };
}

/** The verdict on all parts of a check together, by the edition that they would become; nothing is written. */
export async function checkWhole(
  db: D1Database,
  { diff, matched, counted, covers, mode, courts, first, last, read_on }: CheckRequest,
  inForce: InForce,
  now: number,
): Promise<Review | { unbuildable: string }> {
  const known = await countKnown(db, courts, first, last);
  const anew = mode === "complete" || (mode === "auto" && isRescrape({ known, matched, ...diff }));
  const rows = { ...diff, vanished: anew ? Math.max(0, known - matched) : 0 };
  const silentCourts = await silentIn(db, courts, mode, rows);
  const batch = { id: null, kind: "cases" as const, read_on: read_on ?? moscowDate(now), covers };
  const order = { actor: "", note: "", override: null, now };
  const latest = await latestEdition(db);
  const edition = editionOfBatch(batch, latest, order);
  const ahead = await buildChecked(db, counted, edition, inForce);
  if ("unbuildable" in ahead) return ahead;
  const coverage = ahead.built.records?.coverage;
  const uncovered = coverage && uncoveredIn(counted.touched, coverage);
  const before = await readCounted(db, latest ?? edition, null);
  const codedBefore = before?.convictions ?? [];
  const review = reviewCases({ rows, silentCourts, uncovered, codedBefore }, inForce, ahead, now);
  return { ...review, guard: [...(await objectionsTo(db, latest, before)), ...review.guard] };
}

/** What a ledger would change, by the edition that it would become; nothing is written. */
export async function checkFigures(
  db: D1Database,
  figures: readonly Figure[],
  inForce: InForce,
  now: number,
): Promise<Review | { unbuildable: string }> {
  const batch = { id: null, kind: "ledger" as const, read_on: moscowDate(now) };
  const order = { actor: "", note: "", override: null, now };
  const latest = await latestEdition(db);
  const edition = editionOfBatch(batch, latest, order);
  const read = async () => ({ ...(await readContent(db, edition, null, false)), figures });
  const ahead = await buildFrom(edition, read, inForce);
  if ("unbuildable" in ahead) return ahead;
  const review = reviewFigures(inForce, ahead.built, now);
  return { ...review, guard: [...(await objectionsTo(db, latest, ahead.content.records)), ...review.guard] };
}

/** The records of weeks that aren't covered, of no court. */
function uncoveredIn(
  touched: CountedChanges["touched"],
  { convictions, receipts }: Record<"convictions" | "receipts", readonly CoveredDays[]>,
): { records: number; named: UncoveredRecord[] } {
  const outside = touched.filter(({ unit, week }) => {
    const days = unit === "convictions" ? convictions : receipts;
    return !days.some(({ start, end }) => week >= weekIndex(start) && week <= weekIndex(end));
  });
  const named = outside.flatMap(({ unit, named }) => named.map((one) => ({ unit, ...one })));
  return {
    records: outside.reduce((sum, { records }) => sum + records, 0),
    named: named.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).slice(0, NAMED),
  };
}

const keyOf = ({ day, court, case_number, unit }: UncoveredRecord) =>
  `${day} ${court} ${case_number} ${unit}`;

/** The touched cases, all their defendants beside one another. */
function comparedIn({ staged, known }: StagedPart): ComparedCase[] {
  const touched = Map.groupBy(
    staged.filter(({ change }) => change !== "same"),
    ({ case_key }) => case_key,
  );
  return [...touched].flatMap(([case_key, rows]) => {
    const before = new Map(
      [...(known.get(case_key) ?? [])].map(([defendant, one]) => [defendant, standingBefore(one)]),
    );
    const compared = rows.map((row): ComparedCase => {
      const was = before.get(row.defendant) ?? null;
      before.delete(row.defendant);
      const { change, court_code, case_number, defendant, scope, outcome, received_week, decided_week } = row;
      const { sentence, term_months, service } = row;
      const after = { scope, outcome, received_week, decided_week, sentence, term_months, service };
      return {
        ...{ case_key, change: change === "same" ? "changed" : change, court_code, case_number, defendant },
        before: was,
        after: change === "absorbed" ? null : after,
      };
    });
    const untouched = [...before].map(([defendant, standing]): ComparedCase => {
      const { court_code, case_number } = known.get(case_key)!.get(defendant)!.inForce;
      return {
        case_key,
        change: "untouched",
        court_code,
        case_number,
        defendant,
        before: standing,
        after: standing,
      };
    });
    return [...compared, ...untouched];
  });
}

/** New records whose court knows their number under another УИД. */
function twiceIn({ staged, known }: StagedPart): NumberTwice[] {
  const uids = new Map<string, string>();
  for (const defendants of known.values()) {
    for (const { inForce } of defendants.values()) {
      const { court_code, case_number, case_uid } = inForce;
      if (case_uid !== null) uids.set(`${court_code}|${case_number}`, case_uid);
    }
  }
  return staged.flatMap(({ change, court_code: court, case_number, case_uid }) => {
    const known_as = uids.get(`${court}|${case_number}`);
    if (change !== "new" || case_uid === null || known_as === undefined || known_as === case_uid) return [];
    return { court, case_number, case_uid, known_as };
  });
}

function matchedIn({ staged, known }: StagedPart, { first, last }: Days): number {
  return staged.filter(({ case_key, defendant }) => {
    const inForce = known.get(case_key)?.get(defendant)?.inForce;
    const day = inForce && dayOf(inForce);
    return day && inForce.removed_on === null && day >= first && day <= last;
  }).length;
}

function standingBefore({ inForce, state }: KnownCase): Standing {
  if (state.coding.withdrawn === undefined) return standingOf(inForce);
  return { ...standingOf(inForce), scope: "", outcome: "withdrawn", received_week: null, decided_week: null };
}
