import type { Period } from "../../contract/common.ts";
import { daysIn } from "../../domain/calendar.ts";
import { type Formats, NBSP, RANGE_DASH } from "../language/formats.ts";
import type { PeriodWords } from "../language/language.ts";
import { endsOf, rangeOf, spanOf } from "../language/span.ts";

type Cases = readonly [nominative: string, prepositional: string];
type MoreCases = readonly [nominative: string, prepositional: string, genitive: string];

/** What Russian and Ukrainian don't share of their names for periods. */
export interface PeriodTerms {
  year: Cases;
  /** "Of the year", after a month or a date. */
  ofYear: string;
  half: MoreCases;
  quarter: MoreCases;
  week: readonly [nominative: string, during: string];
  /** "In", before the n-th half or quarter; before anything else, n is 1. */
  within(ordinal: number): string;
  /** A month after "in", from its form in a date: Intl knows no prepositional case, which follows from it. */
  prepositional(month: string): string;
  /** "From", before the n-th of a month. */
  from(day: string): string;
}

const ROMAN = ["I", "II", "III", "IV"];

export function periodWords(dates: Period, f: Formats, terms: PeriodTerms): PeriodWords {
  const span = spanOf(dates);
  const ends = endsOf(dates, f);
  const ofYear = (year: string) => `${year}${NBSP}${terms.ofYear}`;
  const { from, to, year, oneDay } = ends;
  // Each year is one "of the year".
  const begin = dates.start.startsWith(year) ? from : `${from}${NBSP}${terms.ofYear}`;
  const inWords = `${terms.from(f.day(dates.start))}${NBSP}${begin} по${NBSP}${to}`;
  const range = `${rangeOf(ends, inWords)} ${ofYear(year)}`;
  switch (span.kind) {
    case "year": {
      const [name, during] = terms.year.map((word) => `${span.year}${NBSP}${word}`);
      return { name: `${name}`, during: `${terms.within(1)} ${during}` };
    }
    case "half":
    case "quarter": {
      const [name, during] = terms[span.kind].map(
        (word) => `${ROMAN[span.ordinal - 1]}${NBSP}${word} ${ofYear(span.year)}`,
      );
      return { name: `${name}`, during: `${terms.within(span.ordinal)} ${during}` };
    }
    case "months": {
      const months = span.several ? [dates.start, dates.end] : [dates.start];
      const during = months.map((date) => terms.prepositional(f.monthInDate(date))).join(RANGE_DASH);
      const name = `${months.map(f.month).join(RANGE_DASH)} ${ofYear(span.year)}`;
      return { name, during: `${terms.within(1)} ${during} ${ofYear(span.year)}` };
    }
    case "week":
      return { name: `${terms.week[0]} ${range}`, during: `${terms.week[1]} ${range}` };
    case "dates": {
      return { name: range, during: oneDay ? range : `${inWords} ${ofYear(year)}` };
    }
  }
}

/**
 * A period with how many days it has: "за 30 дней апреля 2025 года". A day or a week is its own length.
 *
 * @param counted a number of days in words
 */
export function daysOfPeriod(
  dates: Period,
  f: Formats,
  terms: PeriodTerms,
  counted: (days: number) => string,
): string {
  const span = spanOf(dates);
  const { during } = periodWords(dates, f, terms);
  if (span.kind === "week" || daysIn(dates) === 1) return during;
  const days = `за ${counted(daysIn(dates))}`;
  switch (span.kind) {
    case "year":
      return `${days} ${span.year}${NBSP}${terms.ofYear}`;
    case "half":
    case "quarter":
      return `${days} ${ROMAN[span.ordinal - 1]}${NBSP}${terms[span.kind][2]} ${span.year}${NBSP}${terms.ofYear}`;
    case "months": {
      const months = span.several ? [dates.start, dates.end] : [dates.start];
      return `${days} ${months.map(f.monthInDate).join(RANGE_DASH)} ${span.year}${NBSP}${terms.ofYear}`;
    }
    case "dates":
      return `${days} ${during}`;
  }
}
