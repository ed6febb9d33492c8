import { DAYS_A_WEEK } from "../calendar.ts";

/** A count spread evenly over its days, in counts a week, not rounded. */
export function exactPerWeek({ value, days }: { value: number; days: number }): number {
  return (value * DAYS_A_WEEK) / days;
}

/** Rounded to one decimal, for people. Rounding it again would turn 98.48 into 98.5 and then 99. */
export function toOneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
