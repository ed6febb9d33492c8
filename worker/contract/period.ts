import { z } from "zod";
import type { Period } from "./common.ts";

/** How fine a series is. Weeks are ISO weeks; all else are parts of the calendar year. */
export const GRANULARITIES = ["week", "month", "quarter", "half-year", "year"] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** A period by the name that a reader gave it, or would. */
export interface NamedPeriod {
  /** `2025-05-12`, `2025-W20`, `2025-05`, `2025-Q2`, `2023-H1`, `2023`, or two of them: `2023-03/2023-06`. */
  label: string;
  period: Period;
}

const SPELLINGS =
  "an ISO week (2025-W20), a month (2025-05), a quarter (2025-Q2), a half-year (2023-H1) or a year (2023)";
const WITH_DAYS = `a date (2025-05-12), ${SPELLINGS}`;
const SPANS = `${SPELLINGS}, or the first and the last of several (2023-01/2023-05)`;

const PART = "(19|20)\\d\\d(-(W\\d\\d|Q[1-4]|H[12]|(0[1-9]|1[0-2])))?";
const SPELLED = new RegExp(`^(${PART}|(19|20)\\d\\d-\\d\\d-\\d\\d)$`);
const SPAN = new RegExp(`^${PART}(/${PART})?$`);

/** An end of a range of time, by the name of a period: the range takes in the whole of it. */
export const PeriodName = z
  .string()
  .regex(SPELLED, { error: WITH_DAYS, abort: true })
  .transform((text, context) => named(text) ?? refuse(context, `there is no such day or week as ${text}`));

/** Calendar periods that a count can be asked for, each with its name. Single days aren't counted apart. */
export const PeriodSpan = z
  .string()
  .regex(SPAN, { error: SPANS, abort: true })
  .transform((text, context) => spanOf(text) ?? refuse(context, `${text} has no such week, or ends first`));

/** Several of them, joined by commas: `2022,2021`. */
export function periodSpans(most: number) {
  return z.string().transform((text, context): NamedPeriod[] => {
    const names = text.split(",");
    if (names.length > most) return refuse(context, `at most ${most} periods were expected`);
    const wrong = names.find((name) => !SPAN.test(name) || !spanOf(name));
    if (wrong !== undefined) return refuse(context, `${wrong || "nothing"} isn't ${SPANS}`);
    return names.map((name) => spanOf(name)!);
  });
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}

/** The span from the start of one named period to the end of another; null where it runs backwards. */
function spanOf(text: string): NamedPeriod | null {
  const [first, last] = text.split("/").map(named);
  if (!first || last === null) return null;
  const period = { start: first.period.start, end: (last ?? first).period.end };
  return period.start <= period.end ? { label: text, period } : null;
}

/** Null where the calendar has no such day or week. */
function named(text: string): NamedPeriod | null {
  const period = periodOf(text);
  return period && { label: text, period };
}

function periodOf(text: string): Period | null {
  const year = Number(text.slice(0, 4));
  const part = text.slice(5);
  const number = Number(part.slice(1));
  if (part === "") return months(year, 0, 12);
  if (part.startsWith("H")) return months(year, (number - 1) * 6, 6);
  if (part.startsWith("Q")) return months(year, (number - 1) * 3, 3);
  if (part.startsWith("W")) return week(year, number);
  if (part.length === 2) return months(year, Number(part) - 1, 1);
  const [month = 0, day = 0] = part.split("-").map(Number);
  return dateOf(Date.UTC(year, month - 1, day)) === text ? { start: text, end: text } : null;
}

function months(year: number, first: number, count: number): Period {
  return { start: dateOf(Date.UTC(year, first)), end: dateOf(Date.UTC(year, first + count, 0)) };
}

/** ISO 8601: a week belongs to the year of its Thursday, and the first one holds 4 January. */
function week(year: number, number: number): Period | null {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (number - 1) * 7;
  const thursday = dateOf(Date.UTC(year, 0, monday + 3));
  if (number === 0 || !thursday.startsWith(String(year))) return null;
  return { start: dateOf(Date.UTC(year, 0, monday)), end: dateOf(Date.UTC(year, 0, monday + 6)) };
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
