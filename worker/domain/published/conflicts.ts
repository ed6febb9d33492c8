import type { Period } from "../../contract/common.ts";
import type { Conflict, Figure } from "../../contract/figure.ts";
import { scopeIncludes, scopeKey } from "../offence.ts";
import { describeDifferentPeriods, describeLargerPart } from "./conflict-text.ts";
import { contradict, printedRange } from "./printed-range.ts";
import { deriveRates, differentValues, isCountedTotal } from "./rates.ts";

/**
 * Below this the same total in a longer period is no surprise: nothing more need have happened. Courts
 * that counted a hundred cases hardly stopped there.
 */
const REMARKABLE_TOTAL = 100;

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
 *   beyond rounding, in whatever series.
 * - `different-periods`: the same exact total, of at least 100, for a period and for a longer one around it.
 * - `paths-disagree`, `negative-difference`: see {@link deriveRates}.
 * - `part-exceeds-whole`: more in a part of the articles or of the period than in the whole.
 *
 * Ordered by kind, then by the ledger. Figures that are listed for one reason aren't listed again for
 * being a larger part.
 */
export function findConflicts(figures: readonly Figure[]): Conflict[] {
  const found = deriveRates(figures).conflicts;
  const comparable = Map.groupBy(figures, ({ unit, region, service, kind }) =>
    JSON.stringify([unit, region, service, kind]),
  );
  for (const group of comparable.values()) {
    for (const [a, b] of pairs(group)) {
      if (valuesDiffer(a, b)) found.push(differentValues(a, b));
      else if (periodsDiffer(a, b)) found.push(differentPeriods(a, b));
      else if (partExceeds(a, b)) found.push(largerPart(a, b));
      else if (partExceeds(b, a)) found.push(largerPart(b, a));
    }
  }
  const position = new Map(figures.map(({ id }, index) => [id, index]));
  const places = (conflict: Conflict) =>
    conflict.figures.map((id) => position.get(id) ?? figures.length).sort((a, b) => a - b);
  const ordered = found
    .map((conflict) => ({ conflict, places: places(conflict) }))
    .sort((a, b) => ORDER[a.conflict.kind] - ORDER[b.conflict.kind] || compareLists(a.places, b.places));
  const firstOfSet = new Map(ordered.toReversed().map(({ conflict, places }) => [places.join(), conflict]));
  return ordered.map(({ conflict }) => conflict).filter((c) => firstOfSet.get(places(c).join()) === c);
}

function valuesDiffer(a: Figure, b: Figure): boolean {
  return sameScope(a, b) && samePeriod(a, b) && contradict(printedRange(a), printedRange(b));
}

function periodsDiffer(a: Figure, b: Figure): boolean {
  const sameTotal = [a, b].every(({ qualifier }) => qualifier === "exact") && a.value === b.value;
  if (!sameTotal || !isCountedTotal(a) || a.value < REMARKABLE_TOTAL || !sameScope(a, b)) return false;
  return !samePeriod(a, b) && (isWithin(a.period, b.period) || isWithin(b.period, a.period));
}

function partExceeds(part: Figure, whole: Figure): boolean {
  if (!isCountedTotal(part) || !isWithin(part.period, whole.period)) return false;
  if (!scopeIncludes(whole.articles, part.articles) || (sameScope(part, whole) && samePeriod(part, whole)))
    return false;
  return printedRange(part).low > printedRange(whole).high;
}

function differentPeriods(a: Figure, b: Figure): Conflict {
  return { kind: "different-periods", figures: [a.id, b.id], text: describeDifferentPeriods(a, b) };
}

function largerPart(part: Figure, whole: Figure): Conflict {
  return { kind: "part-exceeds-whole", figures: [part.id, whole.id], text: describeLargerPart(part, whole) };
}

function sameScope(a: Figure, b: Figure): boolean {
  return scopeKey(a.articles) === scopeKey(b.articles);
}

function samePeriod(a: Figure, b: Figure): boolean {
  return a.period.start === b.period.start && a.period.end === b.period.end;
}

function isWithin(inner: Period, outer: Period): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function* pairs<T>(items: readonly T[]): Generator<[T, T]> {
  for (const [index, a] of items.entries()) {
    for (const b of items.slice(index + 1)) yield [a, b];
  }
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (value !== other) return value - other;
  }
  return a.length - b.length;
}
