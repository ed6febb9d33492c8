import list from "../../../worker/data/military-courts.csv?raw";
import { courtDirectory } from "../../../worker/desk/normalise/court-directory.ts";
import type { NormaliseContext } from "../../../worker/desk/normalise/index.ts";
import { moscowDate } from "../../../worker/domain/calendar.ts";
import { parseCourts } from "../../../worker/domain/courts.ts";
import { lang } from "../words/index.ts";

const COURTS = parseCourts(list);
const NAMES = new Map(COURTS.map(({ code, names }) => [code, names]));

/** What normalising needs: the courts that the product ships, and today in Moscow. */
export function normaliseContext(): NormaliseContext {
  return { courts: courtDirectory(COURTS), today: moscowDate(Date.now()) };
}

/** Whether the list of courts has this code. */
export function isCourt(code: string): boolean {
  return NAMES.has(code);
}

/** A court's name in the language of this visit; its code where the list doesn't have it. */
export function courtName(code: string): string {
  return NAMES.get(code)?.[lang] ?? code;
}

/** Codes of all courts that the list has. */
export function allCourts(): string[] {
  return [...NAMES.keys()];
}

/** Where a court's own site is; null where the list has none. */
export function courtSite(code: string): string | null {
  const host = COURTS.find((court) => court.code === code)?.host;
  return host ? `https://${host}/` : null;
}
