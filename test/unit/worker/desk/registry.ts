import type { CourtCase } from "../../../../worker/contract/court-case.ts";
import { foldAll } from "../../../../worker/desk/fold.ts";
import { caseOf } from "../../../../worker/desk/merge.ts";
import { isSame, settle } from "../../../../worker/desk/settle.ts";
import type { CaseState } from "../../../../worker/domain/case-state.ts";

/** What a store holds, without the store: the states by the cases' lasting names. */
export type Registry = Map<string, Map<number, CaseState>>;

/** Puts rows into a registry as an import does: folded, sorted into cases with what is there. */
export function take(registry: Registry, rows: readonly CourtCase[], readOn = "2024-12-01"): Registry {
  const { cases } = foldAll([{ kind: "cases", cases: [...rows] }]);
  const after: Registry = new Map();
  for (const { case_key, defendant, after: state } of settle(registry, cases, readOn)) {
    if (state === null) continue;
    after.set(case_key, (after.get(case_key) ?? new Map()).set(defendant, state));
  }
  return after;
}

/** Whether an import of these rows would change anything. */
export function changes(registry: Registry, rows: readonly CourtCase[], readOn = "2024-12-01"): boolean {
  const { cases } = foldAll([{ kind: "cases", cases: [...rows] }]);
  return settle(registry, cases, readOn).some(
    ({ before, after, defendant }) => before === null || after === null || !isSame(before, after, defendant),
  );
}

/** Everything that a registry says, whatever its cases are called in it. */
export function said(registry: Registry): string[] {
  return [...registry.values()]
    .flatMap((defendants) =>
      [...defendants].map(([defendant, state]) => JSON.stringify(caseOf(state, defendant))),
    )
    .sort();
}
