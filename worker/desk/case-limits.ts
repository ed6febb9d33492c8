import type { CourtCase } from "../contract/court-case.ts";
import { addDays } from "../domain/calendar.ts";
import type { Failure } from "../problem.ts";
import { impossible } from "./normalise/dates.ts";

const DAYS = ["received_on", "decided_on", "first_seen_on", "removed_on"] as const;
const NAMED = 20;
/** A wrong year is what stretches series; a wrong month is for the guard. */
const DAYS_AHEAD = 366;

/**
 * Why a part of court records can't be staged; null where it can. Our readers refuse such dates with their line; this is
 * for programs of other people's.
 * @param today Moscow date
 */
export function unfitCases(cases: readonly CourtCase[], today: string): Failure | null {
  const latest = addDays(today, DAYS_AHEAD);
  const errors = cases.flatMap((one, index) =>
    DAYS.flatMap((name) => {
      if (!one[name] || impossible(one[name], latest) === null) return [];
      return { parameter: `cases.${index}.${name}`, message: `A date from 1996 to ${latest} was expected.` };
    }),
  );
  return errors.length > 0 ? { kind: "unprocessable", errors: errors.slice(0, NAMED) } : null;
}
