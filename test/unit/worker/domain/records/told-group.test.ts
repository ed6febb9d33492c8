import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CountsBy,
  type Told,
  type ToldBefore,
  tellGroup,
  UNTOLD,
} from "../../../../../worker/domain/records/told-group.ts";
import { runs } from "../../../../runs.ts";

/** A case: its court, the editions in which it came and left, and in which its kind was coded. */
interface Life {
  court: string;
  kind: string;
  came: number;
  coded: number;
  left: number;
}

const EDITIONS = 4;
const NONE: CountsBy = new Map();
const KINDS = ["mobilised suspended", "mobilised imprisonment", "contract suspended", "unknown suspended"];

const life = fc
  .record({
    court: fc.constantFrom("A", "B", "C"),
    kind: fc.constantFrom(...KINDS),
    came: fc.integer({ min: 0, max: EDITIONS - 1 }),
    wait: fc.integer({ min: 0, max: 3 }),
    stay: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ wait, stay, ...one }): Life => ({ ...one, coded: one.came + wait, left: one.came + stay }));
const history = fc.array(life, { minLength: 1, maxLength: 8 });

/** What is out after an edition: what anybody may know of courts, and what is told of kinds. */
interface Out {
  courts: CountsBy;
  told: CountsBy;
  /** What was told before, and the courts of when something was last told anew. */
  before: { courts: CountsBy; told: CountsBy };
}

function editionsOf(lives: readonly Life[]): Out[] {
  const out: Out[] = [];
  let before = null as ToldBefore | null;
  for (let edition = 0; edition < EDITIONS; edition++) {
    const here = lives.filter(({ came, left }) => came <= edition && edition < left);
    const courts = countBy(here, ({ court }) => court);
    const kinds = countBy(here, ({ kind, coded }) => (coded <= edition ? kind : UNTOLD));
    const now: Told = tellGroup({ kinds, courts }, before);
    out.push({
      courts,
      told: now.kinds,
      before: { courts: before?.courts ?? NONE, told: before?.kinds ?? NONE },
    });
    before = { kinds: now.kinds, courts: now.anew ? courts : (before?.courts ?? NONE) };
  }
  return out;
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  return new Map([...Map.groupBy(items, keyOf)].map(([key, same]) => [key, same.length]));
}

const total = (counts: CountsBy) => [...counts.values()].reduce((a, b) => a + b, 0);

/** How many of a court must have, and can have, what is told of so many in all (Fréchet's bounds, which are sharp). */
function bounds(courts: CountsBy, court: string, told: number): [number, number] {
  const [cases, own] = [total(courts), courts.get(court) ?? 0];
  return [Math.max(0, own + told - cases), Math.min(own, told)];
}

const PARTS = [0, 1, "both"] as const;
function told(counts: CountsBy, part: (typeof PARTS)[number]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [kind, count] of counts) {
    const key = part === "both" ? kind : kind.split(" ")[part]!;
    if (key !== "unknown") sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return sums;
}

/** Steps between two editions; null where something fell, of which an attacker can't take cases for new. */
function stepsBetween(before: CountsBy, after: CountsBy): Map<string, number> | null {
  const steps = new Map<string, number>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const step = (after.get(key) ?? 0) - (before.get(key) ?? 0);
    if (step < 0) return null;
    if (step > 0) steps.set(key, step);
  }
  return steps;
}

describe("what is told of the kinds of a week's cases", () => {
  it("never says more of a kind than was coded", () => {
    fc.assert(
      fc.property(history, (lives) => {
        for (const [edition, { told }] of editionsOf(lives).entries()) {
          const here = lives.filter(({ came, left }) => came <= edition && edition < left);
          const coded = countBy(here, ({ kind, coded }) => (coded <= edition ? kind : UNTOLD));
          for (const [kind, count] of told) expect(count).toBeLessThanOrEqual(coded.get(kind) ?? 0);
        }
      }),
      runs(2_000),
    );
  });

  it("leaves an attacker who knows all court cards no court of which a count follows", () => {
    fc.assert(
      fc.property(history, (lives) => {
        for (const { courts, told: kinds } of editionsOf(lives)) {
          for (const part of PARTS) {
            for (const count of told(kinds, part).values()) {
              for (const court of courts.keys()) {
                const [low, high] = bounds(courts, court, count);
                expect(low).toBeLessThan(high);
              }
            }
          }
        }
      }),
      runs(2_000),
    );
  });

  it("nor one who takes what an edition tells anew for the cases that it brought, or took", () => {
    fc.assert(
      fc.property(history, (lives) => {
        for (const { before, ...after } of editionsOf(lives)) {
          for (const [one, other] of [
            [before, after],
            [after, before],
          ] as const) {
            const moved = stepsBetween(one.courts, other.courts);
            // Where nothing at all is told any more, what went doesn't say with whom.
            if (!moved || moved.size === 0 || after.told.size === 0) continue;
            for (const part of PARTS.slice(0, 2)) {
              const anew = stepsBetween(told(one.told, part), told(other.told, part));
              if (!anew || total(anew) > total(moved)) continue;
              for (const count of anew.values()) {
                for (const court of moved.keys()) {
                  const [low, high] = bounds(moved, court, count);
                  expect(low).toBeLessThan(high);
                }
              }
            }
          }
        }
      }),
      runs(3_000),
    );
  });

  it("tells all but one of a large week", () => {
    const courts = new Map(Array.from({ length: 60 }, (_, index) => [`court ${index}`, 3]));
    const kinds = new Map([
      ["mobilised suspended", 60],
      ["mobilised imprisonment", 100],
      ["contract suspended", 20],
    ]);
    expect(total(tellGroup({ courts, kinds }, null).kinds)).toBe(179);
  });

  it("tells what was coded later, while no case joined", () => {
    const courts = new Map([
      ["A", 2],
      ["B", 2],
    ]);
    const first = tellGroup({ courts, kinds: new Map([[UNTOLD, 4]]) }, null);
    const kinds = new Map([
      ["mobilised suspended", 2],
      [UNTOLD, 2],
    ]);
    const { kinds: told } = tellGroup({ courts, kinds }, { kinds: first.kinds, courts });
    expect([...told]).toEqual([["mobilised suspended", 2]]);
  });
});
