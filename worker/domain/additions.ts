import type { EditionAddition } from "../contract/editions.ts";
import { moscowDate } from "./calendar.ts";

/** What was said of editions later: by their ids, of each in the order in which it came. */
export type Additions = ReadonlyMap<string, readonly EditionAddition[]>;

export const NO_ADDITIONS: Additions = new Map();

export function countAdditions(additions: Additions): number {
  return [...additions.values()].reduce((sum, { length }) => sum + length, 0);
}

/** All that is in either: what was said once stays said. */
export function joinAdditions(told: Additions, more: Additions): Additions {
  const joined = new Map(told);
  for (const [id, additions] of more) {
    const before = told.get(id) ?? [];
    const missing = additions.filter(({ text }) => !before.some((one) => one.text === text));
    if (missing.length > 0) {
      joined.set(
        id,
        [...before, ...missing].sort((a, b) => a.added_at.localeCompare(b.added_at)),
      );
    }
  }
  return joined;
}

/**
 * What readers were told by then.
 * @param asOf a Moscow date, to its end; an edition's id, whose answers are what they were when it was published, so that
 *   nothing had been added; undefined: now
 */
export function additionsBy(additions: Additions, asOf: string | undefined): Additions {
  if (asOf === undefined) return additions;
  if (asOf.includes(".")) return NO_ADDITIONS;
  const until = ({ added_at }: EditionAddition) => moscowDate(Date.parse(added_at)) <= asOf;
  return new Map(
    [...additions].flatMap(([id, all]) => {
      const told = all.filter(until);
      return told.length > 0 ? [[id, told] as const] : [];
    }),
  );
}
