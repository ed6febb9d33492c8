import type { CourtCase } from "../contract/court-case.ts";
import { caseAliases } from "./normalise/aliases.ts";

/**
 * Sorts rows into cases, by `caseAliases`: rows with a УИД by it alone, so that two УИД never meet; rows
 * without one by all their numbers, and into the case with a УИД that has one of these numbers.
 * Groups and their rows are in the order of reading; `aliases` are those of all rows.
 */
export function groupCases(rows: readonly CourtCase[]): { groups: CourtCase[][]; aliases: Set<string> } {
  const sets = new Sets();
  const aliases = new Set<string>();
  const uidOfNumber = new Map<string, string>();
  for (const row of rows) {
    const keys = caseAliases(row);
    for (const key of keys) aliases.add(key);
    const [first, ...rest] = keys;
    if (row.case_uid === null) for (const key of rest) sets.join(first, key);
    else for (const key of rest) if (!uidOfNumber.has(key)) uidOfNumber.set(key, first);
  }

  const uidOfSet = new Map<string, string>();
  for (const row of rows) {
    if (row.case_uid !== null) continue;
    for (const key of caseAliases(row)) {
      const uid = uidOfNumber.get(key);
      if (uid && !uidOfSet.has(sets.find(key))) uidOfSet.set(sets.find(key), uid);
    }
  }
  const groups = Map.groupBy(rows, (row) => {
    const [key] = caseAliases(row);
    return row.case_uid === null ? (uidOfSet.get(sets.find(key)) ?? sets.find(key)) : key;
  });
  return { groups: [...groups.values()], aliases };
}

/** Disjoint sets of keys (union–find with path halving). */
class Sets {
  readonly #parents = new Map<string, string>();

  find(key: string): string {
    let at = key;
    for (let up = this.#parents.get(at); up !== undefined; up = this.#parents.get(at)) {
      const over = this.#parents.get(up);
      if (over !== undefined) this.#parents.set(at, over);
      at = up;
    }
    return at;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b) this.#parents.set(b, a);
  }
}
