import type { Qualifier } from "../../contract/terms.ts";

/** A count as readers get it, by how sure it is; null: that there were at least none says nothing. */
export function given(count: number, qualifier: Qualifier): number | null {
  return count === 0 && qualifier === "at_least" ? null : count;
}
