import type { Granularity } from "../../worker/contract/period.ts";
import type { SeriesPoint } from "../../worker/contract/series.ts";
import type { SeriesText } from "../../worker/contract/series-text.ts";
import type { Row } from "./shape.ts";

const DATES: Readonly<Record<Granularity, Intl.DateTimeFormatOptions>> = {
  week: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
  quarter: { month: "short", year: "numeric" },
  "half-year": { month: "short", year: "numeric" },
  year: { year: "numeric" },
};

/** How the language writes periods and numbers. */
export function formatsOf({ lang }: SeriesText, granularity: Granularity) {
  const locale = lang === "en" ? "en-GB" : lang;
  const number = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { ...DATES[granularity], timeZone: "UTC" });
  return {
    number: (value: number) => number.format(value),
    /** A span of months or years: "3 years". */
    span: (months: number) => {
      const [value, unit] = months % 12 ? [months, "month"] : [months / 12, "year"];
      return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
    },
    period: ({ from, to }: Row) => date.formatRange(from, to - 1),
    mark: (at: number, isYear: boolean) =>
      new Date(at).toLocaleDateString(locale, {
        [isYear ? "year" : "month"]: isYear ? "numeric" : "short",
        timeZone: "UTC",
      }),
  };
}
export type Formats = ReturnType<typeof formatsOf>;

/** A value with how sure it is. Neither "at least none" nor none of no case that is known says anything. */
export function valueText(
  { value, qualifier, known }: SeriesPoint,
  text: SeriesText,
  { number }: Formats,
): string {
  const saysNothing = value === 0 && (qualifier === "at_least" || known === 0);
  if (value === null || saysNothing) return text.history.unknown;
  return templateOf(qualifier, text).replace("{n}", number(value));
}

/** Of a qualifier that a newer service may have, its words, if they came along; else the number alone. */
function templateOf(qualifier: string, text: SeriesText): string {
  const words = new Map<string, unknown>(Object.entries(text)).get(qualifier);
  return typeof words === "string" && words.includes("{n}") ? words : "{n}";
}

/** What is still to come in a period: the range in which it is expected to end, or that it is incomplete. */
export function statusText({ points }: Row, { history }: SeriesText, { number }: Formats): string {
  const [point] = points;
  if (point?.status !== "provisional") return "";
  const { expected } = point;
  // A line may break after a dash; the joiner holds it.
  return expected
    ? history.expected.replace("{n}", `${number(expected.low)}–\u2060${number(expected.high)}`)
    : history.provisional;
}
