import type { CasesDiff } from "../../../worker/contract/changes.ts";
import type { CourtCase } from "../../../worker/contract/court-case.ts";
import type { CoveredDays } from "../../../worker/contract/covered-days.ts";
import type { DifferenceBody, PublishedEdition } from "../../../worker/contract/desk-answers.ts";
import type { CorrectionsBody } from "../../../worker/contract/editions.ts";
import type { HeadlineChange } from "../../../worker/contract/headline-change.ts";
import type {
  Batch,
  BatchMode,
  BatchRequest,
  FigureChange,
  WithdrawRequest,
} from "../../../worker/contract/imports.ts";
import type { Objection } from "../../../worker/contract/objection.ts";
import type { FileReading } from "../desk/read-files.ts";
import { lang } from "../words/index.ts";
import { type Answer, ask, askPatiently } from "./ask.ts";

/** What publishing a batch would change, and what the guard says to it. */
export interface Preview {
  batch: Batch;
  figures: FigureChange[];
  cases: CasesDiff | null;
  guard: Objection[];
  /** What readers would see in big type: first in the embed that names nothing. */
  headlines: HeadlineChange[];
}

/**
 * Sends what was read as a batch, for review. Parts that have arrived before aren't sent again.
 * @param onSent told of the share that has been sent, from 0 to 1
 */
export async function stage(
  reading: FileReading,
  { mode, read_on, covers }: { mode: BatchMode; read_on: string; covers: CoveredDays[] },
  onSent: (share: number) => void,
): Promise<Answer<{ batch: Batch }>> {
  const parts = reading.kind === "cases" ? reading.parts.map((bytes) => new Blob([bytes])) : [reading];
  const request: BatchRequest = {
    ...(reading.kind === "cases"
      ? { kind: "cases", mode, read_on, ...(covers.length > 0 && { covers }) }
      : { kind: "ledger", mode: "complete" as const }),
    content: reading.content,
    parts: parts.length,
    provenance: reading.reports.map(({ provenance }) => provenance),
  };
  const opened = await askPatiently<{ batch: Batch }>("POST", "/v1/imports", { body: request });
  if (!opened.ok || opened.body.batch.state !== "open") return opened;
  const { id, received } = opened.body.batch;
  for (const [number, part] of parts.entries()) {
    const body = part instanceof Blob ? part : { figures: part.kind === "ledger" ? part.figures : [] };
    const path = `/v1/imports/${id}/parts/${number}`;
    const sent = received.includes(number)
      ? opened
      : await askPatiently<{ batch: Batch }>("PUT", path, { body });
    if (!sent.ok) return sent;
    onSent((number + 1) / parts.length);
  }
  return askPatiently("POST", `/v1/imports/${id}/seal`, { body: {} });
}

export function preview(batch: string): Promise<Answer<Preview>> {
  return ask("GET", `/v1/imports/${encodeURIComponent(batch)}?lang=${lang}`);
}

/** An edition that is committed; `delivered`: readers have it, too. */
export type Published = { edition: { id: string }; delivered: boolean };

/** @param override why the guard's reasons don't hold this time; null: it has none */
export function publish(batch: string, note: string, override: string | null): Promise<Answer<Published>> {
  return ask("POST", `/v1/imports/${encodeURIComponent(batch)}/publish`, {
    body: { note, ...(override !== null && { override }) },
  });
}

export function revert(edition: string, note: string): Promise<Answer<Published>> {
  return ask("POST", "/v1/imports/revert", { body: { edition, note } });
}

export function stageWithdrawal(
  request: WithdrawRequest,
): Promise<Answer<{ batch: Batch; records: number }>> {
  return ask("POST", "/v1/imports/withdrawals", { body: request });
}

export function redact(): Promise<Answer<{ editions: string[] }>> {
  return ask("POST", "/v1/imports/redact", { body: {} });
}

/** Says something more of an edition that is out. The same words again are the same addition. */
export function addToEdition(edition: string, text: string): Promise<Answer<{ delivered: boolean }>> {
  return ask("POST", `/v1/imports/editions/${encodeURIComponent(edition)}/additions`, { body: { text } });
}

export function readDifference(from: string, to: string): Promise<Answer<DifferenceBody>> {
  return ask("GET", `/v1/imports/difference?${new URLSearchParams({ from, to, lang })}`);
}

/** The cases of an edition after row `after`. */
export function exportOf(
  edition: string,
  after: number,
): Promise<Answer<{ cases: CourtCase[]; next: number | null }>> {
  const query = new URLSearchParams({ after: String(after), edition });
  return askPatiently("GET", `/v1/imports/export?${query}`);
}

export function listEditions(): Promise<Answer<{ editions: PublishedEdition[] }>> {
  return ask("GET", "/v1/imports/editions");
}

export function listCorrections(): Promise<Answer<CorrectionsBody>> {
  return ask("GET", "/v1/corrections");
}
