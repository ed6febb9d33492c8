import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Spool } from "../../../../worker/cli/spool.ts";
import { Contradictions } from "../../../../worker/desk/contradictions.ts";
import { foldByCase } from "../../../../worker/desk/fold.ts";
import { pendingCase } from "./pending-case.ts";

const decided = (outcome: "convicted" | "acquitted" | "dismissed" | "other", fields = {}) =>
  pendingCase({ outcome, decided_on: "2024-02-20", ...fields });

function noteOf(...rows: ReturnType<typeof pendingCase>[]): string | null {
  const { cases, contradictions } = foldByCase([{ kind: "cases", cases: rows }]);
  for (const _ of cases);
  return contradictions.note();
}

describe("cards of one defendant with two outcomes", () => {
  it("are said by court and number, and counted the same in whatever order", () => {
    const rows = [decided("convicted"), decided("acquitted"), pendingCase({})];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 3 }), (shuffled) => {
        const { cases, contradictions } = foldByCase([{ kind: "cases", cases: shuffled }]);
        expect([...cases].flat().map(({ outcome }) => outcome)).toEqual(["acquitted"]);
        expect(contradictions.note()).toContain(`${rows[0]!.case_number} (acquitted, convicted)`);
      }),
    );
  });

  it("are no contradiction before and after the verdict, of two numbers, of two defendants, or in vague words", () => {
    expect(noteOf(pendingCase({}), decided("convicted"))).toBeNull();
    expect(noteOf(decided("convicted"), decided("convicted", { decided_on: "2024-02-21" }))).toBeNull();
    expect(noteOf(decided("convicted"), decided("dismissed", { defendant: 2 }))).toBeNull();
    expect(noteOf(decided("convicted"), decided("other"))).toBeNull();
    const [uid, anew] = ["27GV0008-01-2023-000081-20", "1-99/2024"];
    expect(
      noteOf(
        decided("dismissed", { case_uid: uid }),
        decided("convicted", { case_uid: uid, case_number: anew }),
      ),
    ).toBeNull();
  });

  it("are found on disk as in memory", () => {
    const spool = new Spool();
    for (const row of [decided("convicted"), decided("dismissed")]) spool.add(row);
    spool.finish();
    for (const _ of spool.cases());
    expect(spool.contradictions.note()).toBe(noteOf(decided("convicted"), decided("dismissed")));
    spool.close();
  });

  it("are named up to twenty, and counted beyond", () => {
    const contradictions = new Contradictions();
    for (let number = 1; number <= 25; number++) {
      const case_number = `1-${number}/2024`;
      contradictions.look([decided("convicted", { case_number }), decided("acquitted", { case_number })]);
    }
    expect(contradictions.note()).toContain("; 5 more.");
  });
});
