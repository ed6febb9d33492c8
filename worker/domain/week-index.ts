import { dayNumber, fromDayNumber, weekName } from "./calendar.ts";

/** Weeks are counted from Monday 5 January 1970, the first Monday of the calendar that computers count by. */
const FIRST_MONDAY = 4;

/** Days from the first Monday to `date`. */
export function dayIndex(date: string): number {
  return dayNumber(date) - FIRST_MONDAY;
}

/** Index of the ISO week that holds `date`. */
export function weekIndex(date: string): number {
  return weekOfDay(dayNumber(date));
}

/** Index of the ISO week that holds a day, given in days since 1970-01-01. */
export function weekOfDay(day: number): number {
  return Math.floor((day - FIRST_MONDAY) / 7);
}

/** @param day days since 1970-01-01 */
export function isMonday(day: number): boolean {
  return (day - FIRST_MONDAY) % 7 === 0;
}

/** Monday of a week. */
export function mondayOf(week: number): string {
  return fromDayNumber(week * 7 + FIRST_MONDAY);
}

/** ISO 8601 name of a week: `2025-W20`. */
export function weekNameOf(week: number): string {
  return weekName(mondayOf(week));
}

/** Index of the week with an ISO 8601 name: the first week of a year holds its 4 January. */
export function indexOfWeekName(name: string): number {
  const [year, week] = name.split("-W");
  return weekIndex(`${year}-01-04`) + Number(week) - 1;
}
