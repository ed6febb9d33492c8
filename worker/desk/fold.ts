import type { CourtCase } from "../contract/court-case.ts";
import { groupCases } from "./group.ts";
import { readCaseNumber } from "./normalise/case-number.ts";
import type { Normalised } from "./normalise/index.ts";

type Rows = readonly [CourtCase, ...CourtCase[]];

/** What `normalise` found of first-instance cases and of higher courts' cards. */
export type Foldable = Extract<Normalised, { kind: "cases" | "higher" }>;

/**
 * One case for each defendant, in the order in which the cases were first read. For what fits into memory;
 * `higherAlone` counts higher courts' cards without a first-instance case among the rows.
 */
export function foldAll(items: Iterable<Foldable>): { cases: CourtCase[]; higherAlone: number } {
  const { cases, higherAlone } = foldByCase(items);
  return { cases: [...cases].flat(), higherAlone };
}

/** As `foldAll`, the defendants of each case beside one another; each is folded when it's asked for. */
export function foldByCase(items: Iterable<Foldable>): {
  cases: Iterable<CourtCase[]>;
  higherAlone: number;
} {
  const rows: CourtCase[] = [];
  const higher: (readonly string[])[] = [];
  for (const item of items) {
    if (item.kind === "cases") rows.push(...item.cases);
    else higher.push(item.aliases);
  }
  const { groups, aliases } = groupCases(rows);
  const higherAlone = higher.filter((names) => !names.some((name) => aliases.has(name))).length;
  return { cases: foldGroups(groups), higherAlone };
}

function* foldGroups(groups: readonly CourtCase[][]): Generator<CourtCase[]> {
  for (const group of groups) {
    const defendants = Map.groupBy(group, (row) => row.defendant);
    yield [...defendants.values()].map((same) => foldCases(same as [CourtCase, ...CourtCase[]]));
  }
}

/**
 * Makes one case of rows that are the same defendant of the same case (`groupCases` says which are), in the
 * order in which they were read. What is known wins over what isn't; of two things known the later wins:
 *
 * - the newest registration gives the number, the others become `earlier_numbers`;
 * - of rows with the same number the one read last wins, because dumps are appended to;
 * - a decision wins over none, wherever it stands; of decisions under different numbers the latest wins;
 * - the list's «convicted» doesn't undo an acquittal that the desk coded from the text;
 * - the case was received when it first came in, and first seen when anybody first saw it.
 *
 * Also for a stored case and a new import of it: `foldCases([stored, imported])`.
 */
export function foldCases(rows: Rows): CourtCase {
  const ordered = rows.toSorted(byRegistration) as unknown as Rows;
  const last = ordered.at(-1) ?? ordered[0];
  const lastWith = (isKnown: (row: CourtCase) => boolean) => ordered.findLast(isKnown) ?? last;
  const numbers = ordered.flatMap((row) => [...row.earlier_numbers.toReversed(), row.case_number]);
  const earlier = new Set(numbers.reverse());
  earlier.delete(last.case_number);
  const received = registrations(ordered).map((same) => same.findLast((row) => row.received_on)?.received_on);
  return {
    ...last,
    case_uid: lastWith((row) => row.case_uid !== null).case_uid,
    earlier_numbers: [...earlier].slice(0, 10),
    articles: lastWith((row) => row.articles.length > 0).articles,
    received_on: earliest(received),
    ...decisionOf(ordered),
    service: lastWith((row) => row.service !== "unknown").service,
    source_url: lastWith((row) => row.source_url !== null).source_url,
    first_seen_on: earliest(ordered.map((row) => row.first_seen_on)),
  };
}

/** Outcome and what hangs on it, also from rows that know more of the same outcome. */
function decisionOf(ordered: Rows): Pick<CourtCase, "outcome" | "decided_on" | "sentence" | "term_months"> {
  const decided = ordered.filter((row) => row.outcome !== "pending");
  const ofNumbers = registrations(decided).flatMap((same) =>
    same.reduce((best, row) => (isWeaker(row, best) ? best : row)),
  );
  const { outcome, decided_on } = ofNumbers.reduce(later, ofNumbers[0] ?? ordered[0]);
  const same = ordered.filter(
    (row) => row.outcome === outcome && (row.decided_on ?? decided_on) === (decided_on ?? row.decided_on),
  );
  const lastWith = (isKnown: (row: CourtCase) => boolean) => same.findLast(isKnown);
  return {
    outcome,
    decided_on: decided_on ?? lastWith((row) => row.decided_on !== null)?.decided_on ?? null,
    sentence: lastWith((row) => row.sentence !== "unknown")?.sentence ?? "unknown",
    term_months: lastWith((row) => row.term_months !== null)?.term_months ?? null,
  };
}

/** Whether a row says less of the same decision than one before it. */
function isWeaker(row: CourtCase, before: CourtCase): boolean {
  if (row.decided_on !== null && row.decided_on !== before.decided_on) return false;
  const isCoded = row.sentence !== "unknown" || row.service !== "unknown" || row.term_months !== null;
  return (
    row.outcome === "other" || (row.outcome === "convicted" && before.outcome === "acquitted" && !isCoded)
  );
}

/** The later of two decisions under different numbers; where a date is missing, that of the newer number. */
function later(older: CourtCase, newer: CourtCase): CourtCase {
  const isOlderLater = older.decided_on && newer.decided_on && older.decided_on > newer.decided_on;
  return isOlderLater ? older : newer;
}

/** A case is registered anew under a number with a later year, or further on in the same year. */
function byRegistration(one: CourtCase, other: CourtCase): number {
  if (one.case_number === other.case_number) return 0;
  const [a, b] = [readCaseNumber(one.case_number), readCaseNumber(other.case_number)];
  if (!("value" in a) || !("value" in b)) return 0;
  return (a.value.year ?? 0) - (b.value.year ?? 0) || a.value.serial - b.value.serial;
}

/** Rows by their number, oldest registration first; within a number in the order of reading. */
function registrations(ordered: readonly CourtCase[]): CourtCase[][] {
  return [...Map.groupBy(ordered, (row) => row.case_number).values()];
}

function earliest(dates: readonly (string | null | undefined)[]): string | null {
  return dates.filter((date) => date !== null && date !== undefined).toSorted()[0] ?? null;
}
