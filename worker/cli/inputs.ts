import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Figure } from "../contract/figure.ts";
import type { FileProvenance } from "../contract/imports.ts";
import { isLedger } from "../desk/formats/index.ts";
import { readLedger } from "../desk/formats/ledger.ts";
import type { NormaliseContext } from "../desk/normalise/index.ts";
import { readFile as readRecords } from "../desk/read.ts";
import type { Rejection } from "../desk/rejection.ts";
import { Parts } from "./parts.ts";
import { Spool } from "./spool.ts";

/** Bytes at a file's start by which its format is recognised. */
const HEAD_BYTES = 4_096;

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
      "A ledger replaces the whole one before it: give it alone, and records in a call of their own.",
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
    return { reports, figures: null, parts: new Parts(spool.cases()) };
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
  };
}

/** A file's text in chunks; `onBytes` is told of each as it is read. */
export async function* textOf(
  path: string,
  onBytes: (bytes: Uint8Array) => void = () => {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const bytes of createReadStream(path)) {
    onBytes(bytes);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
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

async function headOf(path: string): Promise<string> {
  const file = await open(path).catch(() => {
    throw new Error(`${path} can't be opened. Is the name right?`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
