import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CourtCase } from "../../../../worker/contract/court-case.ts";
import { type Foldable, foldAll, foldCases } from "../../../../worker/desk/fold.ts";
import { caseAliases } from "../../../../worker/desk/normalise/aliases.ts";
import { pendingCase } from "./pending-case.ts";

const UID = "27GV0008-01-2023-000081-20";

const convicted = { outcome: "convicted", decided_on: "2024-02-20" } as const;
/** The case alone, without the cards that go with it. */
const bare = ({ cards: _, ...one }: CourtCase): CourtCase => one;
const fold = (...rows: Partial<CourtCase>[]) =>
  bare(foldCases(rows.map(pendingCase) as [CourtCase, ...CourtCase[]])[0]!);
const cases = (...rows: Partial<CourtCase>[]) =>
  foldAll([{ kind: "cases", cases: rows.map(pendingCase) }]).cases.map(bare);

describe("rows of one defendant", () => {
  it("have the verdict, whether the card from before it is read first or last", () => {
    expect(fold({}, convicted)).toEqual(pendingCase(convicted));
    expect(fold(convicted, {})).toEqual(pendingCase(convicted));
  });

  it("have the later date of the verdict and the more that is told, where a card was read twice for one import", () => {
    const one = { ...convicted, decided_on: "2024-02-19", articles: ["337.2.1"], received_on: "2024-01-11" };
    const expected = pendingCase({ ...convicted, articles: ["337.2.1"] });
    expect(fold(convicted, one)).toEqual(expected);
    expect(fold(one, convicted)).toEqual(expected);
  });

  it("keep what a later card hides", () => {
    const known = {
      ...convicted,
      case_uid: UID,
      service: "mobilised",
      source_url: "https://x.sudrf.ru/",
    } as const;
    expect(fold(known, { ...convicted, articles: [], received_on: null })).toEqual(pendingCase(known));
  });

  it("have the newest registration's number and the first receipt, in any order", () => {
    const first = { case_number: "1-90/2022", received_on: "2022-12-20" };
    const second = { case_number: "1-7/2023", earlier_numbers: ["1-90/2022"], received_on: "2023-01-09" };
    const third = {
      case_number: "1-81/2023",
      earlier_numbers: ["1-7/2023"],
      received_on: "2023-05-02",
      ...convicted,
    };
    const expected = pendingCase({
      ...third,
      earlier_numbers: ["1-7/2023", "1-90/2022"],
      received_on: "2022-12-20",
    });
    expect(fold(first, second, third)).toEqual(expected);
    expect(fold(third, first, second)).toEqual(expected);
  });

  it("have the verdict of the new registration, not the old one's decision", () => {
    const returned = { case_number: "1-90/2023", outcome: "returned", decided_on: "2023-11-01" } as const;
    const again = { earlier_numbers: ["1-90/2023"], ...convicted };
    expect(fold(again, returned)).toMatchObject(convicted);
    expect(fold({ ...again, decided_on: null }, returned)).toMatchObject({
      outcome: "convicted",
      decided_on: null,
    });
  });

  it("have the latest of decisions under different numbers, where none of them is a conviction", () => {
    const late = { case_number: "1-90/2023", outcome: "dismissed", decided_on: "2024-03-01" } as const;
    const returned = {
      earlier_numbers: ["1-90/2023"],
      outcome: "returned" as const,
      decided_on: "2024-02-20",
    };
    expect(fold(late, returned).outcome).toBe("dismissed");
    expect(fold(returned, late).outcome).toBe("dismissed");
  });

  it("have the first conviction, whatever a new trial made of it: that verdict was given in its week", () => {
    const first = { case_number: "1-90/2023", ...convicted, decided_on: "2023-11-01" } as const;
    for (const outcome of ["convicted", "acquitted", "dismissed", "returned"] as const) {
      const again = { earlier_numbers: ["1-90/2023"], outcome, decided_on: "2024-06-01" };
      for (const rows of [
        [first, again],
        [again, first],
      ]) {
        expect(fold(...rows)).toMatchObject({ ...first, case_number: "1-81/2024" });
      }
    }
  });

  it("belong to the court that convicted, and were received by the one that had them first", () => {
    const sent = {
      case_uid: UID,
      court_code: "77GV0006",
      outcome: "transferred",
      received_on: "2023-12-01",
    } as const;
    const tried = { case_uid: UID, case_number: "1-7/2024", ...convicted };
    for (const rows of [
      [sent, tried],
      [tried, sent],
    ]) {
      expect(fold(...rows)).toMatchObject({
        ...convicted,
        court_code: "27GV0008",
        case_number: "1-7/2024",
        earlier_numbers: [],
        received_on: "2023-12-01",
      });
    }
  });

  it("keep a verdict while the case is tried anew", () => {
    const verdict = { case_number: "1-90/2023", outcome: "convicted", decided_on: "2023-11-01" } as const;
    expect(fold(verdict, { earlier_numbers: ["1-90/2023"] })).toMatchObject({
      case_number: "1-81/2024",
      outcome: "convicted",
      decided_on: "2023-11-01",
    });
  });

  it("have the date of the verdict from the tool that records it", () => {
    expect(fold(convicted, { outcome: "convicted" })).toEqual(pendingCase(convicted));
    expect(fold({ outcome: "convicted" }, convicted)).toEqual(pendingCase(convicted));
  });

  it("keep apart what a person wrote: the store judges it by what is known", () => {
    const written = { ...convicted, outcome: "acquitted", service: "contract", by_hand: true } as const;
    const rows: [CourtCase, ...CourtCase[]] = [
      pendingCase(convicted),
      pendingCase(written),
      pendingCase(written),
    ];
    expect(foldCases(rows)).toEqual([pendingCase(convicted), pendingCase(written)]);
  });

  it("were first seen on the earliest day, and are removed as the last one says", () => {
    const seen = { first_seen_on: "2024-03-01", removed_on: "2024-09-01" };
    expect(fold(seen, { first_seen_on: "2024-02-25" })).toMatchObject({
      first_seen_on: "2024-02-25",
      removed_on: null,
    });
  });

  it("are not changed by being read again", () => {
    const some = fc.record({
      case_uid: fc.constantFrom(null, UID),
      case_number: fc.constantFrom("1-81/2024", "1-90/2023"),
      articles: fc.subarray(["337.5", "338.1"]),
      received_on: fc.constantFrom(null, "2023-10-01", "2024-01-10"),
      decided_on: fc.constantFrom(null, "2023-11-01", "2024-02-20"),
      outcome: fc.constantFrom("convicted", "acquitted", "returned", "other"),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), (rows) => {
        const once = fold(...rows);
        expect(fold(...rows, ...rows)).toEqual(once);
        expect(fold(...rows.toReversed())).toEqual(once);
      }),
    );
  });
});

