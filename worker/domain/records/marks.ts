import type { ClassedChange } from "../../contract/changes.ts";
import type { Correction } from "../../contract/summary.ts";
import type { Offence, Unit } from "../../contract/terms.ts";
import { addDays, moscowDate } from "../calendar.ts";
import { FINAL_COMPLETENESS } from "../completeness/constants.ts";
import { indexOfWeekName, mondayOf } from "../week-index.ts";
import type { Outlook } from "./outlook.ts";

/** From this share on a change of a final week is marked where readers see the number. */
export const MARKED_SHARE = 0.05;
/** How long a correction stays marked. */
export const MARKED_DAYS = 30;
/** Marks kept for one number: readers are shown one, and a backfill changes hundreds of weeks. */
const KEPT_MARKS = 5;

/** A correction that readers are told of, with what it is about. */
export interface Mark extends Correction {
  unit: Unit;
  offence: Offence;
}

interface EditionOf {
  id: string;
  published_at: string;
}

/**
 * The marks of an edition: what it changed in weeks that had been final, and what earlier editions did in the last
 * 30 days.
 * @param outlooks of the edition before, which said what was final
 */
export function marksOf(
  edition: EditionOf,
  changes: readonly ClassedChange[],
  earlier: readonly Mark[],
  outlooks: Readonly<Record<Offence, Outlook>>,
  newestWeek: number,
): Mark[] {
  const weeks = Map.groupBy(
    changes.filter((change) => change.class !== "vanished" && change.type.offence !== null),
    ({ week, type }) => `${type.unit} ${type.offence} ${week}`,
  );
  const fresh = [...weeks.values()].flatMap((steps): Mark[] => {
    const { week: name, type, before } = steps[0]!;
    const { after } = steps.at(-1)!;
    const week = indexOfWeekName(name);
    const offence = type.offence!;
    const completeness = outlooks[offence].weeks[newestWeek - week]?.completeness ?? 1;
    if (completeness < FINAL_COMPLETENESS || before === 0 || Math.abs(after - before) < before * MARKED_SHARE)
      return [];
    const period = { start: mondayOf(week), end: addDays(mondayOf(week), 6) };
    const { id, published_at } = edition;
    return [{ edition: { id, published_at }, unit: type.unit, offence, period, before, after }];
  });
  const today = moscowDate(Date.parse(edition.published_at));
  const all = [...fresh.sort(byNewestWeek), ...earlier.filter((mark) => isMarked(mark, today))];
  return [...Map.groupBy(all, ({ unit, offence }) => `${unit} ${offence}`).values()].flatMap((marks) =>
    marks.slice(0, KEPT_MARKS),
  );
}

/** The newest mark of a number within the days of its series, if it is to be shown on `today`. */
export function markFor(
  marks: readonly Mark[],
  unit: Unit,
  offence: Offence | null,
  from: string,
  today: string,
): Correction | null {
  const mark = marks.find(
    (one) => one.unit === unit && one.offence === offence && one.period.start >= from && isMarked(one, today),
  );
  if (!mark) return null;
  const { edition, period, before, after } = mark;
  return { edition, period, before, after };
}

function byNewestWeek(a: Mark, b: Mark): number {
  return a.period.start < b.period.start ? 1 : -1;
}

function isMarked({ edition }: Mark, today: string): boolean {
  return addDays(moscowDate(Date.parse(edition.published_at)), MARKED_DAYS) >= today;
}
