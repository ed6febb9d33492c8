import type { CaseDates } from "../contract/changes.ts";
import { dayNumber } from "../domain/calendar.ts";
import { NAMED } from "./cases-diff.ts";

/**
 * From the receipt to the verdict: in a hundred cards at most 368 days, and a trial may be stayed while the accused is
 * at the front. Three years are a slip of the year rather than a trial.
 */
export const MOST_DAYS = 1_096;

type Dated = {
  court_code: string;
  case_number: string;
  received_on: string | null;
  decided_on: string | null;
};

/** Those of the records whose receipt and verdict are implausibly far apart. */
export function implausible(records: readonly Dated[]): CaseDates[] {
  return records
    .flatMap(({ court_code: court, case_number, received_on, decided_on }) => {
      if (received_on === null || decided_on === null) return [];
      const days = dayNumber(decided_on) - dayNumber(received_on);
      return days > MOST_DAYS ? [{ court, case_number, received_on, decided_on }] : [];
    })
    .slice(0, NAMED);
}
