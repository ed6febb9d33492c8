import { Temporal } from "temporal-polyfill";
import type { Period } from "../contract/common.ts";

/** Russian courts keep Moscow time for their records, whatever their own zone. */
export const ZONE = "Europe/Moscow";
export const DAYS_A_WEEK = 7;

/** The calendar date in Moscow at an instant given in milliseconds since 1970. */
export function moscowDate(epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** When a calendar date begins in Moscow, in milliseconds since 1970. */
export function startOfMoscowDay(date: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(ZONE).epochMilliseconds;
}

/** An instant in UTC to the second, ISO 8601: `2025-06-30T09:00:00Z`. */
export function instantOf(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

/** Whether a text is an instant as `instantOf` writes it. */
export function isInstant(text: string): boolean {
  const epochMs = Date.parse(text);
  return Number.isFinite(epochMs) && instantOf(epochMs) === text;
}

/** Whether `text` is a date that exists, written as ISO 8601 (`2023-02-29` is not). */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/**
 * Days since 1970-01-01. Dates without zones are whole days, so arithmetic on them is exact.
 * @throws RangeError for what is no date: no loop over days may begin or end with one
 */
export function dayNumber(date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError("A date was expected, such as 2025-04-01.");
  return at / 86_400_000;
}

/** The last day, and the first, of which dates are in order as texts, which every comparison of them relies on. */
const [FIRST_DAY, LAST_DAY] = [-719_528, 2_932_896];

/** @throws RangeError before the year 0 and after 9999 */
export function fromDayNumber(day: number): string {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) throw new RangeError("There are dates from year 0 to 9999.");
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return fromDayNumber(dayNumber(date) + days);
}

/** Number of days in a period; both ends count. */
export function daysIn({ start, end }: Period): number {
  return dayNumber(end) - dayNumber(start) + 1;
}

/** Monday of the ISO week that holds `date`. */
export function weekStart(date: string): string {
  const day = dayNumber(date);
  return fromDayNumber(day - ((((day + 3) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK));
}

/** The ISO week that holds `date`, both ends inclusive. */
export function weekOf(date: string): Period {
  const start = weekStart(date);
  return { start, end: addDays(start, DAYS_A_WEEK - 1) };
}

/** ISO 8601 name of the week that holds `date`: `2025-W20`. */
export function weekName(date: string): string {
  const plain = Temporal.PlainDate.from(date);
  return `${plain.yearOfWeek}-W${String(plain.weekOfYear).padStart(2, "0")}`;
}

/** Whole weeks from one Monday to another. */
export function weeksBetween(from: string, to: string): number {
  return (dayNumber(to) - dayNumber(from)) / DAYS_A_WEEK;
}
