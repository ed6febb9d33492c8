import { sha256Hex } from "../domain/digest.ts";
import type { StagedCase } from "../domain/staged-case.ts";
import { openBatch, receivePart, sealBatch } from "../store/batches.ts";
import { insertStaged } from "../store/cases/staging.ts";
import type { EditionRow } from "../store/editions.ts";

/**
 * The statements of one transaction that stage what a person did here, without a file, as a sealed batch for review.
 * The last of them changes something where the batch wasn't sealed before. The same content is the same batch.
 * @param format what it is called in provenance
 * @param content by which it is told apart from others, with the edition that it is compared with
 */
export async function makeBatch(
  db: D1Database,
  staged: readonly StagedCase[],
  {
    format,
    content,
    latest,
    actor,
    at,
    today,
  }: { format: string; content: string; latest: EditionRow | null; actor: string; at: string; today: string },
): Promise<{ id: string; statements: D1PreparedStatement[] }> {
  const sha256 = await sha256Hex(content);
  const id = sha256.slice(0, 16);
  const rows = staged.length;
  const file = { sha256, format, rows, taken: rows, rejected: 0, kept_out: {}, warnings: [] };
  const batch = { kind: "cases", content: sha256, parts: 1, mode: "partial" } as const;
  const { covers } = latest ?? {};
  const stated = covers && !covers.unstated && covers.days.length > 0 ? { covers: [...covers.days] } : {};
  // Nobody reads the courts' sites for it, so the records are as old as they were.
  const read_on = latest?.read_on ?? today;
  const request = { ...batch, provenance: [file], ...stated, read_on };
  return {
    id,
    statements: [
      openBatch(db, id, latest?.sequence ?? 0, request, at, actor),
      ...insertStaged(db, id, staged),
      receivePart(db, id, 0, at),
      sealBatch(db, id),
    ],
  };
}
