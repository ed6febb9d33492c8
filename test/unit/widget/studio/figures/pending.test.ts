import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applied,
  decided,
  isSame,
  type Pending,
  rebased,
  withChange,
} from "../../../../../widget/studio/figures/pending.ts";
import type { Figure } from "../../../../../worker/contract/figure.ts";
import { runs } from "../../../../runs.ts";
import { figure, LEDGER } from "./ledger.ts";

const BASE = LEDGER.slice(0, 6);
const NEXT = "f132";

/** What one person does to a ledger: adds, corrects, withdraws. */
const deeds = fc.array(
  fc.oneof(
    fc.record({ add: fc.nat(999) }),
    fc.record({ correct: fc.nat(5), value: fc.nat(9) }),
    fc.record({ withdraw: fc.nat(5) }),
  ),
  { maxLength: 8 },
);

type Deed = { add: number } | { correct: number; value: number } | { withdraw: number };

function done(all: readonly Deed[], firstId: number): Pending[] {
  let pending: Pending[] = [];
  let next = firstId;
  for (const deed of all) {
    if ("add" in deed) {
      const id = `f${next++}`;
      const after = { ...figure("f066"), id, value: deed.add };
      pending = withChange(pending, { id, before: null, after });
    } else {
      const before = BASE["correct" in deed ? deed.correct : deed.withdraw]!;
      const after = "correct" in deed ? { ...before, value: deed.value } : null;
      pending = withChange(pending, { id: before.id, before, after });
    }
  }
  return pending;
}

const counted = (figures: readonly Figure[]) => new Map(figures.map((one) => [one.id, one]));

describe("changes that wait", () => {
  it("make the ledger again that they were made from, once all of them are undone", () => {
    const change = { id: "f001", before: BASE[0]!, after: { ...BASE[0]!, value: 3 } };
    expect(withChange(withChange([], change), { ...change, after: BASE[0]! })).toEqual([]);
    const added = { id: NEXT, before: null, after: { ...BASE[0]!, id: NEXT } };
    expect(withChange([added], { id: NEXT, before: null, after: null })).toEqual([]);
  });

  it("keep the ledger's order: a correction stays in its place, what is new comes last", () => {
    const after = applied(BASE, [
      { id: NEXT, before: null, after: { ...BASE[0]!, id: NEXT } },
      { id: "f003", before: BASE[2]!, after: { ...BASE[2]!, value: 1 } },
      { id: "f005", before: BASE[4]!, after: null },
    ]);
    expect(after.map(({ id }) => id)).toEqual(["f001", "f002", "f003", "f004", "f006", NEXT]);
  });
});

describe("two people at once", () => {
  it("lose nobody's figure, whatever they do", () => {
    fc.assert(
      fc.property(deeds, deeds, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (a, b, choices) => {
        const [mine, others] = [done(a, 132), done(b, 132)];
        const theirs = applied(BASE, others);
        const used = others.filter(({ before }) => before === null).length;
        const again = rebased(mine, theirs, `f${132 + used}`);
        const settled = again.collisions.flatMap((one, index) =>
          decided(one, choices[index] ? "mine" : "theirs"),
        );
        const result = applied(theirs, [...again.pending, ...settled]);
        const byId = counted(result);
        expect(byId.size).toBe(result.length);

        // Every figure that either of them added is there.
        const added = [...mine, ...others].filter(({ before }) => before === null);
        const values = result.filter(({ id }) => Number(id.slice(1)) >= 132).map(({ value }) => value);
        for (const { after } of added) expect(values).toContain(after!.value);
        // Nothing is decided silently: what both changed otherwise is a collision, all else stands as its one author left it.
        const asked = new Set(again.collisions.map(({ mine: { id } }) => id));
        for (const before of BASE) {
          const [own, other] = [mine, others].map((all) => all.find(({ id }) => id === before.id));
          const [ownAfter, otherAfter] = [own, other].map((one) => (one ? one.after : before));
          const isBoth = own !== undefined && other !== undefined && !isSame(ownAfter!, otherAfter!);
          expect(asked.has(before.id)).toBe(isBoth);
          if (!isBoth) expect(byId.get(before.id) ?? null).toEqual(own ? ownAfter : otherAfter);
        }
      }),
      runs(500),
    );
  });

  it("may have added the same figure: it is there once", () => {
    const added = { ...figure("f066"), id: NEXT, value: 5 };
    const { pending, collisions } = rebased(
      [{ id: NEXT, before: null, after: added }],
      [...BASE, added],
      "f133",
    );
    expect([pending, collisions]).toEqual([[], []]);
  });
});
