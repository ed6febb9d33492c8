import type { Figure } from "../../../worker/contract/figure.ts";

/** One change of the ledger that isn't published yet. */
export interface Pending {
  id: string;
  /** The figure as it was when somebody began to change it; null: it is new. */
  before: Figure | null;
  /** As it is to be; null: it is withdrawn. */
  after: Figure | null;
}

/** A figure that somebody else has changed otherwise in the meantime. */
export interface Collision {
  mine: Pending;
  /** As it is in force now; null: the other one has withdrawn it. */
  theirs: Figure | null;
}

/** The ledger with the changes: each in its place, what is new at the end, as the ledger's order is part of its meaning. */
export function applied(ledger: readonly Figure[], pending: readonly Pending[]): Figure[] {
  const changes = new Map(pending.map((one) => [one.id, one]));
  const kept = ledger.flatMap((figure) => {
    const change = changes.get(figure.id);
    changes.delete(figure.id);
    if (!change) return [figure];
    return change.after ? [change.after] : [];
  });
  return [...kept, ...[...changes.values()].flatMap(({ after }) => after ?? [])];
}

/** The changes with one more; a figure that becomes what it was is changed no longer. */
export function withChange(pending: readonly Pending[], change: Pending): Pending[] {
  const earlier = pending.find(({ id }) => id === change.id);
  const others = pending.filter(({ id }) => id !== change.id);
  const whole = { ...change, before: earlier ? earlier.before : change.before };
  return isSame(whole.before, whole.after) ? others : [...others, whole];
}

/**
 * The same changes over a ledger in which others have changed something since. What they changed alike is done; what is
 * new here gets an id of its own if theirs has taken it; of what both changed otherwise, a person decides.
 * @param nextId the first id that no figure has had
 */
export function rebased(
  pending: readonly Pending[],
  ledger: readonly Figure[],
  nextId: string,
): { pending: Pending[]; collisions: Collision[] } {
  const inForce = new Map(ledger.map((figure) => [figure.id, figure]));
  const result: { pending: Pending[]; collisions: Collision[] } = { pending: [], collisions: [] };
  for (const mine of pending) {
    const theirs = inForce.get(mine.id) ?? null;
    if (isSame(theirs, mine.after)) continue;
    if (isSame(theirs, mine.before)) result.pending.push(mine);
    else if (mine.before === null && mine.after) {
      const id = freeId(nextId, [...result.pending, ...pending]);
      result.pending.push({ id, before: null, after: { ...mine.after, id } });
    } else result.collisions.push({ mine, theirs });
  }
  return result;
}

/** A decision on a figure that both have changed: one's own change is made of theirs then, or dropped. */
export function decided({ mine, theirs }: Collision, stays: "mine" | "theirs"): Pending[] {
  return stays === "theirs" || isSame(theirs, mine.after) ? [] : [{ ...mine, before: theirs }];
}

/** The first id from `nextId` on that no change has taken. */
export function freeId(nextId: string, pending: readonly Pending[]): string {
  const taken = new Set(pending.map(({ id }) => id));
  for (let number = Number(nextId.slice(1)); ; number++) {
    const id = `f${String(number).padStart(3, "0")}`;
    if (!taken.has(id)) return id;
  }
}

/** Whether two figures say the same, in whatever order their fields come. */
export function isSame(a: Figure | null, b: Figure | null): boolean {
  return spelled(a) === spelled(b);
}

function spelled(figure: Figure | null): string {
  if (!figure) return "";
  const { period, ...rest } = figure;
  return JSON.stringify(Object.entries({ ...rest, ...period }).sort(([a], [b]) => (a < b ? -1 : 1)));
}
