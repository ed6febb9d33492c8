import type { CompareBody } from "../../worker/contract/compare.ts";
import type { Summary } from "../../worker/contract/summary.ts";
import { KINDS } from "./understood.ts";

/** What reads and draws comparisons, once its script has come. */
export let comparison: ReturnType<typeof import("../compare/index.ts").compare>;

/**
 * A body as a comparison. It travels in the place of a summary, with whose `edition`, `type`, `text` and `theme` it has
 * the same in common; what draws either asks `isComparison`.
 */
export async function readComparison(body: unknown): Promise<Summary> {
  const { compare } = await import("../compare/index.ts");
  comparison = compare(KINDS);
  return comparison.read(body) as unknown as Summary;
}

export function isComparison(answer: object): answer is CompareBody {
  return "period" in answer;
}
