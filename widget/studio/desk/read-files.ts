import type { Figure } from "../../../worker/contract/figure.ts";
import type { FileProvenance } from "../../../worker/contract/imports.ts";
import { textIn } from "../../../worker/desk/files/text.ts";
import { UnreadableFile } from "../../../worker/desk/files/unreadable.ts";
import { type Foldable, foldByCase } from "../../../worker/desk/fold.ts";
import { takeHead } from "../../../worker/desk/formats/head.ts";
import { isLedger } from "../../../worker/desk/formats/index.ts";
import { readLedger } from "../../../worker/desk/formats/ledger.ts";
import type { NormaliseContext } from "../../../worker/desk/normalise/index.ts";
import { readFile } from "../../../worker/desk/read.ts";
import type { Rejection } from "../../../worker/desk/rejection.ts";
import { partsOf } from "./parts.ts";

/** A file of a million bad rows is told by its first ones. */
export const REPORTED_REJECTIONS = 1_000;
/** Bytes between two rests of the reader, in which the page draws and listens. */
const CHUNK_BYTES = 262_144;
const HEAD_CHARACTERS = 4_096;

/** What reading one file gave: no row of it but what was wrong, in cells that can't hold a name. */
export interface FileReport {
  /** What the file is called, for this page alone. */
  name: string;
  provenance: FileProvenance;
  /** At most `REPORTED_REJECTIONS`. */
  rejected: Rejection[];
  /** Nothing of the file may be used, also where bad rows are left out. */
  refused: boolean;
}

/** What is to be sent. `content` is the SHA-256 of it. */
export type FileReading = { reports: FileReport[]; content: string } & (
  | { kind: "ledger"; figures: Figure[] }
  | { kind: "cases"; parts: Uint8Array<ArrayBuffer>[] }
);

/**
 * Reads one ledger or any number of dumps where they are, in this browser.
 * @param onRead told of the share that has been read, from 0 to 1
 * @returns "mixed" for a ledger among other files
 * @throws where the browser can't read a file, or has no memory for it
 */
export async function readFiles(
  files: readonly File[],
  context: NormaliseContext,
  onRead: (share: number) => void,
): Promise<FileReading | "mixed"> {
  const heads = await Promise.all(files.map(headOf));
  const [first] = files;
  if (heads.some(isLedger)) return files.length > 1 || !first ? "mixed" : ledgerOf(first, context);
  const total = Math.max(
    1,
    files.reduce((sum, { size }) => sum + size, 0),
  );
  let done = 0;
  const onBytes = (bytes: number) => {
    done += bytes;
    onRead(done / total);
  };
  const reports: FileReport[] = [];
  const found: Foldable[] = [];
  for (const file of files) reports.push(await recordsOf(file, context, found, onBytes));
  const { cases, higherAlone, contradictions } = foldByCase(found);
  const [report] = reports;
  if (report && higherAlone > 0) {
    const out = report.provenance.kept_out;
    out["no-first-instance-case"] = (out["no-first-instance-case"] ?? 0) + higherAlone;
  }
  const parts = await partsOf(cases, rest);
  const note = contradictions.note();
  if (report && note !== null) report.provenance.warnings.push(note.slice(0, 500));
  return { kind: "cases", reports, parts, content: await digest(await new Blob(parts).arrayBuffer()) };
}

/** Whether a file can't be used as a whole. */
export function isRefused({ reports }: FileReading): boolean {
  return reports.some(({ refused }) => refused);
}

/** How many rows of a file were refused. */
export function rejectedIn({ reports }: FileReading): number {
  return reports.reduce((sum, { provenance }) => sum + provenance.rejected, 0);
}

async function ledgerOf(file: File, { today }: NormaliseContext): Promise<FileReading> {
  let text = "";
  for await (const chunk of chunksOf(file, () => {})) text += chunk;
  const { figures, rejected } = readLedger(text, today);
  const refused = new Set(rejected.map(({ line }) => line)).size;
  const provenance: FileProvenance = {
    sha256: await digest(await file.arrayBuffer()),
    format: "ledger",
    rows: figures.length + refused,
    taken: figures.length,
    rejected: refused,
    kept_out: {},
    warnings: [],
  };
  const content = await digest(new TextEncoder().encode(JSON.stringify(figures)).buffer);
  return {
    kind: "ledger",
    figures,
    content,
    reports: [{ name: file.name, provenance, rejected, refused: isHeaderless(rejected) }],
  };
}

async function recordsOf(
  file: File,
  context: NormaliseContext,
  found: Foldable[],
  onBytes: (bytes: number) => void,
): Promise<FileReport> {
  const rejected: Rejection[] = [];
  const { summary, events } = readFile(chunksOf(file, onBytes), context);
  for await (const event of events) {
    if (event.kind === "cases" || event.kind === "higher") found.push(event);
    else if (event.kind === "refused") rejected.unshift(event.rejection);
    else if (event.kind === "rejected" && rejected.length < REPORTED_REJECTIONS)
      rejected.push(event.rejection);
  }
  const provenance: FileProvenance = {
    sha256: await digest(await file.arrayBuffer()),
    format: summary.format ?? "unknown",
    rows: summary.rows,
    taken: summary.cases,
    rejected: summary.rejected,
    kept_out: { ...summary.keptOut },
    warnings: summary.warnings.slice(0, 50).map((text) => text.slice(0, 500)),
  };
  return { name: file.name, provenance, rejected, refused: summary.refused };
}

/** A ledger whose columns aren't known has no rows that could be skipped. */
function isHeaderless(rejected: readonly Rejection[]): boolean {
  return rejected.some(({ column }) => column === "header");
}

/** A file's text piece by piece. After each the page has its turn: a long file mustn't freeze it. */
function chunksOf(file: File, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  return textIn(bytesOf(file, onBytes));
}

async function* bytesOf(file: File, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.size; start += CHUNK_BYTES) {
    const bytes = await file.slice(start, start + CHUNK_BYTES).arrayBuffer();
    yield new Uint8Array(bytes);
    onBytes(bytes.byteLength);
    await rest();
  }
}

/** A file's first characters; none where it has no text, which its reader says. */
async function headOf(file: File): Promise<string> {
  const text = chunksOf(file, () => {});
  try {
    return (await takeHead(text, HEAD_CHARACTERS)).head;
  } catch (error) {
    if (error instanceof UnreadableFile) return "";
    throw error;
  } finally {
    await text.return(undefined);
  }
}

/** The page's turn. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

async function digest(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
