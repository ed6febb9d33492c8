import { readFileSync } from "node:fs";
import type { CourtCase } from "../../../../worker/contract/court-case.ts";
import { type ReadEvent, type ReadSummary, readFile } from "../../../../worker/desk/read.ts";
import { chunked, collect } from "./chunks.ts";
import { DIRECTORY } from "./courts.ts";

/** After everything that the fixtures tell of. */
export const TODAY = "2024-12-01";

export const HEADER =
  "case_uid,court_code,case_number,defendant,articles,received_on,decided_on,outcome,sentence,term_months," +
  "service,source_url,first_seen_on,removed_on";

export function dump(name: string): string {
  return readFileSync(new URL(`../../../fixtures/dumps/${name}`, import.meta.url), "utf8");
}

export interface Reading {
  summary: ReadSummary;
  events: ReadEvent[];
  cases: CourtCase[];
}

/** Reads a whole file, cut at the given places. */
export async function readText(text: string, cuts: readonly number[] = []): Promise<Reading> {
  const { summary, events } = readFile(chunked(text, cuts), { courts: DIRECTORY, today: TODAY });
  const all = await collect(events);
  return { summary, events: all, cases: all.flatMap((event) => (event.kind === "cases" ? event.cases : [])) };
}

/** `line column value` of each rejection, and what was expected. */
export function rejections({ events }: Reading): (string | number | null)[][] {
  return events.flatMap((event) => {
    if (event.kind !== "rejected" && event.kind !== "refused") return [];
    const { line, column, value, expected } = event.rejection;
    return [[line, column, value, expected]];
  });
}
