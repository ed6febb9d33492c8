import type { CourtCase } from "../contract/court-case.ts";
import { isMisread, MISREAD, misreading } from "./files/misread.ts";
import { UnreadableFile } from "./files/unreadable.ts";
import type { Format, FormatName, SourceRow } from "./formats/format.ts";
import { takeHead } from "./formats/head.ts";
import { otherThan, recogniseFormat } from "./formats/index.ts";
import { type KeptOut, type NormaliseContext, type Normalised, normalise } from "./normalise/index.ts";
import { VERDICTS_NOTE } from "./normalise/outcome.ts";
import { NOT_UNDERSTOOD, type Uncounted, uncounted } from "./normalise/uncounted.ts";
import type { Rejection } from "./rejection.ts";

/** What reading a file of court records gives, row by row. */
export type ReadEvent =
  | ({ line: number } & Extract<Normalised, { kind: "cases" | "higher" | "kept-out" }>)
  | { kind: "rejected"; rejection: Rejection }
  /** The file as a whole: nothing of it may be used, also where bad rows are skipped. */
  | { kind: "refused"; rejection: Rejection }
  | { kind: "warning"; text: string };

/** What has been read so far. */
export interface ReadSummary {
  /** Null until the file is recognised, and for good where it isn't. */
  format: FormatName | null;
  rows: number;
  /** Defendants' cases, before rows of the same case are folded into one. */
  cases: number;
  /** Refused rows; one may have several rejections. */
  rejected: number;
  keptOut: Partial<Record<KeptOut, number>>;
  warnings: string[];
  /** Whether nothing of the file may be used. */
  refused: boolean;
}

/**
 * Reads a file of court records: recognise → read → normalise. `summary` grows while `events` is taken;
 * nothing but the current row is held. Whatever stands in the file becomes an event: nothing is thrown.
 */
export function readFile(
  chunks: AsyncIterable<string>,
  context: NormaliseContext,
): { summary: ReadSummary; events: AsyncIterable<ReadEvent> } {
  const summary: ReadSummary = {
    format: null,
    rows: 0,
    cases: 0,
    rejected: 0,
    keptOut: {},
    warnings: [],
    refused: false,
  };
  const recognised = (name: FormatName) => {
    summary.format = name;
  };
  return { summary, events: counted(summary, guarded(read(chunks, context, recognised))) };
}

/** What isn't text ends the reading with a refusal, wherever in the file it shows. */
async function* guarded(events: AsyncIterable<ReadEvent>): AsyncGenerator<ReadEvent> {
  try {
    yield* events;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    yield refusal(error.expected);
  }
}

function refusal(expected: string): ReadEvent {
  return { kind: "refused", rejection: { line: 1, column: "file", value: null, expected } };
}

async function* read(
  chunks: AsyncIterable<string>,
  context: NormaliseContext,
  recognised: (name: FormatName) => void,
): AsyncGenerator<ReadEvent> {
  const { head, chunks: whole } = await takeHead(chunks);
  const misread = misreading(head);
  const format = misread === null ? recogniseFormat(head) : null;
  if (format === null) {
    yield refusal(misread ?? otherThan(head));
    return;
  }
  recognised(format.name);

  const watch = uncountedWatch(format);
  let isVerdictRead = false;
  let severalAccused = 0;
  let addresses = 0;
  for await (const item of format.read(whole)) {
    if (item.kind !== "row" && item.kind !== "empty") yield item;
    else if (item.kind === "empty") yield { kind: "kept-out", line: item.line, reason: "empty-card" };
    else {
      const { line, coded } = item.row;
      if ([item.row.courtName, item.row.decision].some((text) => text !== null && isMisread(text))) {
        yield { kind: "rejected", rejection: { line, column: "row", value: null, expected: MISREAD } };
        continue;
      }
      const result = normalise(item.row, context);
      if (result.kind === "rejected") {
        for (const rejection of result.rejected) yield { kind: "rejected", rejection };
        continue;
      }
      if (result.kind === "cases" && coded === null) {
        watch.see(item.row, result.cases);
        isVerdictRead ||= result.cases.some(({ outcome }) => outcome === "convicted");
        if (result.cases.length > 1) severalAccused += 1;
      }
      if (result.kind === "cases" && item.row.sourceUrl !== null && result.cases[0]?.source_url === null)
        addresses += 1;
      yield { ...result, line };
    }
  }
  yield* watch.events();
  if (addresses > 0) yield { kind: "warning", text: `${ADDRESSES_NOTE}: ${addresses}.` };
  if (isVerdictRead) yield { kind: "warning", text: VERDICTS_NOTE };
  if (severalAccused > 0) yield { kind: "warning", text: severalAccusedNote(severalAccused) };
}

async function* counted(summary: ReadSummary, events: AsyncIterable<ReadEvent>): AsyncGenerator<ReadEvent> {
  let rejectedLine = 0;
  for await (const event of events) {
    if (event.kind === "warning") summary.warnings.push(event.text);
    else if (event.kind === "refused") {
      summary.refused = true;
      summary.rejected += 1;
    } else if (event.kind === "rejected") {
      const { line, column } = event.rejection;
      if (line !== rejectedLine) summary.rejected += 1;
      if (line !== rejectedLine && column !== "header") summary.rows += 1;
      rejectedLine = line;
    } else summary.rows += 1;
    if (event.kind === "cases") summary.cases += event.cases.length;
    if (event.kind === "kept-out") summary.keptOut[event.reason] = (summary.keptOut[event.reason] ?? 0) + 1;
    yield event;
  }
}

function severalAccusedNote(rows: number): string {
  return (
    `Rows with several accused and one decision, which is applied to each of them: ${rows}. ` +
    "Code the exceptions from the verdicts' texts in the desk's own CSV."
  );
}

/** One row in so many may be one that nobody understands, and of fewer rows one. */
const ROWS_A_RIDDLE = 20;

/** Counts the rows that will count nowhere, by reason; a file with too many of those that weren't understood is refused. */
function uncountedWatch({ name }: Format) {
  const found = new Map<Uncounted, number>();
  let rows = 0;
  return {
    see(row: SourceRow, cases: readonly CourtCase[]): void {
      rows += 1;
      const reason = uncounted(row, cases, name !== "sudrfparser-json");
      if (reason !== null) found.set(reason, (found.get(reason) ?? 0) + 1);
    },
    *events(): Generator<ReadEvent> {
      for (const [reason, count] of found)
        yield { kind: "warning", text: `${UNCOUNTED_NOTES[reason]}: ${count}.` };
      const riddles = NOT_UNDERSTOOD.reduce((sum, reason) => sum + (found.get(reason) ?? 0), 0);
      if (riddles <= Math.max(1, rows / ROWS_A_RIDDLE)) return;
      yield refusal(
        `a dump whose rows can be understood: of ${rows}, ${riddles} can't, for the reasons above; check its columns and encoding`,
      );
    },
  };
}

const UNCOUNTED_NOTES: Readonly<Record<Uncounted, string>> = {
  "other-articles": "Rows that count nowhere, because none of their articles is counted here",
  "hidden-articles": "Rows that count nowhere, because the court hides the articles with the accused",
  "no-article": "Rows that count nowhere, because no article was found in them",
  "unknown-outcome": "Rows that count as no conviction, because nobody knows how they were decided",
  "no-verdict-date": "Rows that count in no week, because they were decided on an unknown day",
  "no-date": "Rows that count in no week, because they have no date at all",
};

const ADDRESSES_NOTE =
  "Addresses that were left out, because they aren't a card's on a court's site and may hold a name";
