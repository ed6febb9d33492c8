import { dayNumber } from "./calendar.ts";
import { isMonday, mondayOf, weekOfDay } from "./week-index.ts";

/** The first day of a month, where weeks are cut in two. */
export interface MonthTurn {
  /** Months since January of the year 0. */
  month: number;
  /** The week that the day falls in. */
  week: number;
  /** The day is a Monday, so that the week isn't cut. */
  clean: boolean;
}

/** Index of the month that holds `date`, counted from January of the year 0. */
export function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** First day of a month. */
export function firstDayOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

/** The turns of the month that fall in a stretch of weeks, in order: about one in four of its weeks. */
export function turnsWithin(firstWeek: number, weeks: number): MonthTurn[] {
  if (weeks === 0) return [];
  const monday = mondayOf(firstWeek);
  const first = monthIndex(monday) + (monday.endsWith("-01") ? 0 : 1);
  const turns: MonthTurn[] = [];
  for (let month = first; ; month++) {
    const day = dayNumber(firstDayOf(month));
    const week = weekOfDay(day);
    if (week >= firstWeek + weeks) return turns;
    turns.push({ month, week, clean: isMonday(day) });
  }
}
