import type { LedgerBody } from "../../../worker/contract/desk-answers.ts";
import type { Figure } from "../../../worker/contract/figure.ts";
import type { Batch, BatchRequest } from "../../../worker/contract/imports.ts";
import { writeLedger } from "../../../worker/desk/formats/write-ledger.ts";
import { sha256Hex } from "../../../worker/domain/digest.ts";
import { type Answer, ask, askPatiently } from "./ask.ts";

export function readLedgerInForce(): Promise<Answer<LedgerBody>> {
  return ask("GET", "/v1/imports/ledger");
}

/** What readers are shown who name no evidence; null: nobody knows. */
export async function evidenceInForce(): Promise<"records" | "published" | null> {
  const answer = await ask<{ edition: { evidence: "records" | "published" } }>("GET", "/v1/summary");
  return answer.ok ? answer.body.edition.evidence : null;
}

/**
 * Sends a whole ledger for review, as the desk's files are sent.
 * @param base id of the edition that it was made from: where another is in force, nothing is staged, and the answer is 409
 */
export async function stageLedger(
  figures: readonly Figure[],
  base: string | null,
): Promise<Answer<{ batch: Batch }>> {
  const request: BatchRequest = {
    kind: "ledger",
    mode: "complete",
    content: await sha256Hex(JSON.stringify(figures)),
    parts: 1,
    provenance: [
      {
        sha256: await sha256Hex(writeLedger(figures)),
        format: "ledger",
        ...{ rows: figures.length, taken: figures.length, rejected: 0, kept_out: {}, warnings: [] },
      },
    ],
    ...(base !== null && { base }),
  };
  const opened = await askPatiently<{ batch: Batch }>("POST", "/v1/imports", { body: request });
  if (!opened.ok || opened.body.batch.state !== "open") return opened;
  const { id } = opened.body.batch;
  const sent = await askPatiently<{ batch: Batch }>("PUT", `/v1/imports/${id}/parts/0`, {
    body: { figures },
  });
  if (!sent.ok) return sent;
  return askPatiently("POST", `/v1/imports/${id}/seal`, { body: {} });
}
