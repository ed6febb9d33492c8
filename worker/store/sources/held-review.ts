import { isObject, isObjects, orElse, storedJson } from "../spoilt.ts";
import type { HeldReview } from "./runs.ts";

/** Why a batch is held, as it was written down; without reasons where that is spoilt: whoever opens it has it checked anew. */
export function toReview(text: string, batch: string): HeldReview {
  const where = `Batch ${batch}, review`;
  return orElse(() => storedJson<HeldReview>(text, where, "what the check said, as JSON", isReview), UNSAID);
}

const UNSAID: HeldReview = { guard: [], headline: null };

function isReview(value: unknown): boolean {
  if (!isObject(value) || !isObjects(value.guard)) return false;
  return value.headline === null || isObject(value.headline);
}
