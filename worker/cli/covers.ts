import { InvalidArgumentError } from "commander";
import type { CoveredDays } from "../contract/covered-days.ts";
import { isIsoDate } from "../domain/calendar.ts";

/** `2023-01-01..2025-06-30`, with courts behind a colon where it is about some alone: `…:77GV0007,66GV0008`. */
export function readCovers(text: string, before: readonly CoveredDays[] = []): CoveredDays[] {
  const [days = "", courts] = text.split(":");
  const [start = "", end = ""] = days.split("..");
  if (!isIsoDate(start) || !isIsoDate(end) || start > end) {
    throw new InvalidArgumentError("Expected the first and the last day, as in 2023-01-01..2025-06-30.");
  }
  const codes = courts?.split(",").map((code) => code.trim()) ?? null;
  if (codes?.some((code) => !/^\d{2}[A-Z]{2}\d{4}$/.test(code))) {
    throw new InvalidArgumentError("Expected court codes after the colon, as in :77GV0007,66GV0008.");
  }
  return [...before, { courts: codes, start, end }];
}
