import type { Period } from "../../contract/common.ts";
import { daysIn } from "../../domain/calendar.ts";
import { formats, NBSP, RANGE_DASH } from "../language/formats.ts";
import type { PeriodWords } from "../language/language.ts";
import { endsOf, rangeOf, spanOf } from "../language/span.ts";

const f = formats("en-GB");
const ORDINALS = ["first", "second", "third", "fourth"];

export function period(dates: Period): PeriodWords {
  const span = spanOf(dates);
  const ends = endsOf(dates, f);
  const range = `${rangeOf(ends, `${ends.from} to ${ends.to}`)} ${ends.year}`;
  const within = (name: string) => ({ name, during: `in ${name}` });
  switch (span.kind) {
    case "year":
      return within(span.year);
    case "half":
    case "quarter":
      return within(`the ${ORDINALS[span.ordinal - 1]} ${span.kind} of ${span.year}`);
    case "months":
      return within(
        span.several
          ? `${f.month(dates.start)}${RANGE_DASH}${f.month(dates.end)} ${span.year}`
          : `${f.month(dates.start)}${NBSP}${span.year}`,
      );
    case "week":
      return within(`the week of ${range}`);
    case "dates":
      return {
        name: range,
        during: ends.oneDay ? `on ${range}` : `from ${ends.from} to ${ends.to} ${ends.year}`,
      };
  }
}

/** "In the 30 days of April 2025" */
export function inDaysOf(dates: Period): string {
  return isItsOwnLength(dates) ? period(dates).during : `in ${daysOf(dates)}`;
}

/** "For the 347 days from 19 June 2024 to 31 May 2025" */
export function forDaysOf(dates: Period): string {
  return `for ${isItsOwnLength(dates) ? period(dates).name : daysOf(dates)}`;
}

function daysOf(dates: Period): string {
  const { name, during } = period(dates);
  const days = `the ${f.number(daysIn(dates))}${NBSP}days`;
  return spanOf(dates).kind === "dates" ? `${days} ${during}` : `${days} of ${name}`;
}

/** A day or a week says by its name how long it is. */
function isItsOwnLength(dates: Period): boolean {
  return daysIn(dates) === 1 || spanOf(dates).kind === "week";
}
