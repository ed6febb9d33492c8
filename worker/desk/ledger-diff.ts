import type { Figure } from "../contract/figure.ts";
import type { FigureChange } from "../contract/imports.ts";

/** What replacing one ledger by another changes, figure by figure, in the order of their ids. */
export function diffLedgers(before: readonly Figure[], after: readonly Figure[]): FigureChange[] {
  const old = new Map(before.map((figure) => [figure.id, figure]));
  const fresh = new Map(after.map((figure) => [figure.id, figure]));
  const ids = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return ids.flatMap((id): FigureChange[] => {
    const was = old.get(id);
    const is = fresh.get(id);
    if (!was) return [{ figure: id, change: "added", fields: [] }];
    if (!is) return [{ figure: id, change: "removed", fields: [] }];
    const fields = (Object.keys(is) as (keyof Figure)[]).filter(
      (field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]),
    );
    return fields.length > 0 ? [{ figure: id, change: "changed", fields }] : [];
  });
}
