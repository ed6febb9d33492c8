import type { Change } from "../contract/changes.ts";
import type { Offence } from "../contract/terms.ts";

/**
 * The changes that say something of their own, the newest weeks first: a week's change of 337 is also one of 337 + 338
 * and of 332 + 337 + 338, and these are told only where they differ from their parts.
 */
export function tellingChanges(changes: readonly Change[]): Change[] {
  const deltas = new Map(
    changes.map((change) => [keyOf(change, change.type.offence), change.after - change.before]),
  );
  return changes
    .filter((change) => {
      const delta = (offence: Offence) => deltas.get(keyOf(change, offence)) ?? 0;
      if (change.type.offence === "desertion")
        return delta("desertion") !== delta("awol") + delta("desertion-strict");
      if (change.type.offence === "refusal") return delta("refusal") !== delta("desertion");
      return true;
    })
    .sort((a, b) => (a.week === b.week ? 0 : a.week < b.week ? 1 : -1));
}

function keyOf({ week, type }: Change, offence: Offence | null): string {
  return `${week} ${type.unit} ${offence}`;
}
