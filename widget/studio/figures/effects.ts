import type { Conflict, Figure, Rate } from "../../../worker/contract/figure.ts";
import { findConflicts } from "../../../worker/domain/published/conflicts.ts";
import { deriveRates } from "../../../worker/domain/published/rates.ts";
import { seriesKey } from "../../../worker/domain/published/scope.ts";

/** What a ledger gives rise to. */
interface Derived {
  rates: readonly Rate[];
  conflicts: readonly Conflict[];
}

/** What publishing a change would do to what follows from the ledger, by the service's own rules. */
export interface Effects {
  /** Rates that would be new, or have another value. */
  rates: { before: Rate | null; after: Rate }[];
  /** Rates that nothing would follow from any more. */
  gone: Rate[];
  made: Conflict[];
  solved: Conflict[];
}

export function derive(figures: readonly Figure[]): Derived {
  const { rates, conflicts } = deriveRates(figures);
  return { rates, conflicts: findConflicts(figures, conflicts) };
}

export function effectsBetween(before: Derived, after: Derived): Effects {
  const [was, is] = [byKey(before.rates, keyOfRate), byKey(after.rates, keyOfRate)];
  const [knew, knows] = [byKey(before.conflicts, keyOfConflict), byKey(after.conflicts, keyOfConflict)];
  return {
    rates: [...is].flatMap(([key, rate]) => {
      const old = was.get(key) ?? null;
      return old && old.value === rate.value && old.qualifier === rate.qualifier
        ? []
        : [{ before: old, after: rate }];
    }),
    gone: [...was].flatMap(([key, rate]) => (is.has(key) ? [] : [rate])),
    made: [...knows].flatMap(([key, one]) => (knew.has(key) ? [] : [one])),
    solved: [...knew].flatMap(([key, one]) => (knows.has(key) ? [] : [one])),
  };
}

function keyOfRate(rate: Rate): string {
  return `${seriesKey(rate)} ${rate.period.start} ${rate.period.end}`;
}

/** What contradicts what, whatever the numbers are. */
function keyOfConflict({ kind, figures }: Conflict): string {
  return `${kind} ${[...figures].sort().join(" ")}`;
}

function byKey<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> {
  return new Map(items.map((item) => [keyOf(item), item]));
}
