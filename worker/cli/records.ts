import type { CasesDiff } from "../contract/changes.ts";
import type { HeadlineChange } from "../contract/headline-change.ts";
import type { Batch, BatchRequest } from "../contract/imports.ts";
import type { Objection } from "../contract/objection.ts";
import { mergeDiffs, NO_DIFF } from "../desk/cases-diff.ts";
import { mergeCounted, NOTHING_COUNTED } from "../desk/merge-counted.ts";
import type { DeskClient } from "./client.ts";
import { type FileReport, provenanceOf } from "./inputs.ts";
import type { Parts } from "./parts.ts";
import { progress } from "./terminal.ts";

/** How files are to be read: what absence means in them, and when the courts' sites were read for them. */
export type Reading = Pick<BatchRequest, "mode" | "read_on" | "covers">;

/** Compares all cases with the edition in force, part by part; nothing is written. */
export async function checkRecords(
  desk: DeskClient,
  parts: Parts,
  { mode, read_on, covers }: Reading,
): Promise<{ diff: CasesDiff; guard: Objection[]; headlines: HeadlineChange[] }> {
  const { courts, first, last } = parts.extent;
  const bar = progress("Comparing", parts.count);
  let diff = NO_DIFF;
  let counted = NOTHING_COUNTED;
  let matched = 0;
  for (const body of parts.bodies()) {
    const part = await desk.checkCases(body, { first, last, read_on });
    diff = mergeDiffs(diff, part.diff);
    counted = mergeCounted(counted, part.counted);
    matched += part.matched;
    bar.add(1);
  }
  bar.end();
  const spoken = { ...(read_on && { read_on }), ...(covers && { covers }) };
  return desk.checkWhole({ mode, diff, counted, matched, courts, first, last, ...spoken });
}

/** Sends the cases as a batch. Parts that have arrived before aren't sent again. */
export async function stageRecords(
  desk: DeskClient,
  parts: Parts,
  reading: Reading,
  reports: readonly FileReport[],
): Promise<Batch> {
  if (parts.count === 0) throw new Error("The files hold no cases to stage.");
  const { batch } = await desk.open({
    kind: "cases",
    content: parts.content,
    parts: parts.count,
    ...reading,
    provenance: reports.map(provenanceOf),
  });
  if (batch.state !== "open") return batch;
  const arrived = new Set(batch.received);
  const bar = progress("Staging", parts.count);
  let number = 0;
  for (const body of parts.bodies()) {
    if (!arrived.has(number)) await desk.sendPart(batch.id, number, body);
    bar.add(1);
    number += 1;
  }
  bar.end();
  return (await desk.seal(batch.id)).batch;
}
