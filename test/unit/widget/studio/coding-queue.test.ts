import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedWith, leftOf } from "../../../../widget/studio/coding/left.ts";
import type { Letter } from "../../../../widget/studio/coding/outbox.ts";
import { queueOf } from "../../../../widget/studio/coding/queue.ts";
import type { CodingBody, CodingCase } from "../../../../worker/contract/coding.ts";
import { runs } from "../../../runs.ts";

const one = (number: number, more: Partial<CodingCase> = {}) =>
  ({
    key: `case ${number}`,
    defendant: 1,
    round: "first",
    case_number: `1-${number}`,
    ...more,
  }) as CodingCase;
const letter = (kind: Letter["kind"], of: CodingCase, id = 1): Letter => ({
  id,
  kind,
  one: of,
  values: null,
});
const numbers = (queue: readonly CodingCase[]) => queue.map(({ case_number }) => case_number);

describe("what is before a coder", () => {
  it("is what the service has claimed for them, but for what they have coded since", () => {
    const done = [one(2)];
    const letters = [letter("code", one(3))];
    expect(
      numbers(
        queueOf(
          [1, 2, 3, 4].map((at) => one(at)),
          { letters, done, queue: [one(1)] },
        ),
      ),
    ).toEqual([...["1-1", "1-4"]]);
  });

  it("begins with what they took back, which the service may not know yet", () => {
    const letters = [letter("undo", one(9))];
    const queue = queueOf([one(1), one(2)], { letters, done: [], queue: [one(9), one(1)] });
    expect(numbers(queue)).toEqual(["1-9", "1-1", "1-2"]);
    const coded = [...letters, letter("code", one(9), 2)];
    expect(numbers(queueOf([one(1), one(9)], { letters: coded, done: [], queue: [one(1)] }))).toEqual([
      "1-1",
    ]);
  });

  it("has under their hands the record as it was when it came, and the others as they are now", () => {
    const stands = { outcome: "convicted", sentence: "fine", term_months: null, service: "officer" } as const;
    const claimed = [one(1, { stands }), one(2, { stands })];
    const queue = queueOf(claimed, { letters: [], done: [], queue: [one(1), one(2)] });
    expect(queue.map((shown) => shown.stands)).toEqual([undefined, stands]);
  });

  it("has a record once more in another round", () => {
    const third = one(1, { round: "third" });
    expect(queueOf([third], { letters: [], done: [one(1, { round: "second" })], queue: [] })).toEqual([
      third,
    ]);
  });

  it("never has a record twice, whatever is on its way", () => {
    const some = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 8 });
    const kinds = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 6 })), { maxLength: 8 });
    fc.assert(
      fc.property(some, kinds, some, some, (claimed, sent, done, before) => {
        const unique = (list: number[]) => [...new Set(list)].map((at) => one(at));
        const letters = sent.map(([back, at], id) => letter(back ? "undo" : "code", one(at), id));
        const doing = { letters, done: unique(done), queue: unique(before) };
        const queue = numbers(queueOf(unique(claimed), doing));
        expect(new Set(queue).size).toBe(queue.length);
        for (const shown of queue)
          expect(letters.findLast(({ one: of }) => of.case_number === shown)?.kind).not.toBe("code");
      }),
      runs(300),
    );
  });
});

describe("what is left", () => {
  const look = {
    ...{ left: 3, second: 1, third: 0, drafts: [] },
    courts: [
      { court: "77GV0007", left: 2 },
      { court: "66GV0005", left: 1 },
    ],
    weeks: [{ week: "2025-W14", left: 3 }],
  } satisfies CodingBody;
  const coded = one(1, { court_code: "77GV0007", decided_on: "2025-04-02" });

  it("is told by court, by week and by round, and not by both at once, which nobody counts", () => {
    const of = (court: string | null, week: string | null) => leftOf(look, { round: "first", court, week });
    expect([of(null, null), of("77GV0007", null), of(null, "2025-W14"), of(null, "2025-W01")]).toEqual([
      ...[3, 2, 3, 0],
    ]);
    expect(of("77GV0007", "2025-W14")).toBeUndefined();
    expect(leftOf(look, { round: "second", court: null, week: null })).toBe(1);
  });

  it("falls with what is coded, and comes back with what is taken back", () => {
    const after = countedWith(look, coded, -1);
    expect([after.left, after.courts[0]?.left, after.courts[1]?.left, after.weeks[0]?.left]).toEqual([
      2, 1, 1, 2,
    ]);
    expect(countedWith(after, coded, 1)).toEqual(look);
    expect(countedWith(look, { ...coded, round: "third" }, -1)).toEqual(look);
  });
});
