import list from "../../../worker/data/military-courts.csv?raw";
import { courtDirectory, parseCourts } from "../../../worker/desk/normalise/court.ts";
import type { NormaliseContext } from "../../../worker/desk/normalise/index.ts";
import { moscowDate } from "../../../worker/domain/calendar.ts";

const COURTS = parseCourts(list);
const NAMES = new Map(COURTS.map(({ code, name }) => [code, name]));

/** What normalising needs: the courts that the product ships, and today in Moscow. */
export function normaliseContext(): NormaliseContext {
  return { courts: courtDirectory(COURTS), today: moscowDate(Date.now()) };
}

/** A court's name; its code where the list doesn't have it. */
export function courtName(code: string): string {
  return NAMES.get(code) ?? code;
}