describe("rows of many cases", () => {
  it("meet by their УИД, however their numbers differ", () => {
    const folded = cases({ case_uid: UID }, { case_uid: UID, case_number: "1-90/2023" });
    expect(folded).toEqual([pendingCase({ case_uid: UID, earlier_numbers: ["1-90/2023"] })]);
  });

  it("never meet with two УИД, even under one number", () => {
    expect(cases({ case_uid: UID }, { case_uid: UID.replace("81-20", "82-20") })).toHaveLength(2);
  });

  it("meet without a УИД by any number of the same court", () => {
    const again = { case_number: "1-4/2024", earlier_numbers: ["1-90/2023"] };
    expect(cases({ case_number: "1-90/2023" }, again)).toEqual([pendingCase(again)]);
    expect(cases({ case_number: "1-90/2023" }, { ...again, court_code: "77GV0001" })).toHaveLength(2);
  });

  it("meet by number with the case that has a УИД, also through a third row", () => {
    const old = { case_number: "1-90/2023" };
    const linking = { earlier_numbers: ["1-90/2023"] };
    const expected = [pendingCase({ ...convicted, case_uid: UID, earlier_numbers: ["1-90/2023"] })];
    expect(cases(old, linking, { case_uid: UID, ...convicted })).toEqual(expected);
    expect(cases({ case_uid: UID, ...convicted }, old, linking)).toEqual(expected);
  });

  it("stay one for each defendant", () => {
    const folded = cases({ case_uid: UID }, { case_uid: UID, defendant: 2 }, { case_uid: UID, ...convicted });
    expect(folded.map(({ defendant, outcome }) => [defendant, outcome])).toEqual([
      [1, "convicted"],
      [2, "pending"],
    ]);
  });

  it("are the same cases in any order", () => {
    const numbers = ["1-1/2023", "1-2/2023", "1-3/2023", "1-4/2024", "1-5/2024"];
    const some = fc.record({
      case_number: fc.constantFrom(...numbers),
      earlier_numbers: fc.subarray(numbers, { maxLength: 2 }),
    });
    const shuffled = fc
      .array(some, { minLength: 1, maxLength: 6 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    const numbersOf = (rows: Partial<CourtCase>[]) =>
      cases(...rows)
        .map((one) => [...new Set(caseAliases(one))].sort())
        .sort();
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        expect(numbersOf(rows)).toEqual(numbersOf(other));
      }),
    );
  });

  it("count higher courts' cards that belong to none of them", () => {
    const first: Foldable = { kind: "cases", cases: [pendingCase({ case_uid: UID, ...convicted })] };
    const higher = (alias: string): Foldable => ({ kind: "higher", aliases: [alias] });
    const items = [higher(UID), first, higher("27GV0008|1-81/2024"), higher("77GV0001|1-81/2024")];
    expect(foldAll(items)).toEqual({ cases: first.cases, higherAlone: 1 });
  });
});
