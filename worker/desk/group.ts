import type { CourtCase } from "../contract/court-case.ts";
import { caseAliases, numberAlias } from "./normalise/aliases.ts";

/** By what a row is known. */
export type Named = Pick<CourtCase, "case_uid" | "court_code" | "case_number" | "earlier_numbers">;

/**
 * Sorts rows into cases, by `caseAliases`, whatever their order: rows with a УИД by it alone, so that two УИД never
 * meet; rows without one by all their numbers, and into the case with a УИД that has one of these numbers. Where
 * several have, the number itself says more than one of which a card says that it was the case's before; else the
 * lesser УИД has it, so that the answer is always the same.
 * Groups and their rows are in the order of the rows.
 */
export function groupCases<Row extends Named>(rows: readonly Row[]): Row[][] {
  const sets = new Sets();
  const own = new Set<string>();
  for (const row of rows) {
    if (row.case_uid !== null) continue;
    const [first, ...rest] = caseAliases(row);
    own.add(first);
    for (const key of rest) sets.join(first, key);
  }
  const claims = own.size === 0 ? new Map<string, string>() : claimsOf(rows, sets, own);
  const groups = Map.groupBy(rows, (row) => {
    const [key] = caseAliases(row);
    return row.case_uid === null ? (claims.get(sets.find(key)) ?? sets.find(key)) : key;
  });
  return [...groups.values()];
}

/** The УИД that each set of numbers belongs to. */
function claimsOf(rows: readonly Named[], sets: Sets, own: ReadonlySet<string>): Map<string, string> {
  const best = new Map<string, { strength: number; uid: string }>();
  for (const row of rows) {
    const { case_uid: uid } = row;
    if (uid === null) continue;
    const current = numberAlias(row.court_code, row.case_number);
    for (const key of caseAliases(row).slice(1)) {
      if (!sets.has(key) && !own.has(key)) continue;
      const strength = (key === current ? 2 : 0) + (own.has(key) ? 1 : 0);
      const set = sets.find(key);
      const held = best.get(set);
      if (!held || strength > held.strength || (strength === held.strength && uid < held.uid)) {
        best.set(set, { strength, uid });
      }
    }
  }
  return new Map([...best].map(([set, { uid }]) => [set, uid]));
}

/** Disjoint sets of keys (union–find with path halving). */
class Sets {
  readonly #parents = new Map<string, string>();
  readonly #members = new Set<string>();

  has(key: string): boolean {
    return this.#members.has(key);
  }

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
    this.#members.add(one).add(other);
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b) this.#parents.set(b, a);
  }
}
