import type { Change, ChangeClass, ClassedChange } from "../../contract/changes.ts";
import { OFFENCES, type Offence, type Unit } from "../../contract/terms.ts";
import { OFFENCE_ARTICLES } from "../offence.ts";
import { scopeMeets } from "../scope.ts";
import { countWeeks, type Tally } from "../tally.ts";
import { weekNameOf } from "../week-index.ts";
import type { ArrivalCounts, ScopeCount } from "./counts.ts";

/** What an edition says of its weeks. */
interface Reported {
  convictions: Tally;
  receipts: Tally;
  newestWeek: number;
}

type CountOf = (week: number) => number;

/**
 * What an edition says differently of the weeks that the edition before had reported already: records that came
 * in late, records that were corrected, records found gone (before and after then count the flagged ones).
 * @param arrivals null for an edition that goes back to an earlier state: all its changes are corrections
 */
export function correctionsBetween(
  before: Reported,
  after: Reported,
  arrivals: ArrivalCounts | null,
): ClassedChange[] {
  const known = before.newestWeek;
  return OFFENCES.flatMap((offence) => [
    ...changes("convictions", offence, known, before.convictions, after.convictions, arrivals?.convictions),
    ...changes("cases_received", offence, known, before.receipts, after.receipts, arrivals?.receipts),
    ...vanished(offence, arrivals?.vanished ?? []),
  ]);
}

function changes(
  unit: Unit,
  offence: Offence,
  newestWeek: number,
  before: Tally,
  after: Tally,
  arrivals: readonly ScopeCount[] = [],
): ClassedChange[] {
  const [was, is, late] = [weekly(before, offence), weekly(after, offence), arrived(arrivals, offence)];
  const first = Math.min(before.firstWeek, after.firstWeek);
  const found: ClassedChange[] = [];
  for (let week = first; week <= newestWeek; week++) {
    const between = was(week) + late(week);
    const what = typed(unit, offence, week);
    found.push(...change(what, was(week), between, "late"), ...change(what, between, is(week), "corrected"));
  }
  return found;
}

function vanished(offence: Offence, counts: readonly ScopeCount[]): ClassedChange[] {
  const gone = arrived(counts, offence);
  const weeks = [...new Set(counts.map(({ week }) => week))].sort((a, b) => a - b);
  return weeks.flatMap((week) => change(typed("convictions", offence, week), 0, gone(week), "vanished"));
}

function change(
  what: Pick<Change, "week" | "type">,
  before: number,
  after: number,
  reason: ChangeClass,
): ClassedChange[] {
  return before === after ? [] : [{ ...what, before, after, class: reason }];
}

function typed(unit: Unit, offence: Offence, week: number): Pick<Change, "week" | "type"> {
  return { week: weekNameOf(week), type: { unit, offence, articles: [...OFFENCE_ARTICLES[offence]] } };
}

function weekly(tally: Tally, offence: Offence): CountOf {
  const counts = countWeeks(tally, { articles: OFFENCE_ARTICLES[offence] });
  return (week) => counts[week - tally.firstWeek] ?? 0;
}

function arrived(counts: readonly ScopeCount[], offence: Offence): CountOf {
  const weeks = new Map<number, number>();
  for (const { week, scope, count } of counts) {
    if (!scopeMeets(scope, OFFENCE_ARTICLES[offence])) continue;
    weeks.set(week, (weeks.get(week) ?? 0) + count);
  }
  return (week) => weeks.get(week) ?? 0;
}
