import type { Series } from "../contract/summary.ts";
import type { Qualifier } from "../contract/terms.ts";

/** Runs of neighbouring weeks with the same qualifier; exact weeks, and unknown ones (null), are left out. */
export function runsOf(qualifiers: readonly (Qualifier | null)[]): Series["qualifiers"] {
  const found: Series["qualifiers"] = [];
  for (const [index, qualifier] of qualifiers.entries()) {
    if (qualifier === null || qualifier === "exact") continue;
    const run = found.at(-1);
    if (run && run[1] === index - 1 && run[2] === qualifier) run[1] = index;
    else found.push([index, index, qualifier]);
  }
  return found;
}
