import { moscowDate } from "../domain/calendar.ts";

/** Three calls of the schedule: one that is left out does no harm. */
const WINDOW_MS = 900_000;

/** Whether a day has just begun in Moscow: from then on readers are told of another week, or of one day more. */
export function dayHasTurned(now: number): boolean {
  return moscowDate(now) !== moscowDate(now - WINDOW_MS);
}
