import type { Conflict, Figure } from "../../contract/figure.ts";
import { scopeKey } from "../offence.ts";
import { describeDifferentPeriods, describeLargerPart } from "./conflict-text.ts";
import { contradicting } from "./contradicting.ts";
import { equalTotals } from "./equal-totals.ts";
import { largerParts } from "./larger-parts.ts";
import { deriveRates, differentValues, isCountedTotal } from "./rates.ts";

const ORDER: Readonly<Record<Conflict["kind"], number>> = {
  "different-values": 0,
  "different-periods": 1,
  "paths-disagree": 2,
  "negative-difference": 3,
  "part-exceeds-whole": 4,
};

/**
 * Published figures that can't all be right, each with a sentence in English that quotes them.
 *
 * - `different-values`: one unit, scope, place, service, kind and period; values that contradict each other
 *   beyond rounding, in whatever series. One conflict, however many contradict.
 * - `different-periods`: the same exact total, of at least 100, for a period and for a longer one around it.
 * - `paths-disagree`, `negative-difference`: see {@link deriveRates}.
 * - `part-exceeds-whole`: more in a part of the articles or of the period than in the whole. One for each whole.
 *
 * Ordered by kind, then by the ledger. Figures that are listed for one reason aren't listed again for
 * being a larger part.
 */
export function findConflicts(
  figures: readonly Figure[],
  derived: readonly Conflict[] = deriveRates(figures).conflicts,
): Conflict[] {
  // Values of one period are compared below, across series.
  const found = derived.filter(({ kind }) => kind !== "different-values");
  const pairs = new Set(found.map(({ figures: ids }) => [...ids].sort().join(" ")));
  const isKnown = (part: Figure, whole: Figure) => pairs.has([part.id, whole.id].sort().join(" "));

  const comparable = Map.groupBy(figures, ({ unit, region, service, kind }) =>
    JSON.stringify([unit, region, service, kind]),
  );
  for (const group of comparable.values()) {
    for (const scope of Map.groupBy(group, ({ articles }) => scopeKey(articles)).values()) {
      const byPeriod = Map.groupBy(scope, ({ period }) => `${period.start} ${period.end}`);
      const different = [...byPeriod.values()].map(contradicting).filter(({ length }) => length > 0);
      found.push(...different.map(differentValues), ...equalTotals(scope).map(differentPeriods));
    }
    for (const { parts, wholes } of largerParts(group.filter(isCountedTotal), isKnown)) {
      const text = describeLargerPart(parts, wholes);
      found.push({ kind: "part-exceeds-whole", figures: ids([...parts, ...wholes]), text });
    }
  }
  const position = new Map(figures.map(({ id }, index) => [id, index]));
  const places = (conflict: Conflict) =>
    conflict.figures.map((id) => position.get(id) ?? figures.length).sort((a, b) => a - b);
  return found
    .map((conflict) => ({ conflict, places: places(conflict) }))
    .sort((a, b) => ORDER[a.conflict.kind] - ORDER[b.conflict.kind] || compareLists(a.places, b.places))
    .map(({ conflict }) => conflict);
}

function differentPeriods(figures: readonly Figure[]): Conflict {
  return { kind: "different-periods", figures: ids(figures), text: describeDifferentPeriods(figures) };
}

function ids(figures: readonly Figure[]): string[] {
  return figures.map(({ id }) => id);
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (value !== other) return value - other;
  }
  return a.length - b.length;
}
