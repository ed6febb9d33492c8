import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CourtCase } from "../../../../worker/contract/court-case.ts";
import { OUTCOMES, SENTENCES, SERVICES } from "../../../../worker/contract/terms.ts";
import { isSame, mergeCase } from "../../../../worker/desk/merge.ts";
import { runs } from "../../../runs.ts";
import { pendingCase } from "./pending-case.ts";

const UID = "27GV0008-01-2023-000081-20";

const merge = (known: Partial<CourtCase>, imported: Partial<CourtCase>) =>
  mergeCase(pendingCase(known), pendingCase(imported));

const coded = {
  outcome: "convicted",
  decided_on: "2024-02-20",
  sentence: "suspended",
  term_months: 24,
  service: "contract",
} as const;

describe("a known case and what an import says of it", () => {
  it("a correction replaces what was wrong", () => {
    const corrected = {
      ...coded,
      decided_on: "2024-02-19",
      sentence: "imprisonment",
      term_months: 60,
    } as const;
    expect(merge(coded, corrected)).toEqual(pendingCase(corrected));
    const articles = { articles: ["337.2.1"], received_on: "2024-01-12", source_url: "https://x.sudrf.ru/" };
    expect(merge({}, articles)).toEqual(pendingCase(articles));
  });

  it("a wrong number is corrected, up or down, with the date beside it; the old one stays as an earlier one", () => {
    const corrected = {
      ...coded,
      case_uid: UID,
      case_number: "1-18/2024",
      decided_on: "2024-02-02",
    } as const;
    expect(merge({ ...coded, case_uid: UID }, corrected)).toEqual(
      pendingCase({ ...corrected, earlier_numbers: ["1-81/2024"] }),
    );
  });

  it("what the import doesn't know erases nothing", () => {
    const known = {
      ...coded,
      case_uid: UID,
      source_url: "https://x.sudrf.ru/",
      first_seen_on: "2024-02-21",
    } as const;
    expect(merge(known, { articles: [], received_on: null })).toEqual(pendingCase(known));
  });

  it("a card from before the verdict doesn't undo it", () => {
    expect(merge(coded, {})).toEqual(pendingCase(coded));
  });

  it("the list's verdict undoes neither an acquittal nor a sentence that the desk coded", () => {
    const list = { outcome: "convicted", decided_on: "2024-02-20" } as const;
    expect(merge(coded, list)).toEqual(pendingCase(coded));
    const acquitted = { outcome: "acquitted", decided_on: "2024-02-20" } as const;
    expect(merge(acquitted, list)).toEqual(pendingCase(acquitted));
  });

  it("a case that is registered anew has the new number and was received when it first came in", () => {
    const anew = { case_number: "1-5/2025", earlier_numbers: ["1-81/2024"], received_on: "2025-01-09" };
    const merged = pendingCase({
      case_number: "1-5/2025",
      earlier_numbers: ["1-81/2024"],
      received_on: "2024-01-10",
    });
    expect(merge({}, anew)).toEqual(merged);
    expect(mergeCase(merged, pendingCase(anew))).toEqual(merged);
  });

  it("an old card that comes again takes neither the number nor the decision back", () => {
    const known = {
      ...coded,
      case_number: "1-5/2025",
      earlier_numbers: ["1-81/2024"],
      decided_on: "2025-02-20",
    };
    const old = { outcome: "returned", decided_on: "2024-03-01" } as const;
    expect(merge(known, old)).toEqual(pendingCase(known));
  });

  it("a record that is in the file again is no longer removed, and one that the desk says is gone is", () => {
    expect(merge({ ...coded, removed_on: "2025-06-30" }, coded).removed_on).toBeNull();
    expect(merge(coded, { ...coded, removed_on: "2025-06-30" }).removed_on).toBe("2025-06-30");
  });

  it("was first seen when anybody first saw it", () => {
    expect(merge({ first_seen_on: "2024-02-21" }, { first_seen_on: "2024-03-01" }).first_seen_on).toBe(
      "2024-02-21",
    );
    expect(merge({ first_seen_on: "2024-02-21" }, { first_seen_on: "2024-02-20" }).first_seen_on).toBe(
      "2024-02-20",
    );
  });
});

const day = fc.constantFrom("2024-01-10", "2024-02-20", "2024-12-01", "2025-02-20");
const anything = fc
  .record<CourtCase>({
    case_uid: fc.constantFrom(null, UID),
    court_code: fc.constant("27GV0008"),
    case_number: fc.constantFrom("1-81/2024", "1-18/2024", "1-5/2025"),
    earlier_numbers: fc.uniqueArray(fc.constantFrom("1-81/2024", "1-7/2023", "1-5/2025"), { maxLength: 2 }),
    defendant: fc.constant(1),
    articles: fc.constantFrom([], ["337.5"], ["337.2.1", "338.1"]),
    received_on: fc.option(day),
    decided_on: fc.option(day),
    outcome: fc.constantFrom(...OUTCOMES),
    sentence: fc.constantFrom(...SENTENCES),
    term_months: fc.constantFrom(null, 24, 60),
    service: fc.constantFrom(...SERVICES),
    source_url: fc.constantFrom(null, "https://x.sudrf.ru/"),
    first_seen_on: fc.option(day),
    removed_on: fc.option(day),
  })
  .filter(({ case_number, earlier_numbers }) => !earlier_numbers.includes(case_number));

describe("whatever is known and imported", () => {
  it("importing the same again changes nothing", () => {
    fc.assert(
      fc.property(anything, anything, (known, imported) => {
        const merged = mergeCase(known, imported);
        expect(mergeCase(merged, imported)).toEqual(merged);
        expect(isSame(merged, mergeCase(merged, imported))).toBe(true);
      }),
      runs(2_000),
    );
  });

  it("what was known of it before is an alias of it after", () => {
    fc.assert(
      fc.property(anything, anything, (known, imported) => {
        const { case_number, earlier_numbers, case_uid } = mergeCase(known, imported);
        const numbers = [case_number, ...earlier_numbers];
        expect(numbers).toEqual(expect.arrayContaining([known.case_number, imported.case_number]));
        expect(new Set(numbers).size).toBe(numbers.length);
        if (known.case_uid ?? imported.case_uid) expect(case_uid).not.toBeNull();
      }),
    );
  });
});
