import type { Figure } from "../../contract/figure.ts";
import { addDays } from "../calendar.ts";

/** Publishers' series on these articles begin after it; what is earlier is a year with a wrong digit. */
export const LEDGER_FROM = "2014-01-01";
/** A period may run to the end of a month that isn't over. */
const DAYS_AHEAD = 31;

/** Whether a ledger may speak of a date. A wrong digit in a year would stretch every series by centuries. */
export function isLedgerDay(date: string, today: string): boolean {
  return date >= LEDGER_FROM && date <= addDays(today, DAYS_AHEAD);
}

/** What is taken instead, in words. */
export function ledgerDays(today: string): string {
  return `a date from ${LEDGER_FROM} to ${addDays(today, DAYS_AHEAD)}`;
}

/** The dates of a figure that can't be, by where they stand in it. */
export function implausibleDays({ period, published_on }: Figure, today: string): string[] {
  const days = { "period.start": period.start, "period.end": period.end, published_on };
  return Object.entries(days).flatMap(([place, day]) =>
    day === null || isLedgerDay(day, today) ? [] : place,
  );
}
