import type { FormatName } from "./formats/format.ts";
import { isMisread, takeHead } from "./formats/head.ts";
import { KNOWN_FORMATS, recogniseFormat } from "./formats/index.ts";
import { type KeptOut, type NormaliseContext, type Normalised, normalise } from "./normalise/index.ts";
import { VERDICTS_NOTE } from "./normalise/outcome.ts";
import type { Rejection } from "./rejection.ts";

/** What reading a file of court records gives, row by row. */
export type ReadEvent =
  | ({ line: number } & Extract<Normalised, { kind: "cases" | "higher" | "kept-out" }>)
  | { kind: "rejected"; rejection: Rejection }
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
}

/**
 * Reads a file of court records: recognise → read → normalise. `summary` grows while `events` is taken;
 * nothing but the current row is held. Whatever stands in the file becomes an event: nothing is thrown.
 */
export function readFile(
  chunks: AsyncIterable<string>,
  context: NormaliseContext,
): { summary: ReadSummary; events: AsyncIterable<ReadEvent> } {
  const summary: ReadSummary = { format: null, rows: 0, cases: 0, rejected: 0, keptOut: {}, warnings: [] };
  const recognised = (name: FormatName) => {
    summary.format = name;
  };
  return { summary, events: counted(summary, read(chunks, context, recognised)) };
}

async function* read(
  chunks: AsyncIterable<string>,
  context: NormaliseContext,
  recognised: (name: FormatName) => void,
): AsyncGenerator<ReadEvent> {
  const { head, chunks: whole } = await takeHead(chunks);
  if (isMisread(head)) {
    const expected = "text in UTF-8; this file is in another encoding, such as windows-1251";
    yield { kind: "rejected", rejection: { line: 1, column: "header", value: null, expected } };
    return;
  }
  const format = recogniseFormat(head);
  if (format === null) {
    yield {
      kind: "rejected",
      rejection: { line: 1, column: "header", value: null, expected: KNOWN_FORMATS },
    };
    return;
  }
  recognised(format.name);

  let isVerdictRead = false;
  let severalAccused = 0;
  for await (const item of format.read(whole)) {
    if (item.kind === "warning" || item.kind === "rejected") yield item;
    else if (item.kind === "empty") yield { kind: "kept-out", line: item.line, reason: "empty-card" };
    else {
      const { line, coded } = item.row;
      const result = normalise(item.row, context);
      if (result.kind === "rejected") {
        for (const rejection of result.rejected) yield { kind: "rejected", rejection };
        continue;
      }
      if (result.kind === "cases" && coded === null) {
        isVerdictRead ||= result.cases.some(({ outcome }) => outcome === "convicted");
        if (result.cases.length > 1) severalAccused += 1;
      }
      yield { ...result, line };
    }
  }
  if (isVerdictRead) yield { kind: "warning", text: VERDICTS_NOTE };
  if (severalAccused > 0) yield { kind: "warning", text: severalAccusedNote(severalAccused) };
}

async function* counted(summary: ReadSummary, events: AsyncIterable<ReadEvent>): AsyncGenerator<ReadEvent> {
  let rejectedLine = 0;
  for await (const event of events) {
    if (event.kind === "warning") summary.warnings.push(event.text);
    else if (event.kind === "rejected") {
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
    `Rows with several accused and one decision, which is taken for each of them: ${rows}. ` +
    "Code the exceptions from the verdicts' texts in the desk's own CSV."
  );
}
