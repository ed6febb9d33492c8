import { firstCourtOf } from "../normalise/appeal-tail.ts";
import { isHidden, parseAccused } from "../normalise/articles.ts";
import { readDate } from "../normalise/dates.ts";
import type { SourceColumns, SourceRow } from "./format.ts";

/** The cells of a sudrfscraper case that are read; `names` is parsed here and goes no further. */
export interface ScraperCells {
  cui: string | null;
  courtName: string | null;
  caseNumber: string | null;
  names: string | null;
  /** What parts the accused in `names`. */
  separator: ";" | ",";
  entryDate: string | null;
  resultDate: string | null;
  decision: string | null;
  link: string | null;
}

export function scraperRow(
  line: number,
  columns: SourceColumns,
  cells: ScraperCells,
  verdictPostedOn: string | null,
): SourceRow {
  const names = cells.names ?? "";
  return {
    line,
    columns,
    caseUid: cells.cui,
    courtCode: null,
    courtName: cells.courtName,
    courtHost: hostOf(cells.link),
    caseNumber: cells.caseNumber,
    accused: parseAccused(names, cells.separator),
    hidesAccused: isHidden(names),
    firstCourt: firstCourtOf(names),
    receivedOn: cells.entryDate,
    decidedOn: cells.resultDate,
    decision: cells.decision,
    verdictPostedOn,
    sourceUrl: cells.link,
    coded: null,
  };
}

function hostOf(link: string | null): string | null {
  return /^https?:\/\/([^/?#]+)/i.exec(link ?? "")?.[1] ?? null;
}

/** So few rows say nothing about how a dump was filtered. */
const ENOUGH_ROWS = 100;
/** A live list always has cases received in the last two months that aren't decided yet. */
const RECENT_DAYS = 60;

/**
 * Watches for dumps that were filtered by the date of the result: every case is decided although some
 * came in just before the last decision. The cases still pending are missing there.
 */
export function finishedOnlyWatch() {
  let rows = 0;
  let pending = 0;
  let lastEntry = "";
  let lastResult = "";
  return {
    see(row: SourceRow): void {
      rows += 1;
      const [entry, result] = [readDate(row.receivedOn ?? ""), readDate(row.decidedOn ?? "")];
      if (result === null) pending += 1;
      if (entry !== null && entry > lastEntry) lastEntry = entry;
      if (result !== null && result > lastResult) lastResult = result;
    },
    warning(): string | null {
      if (rows < ENOUGH_ROWS || pending > 0 || lastEntry === "" || lastResult === "") return null;
      if (Date.parse(lastResult) - Date.parse(lastEntry) > RECENT_DAYS * 86_400_000) return null;
      return `Every one of the ${rows} rows is decided: ${FINISHED_ONLY}`;
    },
  };
}

export const FINISHED_ONLY =
  "a dump that was filtered by the date of the result lacks the pending cases, " +
  "so it can't say how many cases were received.";
