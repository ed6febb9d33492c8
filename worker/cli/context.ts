import { readFileSync } from "node:fs";
import { courtDirectory } from "../desk/normalise/court-directory.ts";
import type { NormaliseContext } from "../desk/normalise/index.ts";
import { moscowDate } from "../domain/calendar.ts";
import { parseCourts } from "../domain/courts.ts";

/** What normalising needs: the courts that the product ships, and today in Moscow. */
export function normaliseContext(): NormaliseContext {
  const list = readFileSync(new URL("../data/military-courts.csv", import.meta.url), "utf8");
  return { courts: courtDirectory(parseCourts(list)), today: moscowDate(Date.now()) };
}
