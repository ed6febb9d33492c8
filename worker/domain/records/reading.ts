import type { Edition, EditionContent, Records } from "../edition.ts";
import { weekIndex } from "../week-index.ts";
import { coverageOf } from "./coverage.ts";
import { outlooksOf } from "./outlook.ts";

/**
 * What a later reading of the courts' records says of an edition to which it brings nothing: of which days it speaks,
 * and how much of the recent weeks is in, as of that day. Nothing came in, so that no count changes.
 */
export interface RecordsReading extends Pick<Records, "readOn" | "newestWeek" | "outlooks" | "coverage"> {
  edition: string;
}

/** @param content as D1 has it for the edition, as of the later day */
export function readingOf(edition: string, content: EditionContent["records"]): RecordsReading | null {
  if (!content) return null;
  const { delays, readOn, stated } = content;
  const newestWeek = weekIndex(readOn);
  const coverage = coverageOf(content, stated, readOn);
  return { edition, readOn, newestWeek, coverage, outlooks: outlooksOf(delays, newestWeek) };
}

/** An edition as of a later reading of its records; the same where there was none. */
export function readAgain(edition: Edition, reading: RecordsReading | null): Edition {
  const { id, records } = edition;
  if (!reading || !records || reading.edition !== id || reading.readOn <= records.readOn) return edition;
  const { edition: _, ...read } = reading;
  return { ...edition, records: { ...records, ...read, again: true } };
}
