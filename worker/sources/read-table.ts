import { SOURCE_ROWS_MAX } from "../config.ts";
import type { FileProvenance } from "../contract/imports.ts";
import { NAMES_STAY, type RunProblem, type SourceFormat } from "../contract/sources.ts";
import { cutParts } from "../desk/cut-parts.ts";
import { misreading } from "../desk/files/misread.ts";
import { UnreadableFile } from "../desk/files/unreadable.ts";
import { type Foldable, foldByCase } from "../desk/fold.ts";
import { HEAD_LENGTH } from "../desk/formats/head.ts";
import { isLedger, recogniseFormat } from "../desk/formats/index.ts";
import { readLedger } from "../desk/formats/ledger.ts";
import { unfitLedger } from "../desk/ledger-limits.ts";
import type { NormaliseContext } from "../desk/normalise/index.ts";
import { readFile } from "../desk/read.ts";
import type { Rejection } from "../desk/rejection.ts";
import { sha256Hex } from "../domain/digest.ts";
import { tableText } from "./table-text.ts";

/** A table as it will be staged. */
export interface TableRead {
  kind: "ledger" | "cases";
  /** Bodies of a batch's parts, in JSON. */
  parts: string[];
  /** SHA-256 of the parts. */
  content: string;
  provenance: FileProvenance;
}

/** Rows that a run's problem names; whoever mends the table mends them one after the other. */
const NAMED = 20;

/**
 * Reads a fetched table by the desk's own readers, or says why it is none.
 * @param expected what its source is said to hold
 * @param sha256 of the bytes
 */
export async function readTable(
  bytes: Uint8Array,
  expected: SourceFormat,
  sha256: string,
  context: NormaliseContext,
): Promise<TableRead | { problem: RunProblem }> {
  let text: string;
  try {
    text = (await tableText(bytes)).replace(/^\uFEFF/, "");
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return problem("not-text", `Expected ${error.expected}.`);
  }
  const head = text.slice(0, HEAD_LENGTH);
  if (/^\s*<(?:!doctype html|html|head|body)\b/i.test(head)) return problem("web-page", WEB_PAGE);
  if (/^\s*</.test(head))
    return problem("web-page", "This is no table but XML, as servers answer with an error.");
  if (text.trim() === "")
    return problem("empty", "The address answered with nothing. The number stays as it is.");
  const misread = misreading(head);
  if (misread) return problem("not-text", `Expected ${misread}.`);
  const found = isLedger(head) ? "ledger" : (recogniseFormat(head)?.name ?? null);
  if (found !== expected) return problem(...otherFormat(found, expected));
  return found === "ledger" ? ledgerOf(text, sha256, context) : casesOf(text, sha256, context);
}

const WEB_PAGE =
  "This is a web page, not a table: is the sheet published to the web? A login page and an error page look so, too.";

async function ledgerOf(
  text: string,
  sha256: string,
  { today }: NormaliseContext,
): Promise<TableRead | { problem: RunProblem }> {
  const { figures, rejected } = readLedger(text, today);
  if (rejected.length > 0) return rowsRefused(rejected, new Set(rejected.map(({ line }) => line)).size);
  if (figures.length === 0) return problem("empty", EMPTY);
  const unfit = unfitLedger(figures, today);
  if (unfit) return problem("unfit", unfit.kind === "unprocessable" ? unfit.errors[0]!.message : unfit.kind);
  const rows = figures.length;
  return {
    kind: "ledger",
    parts: [JSON.stringify({ figures })],
    // As the command line and the studio have it, so that the same ledger is the same batch.
    content: await sha256Hex(JSON.stringify(figures)),
    provenance: { sha256, format: "ledger", rows, taken: rows, rejected: 0, kept_out: {}, warnings: [] },
  };
}

async function casesOf(
  text: string,
  sha256: string,
  context: NormaliseContext,
): Promise<TableRead | { problem: RunProblem }> {
  async function* whole() {
    yield text;
  }
  const { summary, events } = readFile(whole(), context);
  const rejected: Rejection[] = [];
  const found: Foldable[] = [];
  for await (const event of events) {
    if (event.kind === "cases" || event.kind === "higher") found.push(event);
    else if (event.kind === "refused") rejected.unshift(event.rejection);
    else if (event.kind === "rejected" && rejected.length < NAMED) rejected.push(event.rejection);
    if (summary.rows > SOURCE_ROWS_MAX) {
      return problem(
        "too-many-rows",
        `The table has more than ${SOURCE_ROWS_MAX} rows. Publish it from the desk's machine, or let the source hold what is new alone.`,
      );
    }
  }
  if (summary.rejected > 0) return rowsRefused(rejected, summary.rejected);
  if (summary.cases === 0) return problem("empty", EMPTY);
  const { cases, contradictions } = foldByCase(found);
  const parts = [...cutParts(cases)];
  const note = contradictions.note();
  const warnings = [...summary.warnings, ...(note === null ? [] : [note])];
  return {
    kind: "cases",
    parts,
    content: await sha256Hex(parts.join("")),
    provenance: {
      sha256,
      format: "desk-csv",
      rows: summary.rows,
      taken: summary.cases,
      rejected: 0,
      kept_out: { ...summary.keptOut },
      warnings: warnings.slice(0, 50).map((one) => one.slice(0, 500)),
    },
  };
}

const EMPTY = "The table has a header and no row. An empty table is not a zero: the number stays as it is.";

function rowsRefused(rejected: readonly Rejection[], rows: number): { problem: RunProblem } {
  const [first] = rejected;
  const where = first ? `: line ${first.line}, ${first.column}: expected ${first.expected}` : "";
  const text = `${rows === 1 ? "One row" : `${rows} rows`} can't be read${where}. Nothing of the table was taken.`;
  return { problem: { code: "rows-refused", text, rejected: rejected.slice(0, NAMED) } };
}

function otherFormat(found: string | null, expected: SourceFormat): [RunProblem["code"], string] {
  if (found !== null && found !== "ledger" && found !== "desk-csv") return ["names", NAMES_STAY];
  const said = {
    ledger: "the ledger of published figures",
    "desk-csv": "the desk's own CSV of court records",
  };
  const what = found === null ? "no table with a header that is known here" : said[found];
  return ["other-format", `Expected ${said[expected]}, by its header; this is ${what}.`];
}

function problem(code: RunProblem["code"], text: string): { problem: RunProblem } {
  return { problem: { code, text } };
}
