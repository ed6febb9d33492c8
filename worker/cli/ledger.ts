import type { Figure } from "../contract/figure.ts";
import type { Batch } from "../contract/imports.ts";
import { sha256Hex } from "../domain/digest.ts";
import type { DeskClient } from "./client.ts";
import { type FileReport, provenanceOf } from "./inputs.ts";

/** Sends a whole ledger as a batch of one part. */
export async function stageLedger(
  desk: DeskClient,
  figures: readonly Figure[],
  reports: readonly FileReport[],
): Promise<Batch> {
  const { batch } = await desk.open({
    kind: "ledger",
    content: await sha256Hex(JSON.stringify(figures)),
    parts: 1,
    mode: "complete",
    provenance: reports.map(provenanceOf),
  });
  if (batch.state !== "open") return batch;
  await desk.sendPart(batch.id, 0, { figures });
  return (await desk.seal(batch.id)).batch;
}
