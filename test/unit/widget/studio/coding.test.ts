import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  actionOf,
  DECISION_KEYS,
  NO_TEXT_KEY,
  SERVICE_KEYS,
  UNDO_KEY,
} from "../../../../widget/studio/coding/keys.ts";
import { type Letter, Outbox, type Taken } from "../../../../widget/studio/coding/outbox.ts";
import { finish, NOTHING_TYPED, press } from "../../../../widget/studio/coding/typed.ts";
import { CodedValues } from "../../../../worker/contract/coding.ts";
import { runs } from "../../../runs.ts";

const LETTERS = [...Object.values(DECISION_KEYS), ...Object.values(SERVICE_KEYS), NO_TEXT_KEY, UNDO_KEY];
const typed = (keys: string) =>
  [...keys].reduce((state, key) => {
    const action = actionOf({ key, code: "" });
    return action ? press(state, action) : state;
  }, NOTHING_TYPED);

describe("the keys of a verdict", () => {
  it("are each of one thing", () => {
    expect(new Set(LETTERS).size).toBe(LETTERS.length);
  });

  it("are taken by letter, or by place where the layout has no Latin letters", () => {
    expect(actionOf({ key: "S", code: "KeyO" })).toEqual({ do: "decide", decision: "suspended" });
    expect(actionOf({ key: "ы", code: "KeyS" })).toEqual({ do: "decide", decision: "suspended" });
    expect(actionOf({ key: "і", code: "KeyS" })).toEqual({ do: "decide", decision: "suspended" });
    expect(actionOf({ key: "7", code: "Digit7" })).toEqual({ do: "digit", digit: "7" });
    for (const key of ["Tab", "ArrowDown", "Shift", "F5", " ", "Dead"])
      expect(actionOf({ key, code: key })).toBeNull();
  });

  it.each([
    ["s24m", { outcome: "convicted", sentence: "suspended", term_months: 24, service: "mobilised" }],
    ["mi66", { outcome: "convicted", sentence: "imprisonment", term_months: 66, service: "mobilised" }],
    ["i66fc", { outcome: "convicted", sentence: "fine", term_months: null, service: "contract" }],
    ["f12c", { outcome: "convicted", sentence: "fine", term_months: null, service: "contract" }],
    ["i66ao", { outcome: "acquitted", sentence: "unknown", term_months: null, service: "officer" }],
    ["wu", { outcome: "convicted", sentence: "unknown", term_months: null, service: "unknown" }],
  ])("%s", (keys, values) => {
    expect(finish(typed(keys))).toEqual({ values });
  });

  it.each([
    ["", "decision"],
    ["m", "decision"],
    ["sm", "term"],
    ["s24", "service"],
    ["s0m", "term-bounds"],
    ["s601m", "term-bounds"],
  ])("%s isn't all: %s", (keys, missing) => {
    expect(finish(typed(keys))).toEqual({ missing });
  });

  it("whatever is pressed, make nothing that the service refuses", () => {
    const key = fc.constantFrom(...LETTERS, ..."0123456789".split(""), "Backspace");
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), (keys) => {
        const state = keys.reduce((now, one) => press(now, actionOf({ key: one, code: "" })!), NOTHING_TYPED);
        const finished = finish(state);
        if ("values" in finished) expect(CodedValues.safeParse(finished.values).success).toBe(true);
      }),
      runs(200),
    );
  });
});

describe("what is on its way", () => {
  const one = (number: number) => ({ key: `case ${number}`, defendant: 1 }) as Letter["one"];

  it("comes to the service whole and in order, whichever answers get lost, and through a new window in between", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.constantFrom<"taken" | "lost" | "unsent">("taken", "lost", "unsent"), { maxLength: 40 }),
        fc.integer({ min: 0, max: 12 }),
        async (count, fates, reloadAt) => {
          let drawer: Letter[] = [];
          const arrived: string[] = [];
          let tries = 0;
          let window = 0;
          const open = (own = ++window) =>
            new Outbox(
              {
                read: () => drawer,
                write: (letters) => {
                  if (own === window) drawer = [...letters];
                },
              },
              {
                send: async ({ one: { key } }): Promise<Taken> => {
                  // A window that was closed in the middle hears of nothing any more.
                  if (own !== window) return new Promise(() => {});
                  const fate = fates[tries++] ?? "taken";
                  // The service takes the same as often as it comes.
                  if (fate !== "unsent" && !arrived.includes(key)) arrived.push(key);
                  return fate === "taken" ? { how: "taken" } : { how: "later" };
                },
                told: () => {},
                changed: () => {},
              },
            );
          let outbox = open();
          for (let at = 0; at < count; at++) {
            if (at === reloadAt) outbox = open();
            outbox.put({ kind: "code", one: one(at), values: null });
          }
          while (outbox.letters.length > 0) await outbox.send();
          const all = Array.from({ length: count }, (_, at) => `case ${at}`);
          expect(arrived).toEqual(all);
          expect(drawer).toEqual([]);
        },
      ),
      runs(60),
    );
  });
});
