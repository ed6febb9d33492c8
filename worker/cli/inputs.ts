import { createHash } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { access, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Figure } from "../contract/figure.ts";
import type { FileProvenance } from "../contract/imports.ts";
import { textIn } from "../desk/files/text.ts";
import { UnreadableFile } from "../desk/files/unreadable.ts";
import { takeHead } from "../desk/formats/head.ts";
import { isLedger } from "../desk/formats/index.ts";
import { readLedger } from "../desk/formats/ledger.ts";
import type { NormaliseContext } from "../desk/normalise/index.ts";
import { readFile as readRecords } from "../desk/read.ts";
import type { Rejection } from "../desk/rejection.ts";
import { Parts } from "./parts.ts";
import { Spool } from "./spool.ts";

/** Characters at a file's start by which a ledger is told from records. */
const HEAD_CHARACTERS = 4_096;

/** What reading one file gave. */
export interface FileReport {
  file: string;
  path: string;
  sha256: string;
  format: string;
  rows: number;
  cases: number;
  /** At most `REPORTED_REJECTIONS` in full; `rejectedRows` counts all. */
  rejected: Rejection[];
  rejectedRows: number;
  keptOut: Record<string, number>;
  warnings: string[];
  /** Nothing of the file may be used, also where bad rows are skipped. */
  refused: boolean;
}

/** A file of a million bad rows is told by its first ones. */
export const REPORTED_REJECTIONS = 1_000;

/** One ledger, or the cases of any number of dumps. Whoever asked for parts closes them. */
export type InputReading = { reports: FileReport[] } & (
  | { figures: Figure[]; parts: null }
  | { figures: null; parts: Parts }
);

/**
 * Reads files of one kind: one ledger, or any number of dumps of court records.
 * @param onRead told of the bytes read, for a progress bar
 * @throws Error with the file's name for a file that can't be opened, or for files of both kinds
 */
export async function readInputs(
  paths: readonly string[],
  context: NormaliseContext,
  onRead: (bytes: number) => void,
): Promise<InputReading> {
  const ledgers = await Promise.all(paths.map(async (path) => isLedger(await headOf(path))));
  if (ledgers.includes(true) && paths.length > 1) {
    throw new Error(
      "A ledger replaces the previous one entirely: give it alone, and court records in a separate command.",
    );
  }
  const [ledger] = paths;
  if (ledger && ledgers[0]) return readLedgerFile(ledger, context, onRead);
  const spool = new Spool();
  try {
    const reports: FileReport[] = [];
    for (const path of paths) reports.push(await readRecordsFile(path, spool, context, onRead));
    const { higherAlone } = spool.finish();
    const [first] = reports;
    if (first && higherAlone > 0) addKeptOut(first, "no-first-instance-case", higherAlone);
    const parts = new Parts(spool.cases());
    const note = spool.contradictions.note();
    if (first && note !== null) first.warnings.push(note);
    return { reports, figures: null, parts };
  } finally {
    spool.close();
  }
}

function addKeptOut({ keptOut }: FileReport, reason: string, cards: number): void {
  keptOut[reason] = (keptOut[reason] ?? 0) + cards;
}

/** Bytes of all files together. */
export async function sizeOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return sizes.reduce((a, b) => a + b, 0);
}

export function provenanceOf(report: FileReport): FileProvenance {
  return {
    sha256: report.sha256,
    format: report.format,
    rows: report.rows,
    taken: report.cases,
    rejected: report.rejectedRows,
    kept_out: report.keptOut,
    warnings: report.warnings.slice(0, 50).map((text) => text.slice(0, 500)),
  };
}

async function readLedgerFile(
  path: string,
  { today }: NormaliseContext,
  onRead: (bytes: number) => void,
): Promise<InputReading> {
  const hash = createHash("sha256");
  let text = "";
  for await (const chunk of chunksOf(path, hash, onRead)) text += chunk;
  const { figures, rejected } = readLedger(text, today);
  const rejectedRows = new Set(rejected.map(({ line }) => line)).size;
  const report: FileReport = {
    file: basename(path),
    path,
    sha256: hash.digest("hex"),
    format: "ledger",
    rows: figures.length + rejectedRows,
    cases: figures.length,
    rejected,
    rejectedRows,
    keptOut: {},
    warnings: [],
    // Without its columns a ledger has no rows that could be skipped.
    refused: rejected.some(({ column }) => column === "header"),
  };
  return { reports: [report], figures, parts: null };
}

async function readRecordsFile(
  path: string,
  spool: Spool,
  context: NormaliseContext,
  onRead: (bytes: number) => void,
): Promise<FileReport> {
  const hash = createHash("sha256");
  const { summary, events } = readRecords(chunksOf(path, hash, onRead), context);
  const rejected: Rejection[] = [];
  for await (const event of events) {
    if (event.kind === "cases") for (const row of event.cases) spool.add(row);
    else if (event.kind === "higher") spool.addHigher(event.aliases);
    else if (event.kind === "refused") rejected.unshift(event.rejection);
    else if (event.kind === "rejected" && rejected.length < REPORTED_REJECTIONS)
      rejected.push(event.rejection);
  }
  return {
    file: basename(path),
    path,
    sha256: hash.digest("hex"),
    format: summary.format ?? "unknown",
    rows: summary.rows,
    cases: summary.cases,
    rejected,
    rejectedRows: summary.rejected,
    keptOut: { ...summary.keptOut },
    warnings: summary.warnings,
    refused: summary.refused,
  };
}

/**
 * A file's text in chunks; `onBytes` is told of each of its bytes as they are read.
 * @throws UnreadableFile where it has none
 */
export function textOf(
  path: string,
  onBytes: (bytes: Uint8Array) => void = () => {},
): AsyncGenerator<string> {
  return textIn(bytesOf(path, onBytes));
}

async function* bytesOf(path: string, onBytes: (bytes: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const bytes of createReadStream(path)) {
    onBytes(bytes);
    yield bytes;
  }
}

function chunksOf(
  path: string,
  hash: ReturnType<typeof createHash>,
  onRead: (bytes: number) => void,
): AsyncGenerator<string> {
  return textOf(path, (bytes) => {
    hash.update(bytes);
    onRead(bytes.length);
  });
}

/** A file's first characters; none where it has no text, which whoever reads it is told. */
async function headOf(path: string): Promise<string> {
  await access(path, constants.R_OK).catch(() => {
    throw new Error(`${path} can't be opened. Is the name right?`);
  });
  const text = textOf(path);
  try {
    return (await takeHead(text, HEAD_CHARACTERS)).head;
  } catch (error) {
    if (error instanceof UnreadableFile) return "";
    throw error;
  } finally {
    // Of hundreds of files none stays open.
    await text.return(undefined);
  }
}
