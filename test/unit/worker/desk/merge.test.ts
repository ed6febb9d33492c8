import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CourtCase } from "../../../../worker/contract/court-case.ts";
import { OUTCOMES, SENTENCES, SERVICES } from "../../../../worker/contract/terms.ts";
import { runs } from "../../../runs.ts";
import { pendingCase } from "./pending-case.ts";
import { changes, type Registry, said, take } from "./registry.ts";

const UID = "27GV0008-01-2023-000081-20";

const BEFORE = "2024-03-01";
const SINCE = "2024-06-01";
const nothing: Registry = new Map();

/** The only case of a registry. */
function only(registry: Registry): CourtCase {
  const [one, ...others] = said(registry).map((text) => JSON.parse(text));
  expect(others).toEqual([]);
  const { received_court: _, ...courtCase } = one;
  return courtCase;
}

const merge = (known: Partial<CourtCase>, imported: Partial<CourtCase>, readOn = SINCE) =>
  only(take(take(nothing, [pendingCase(known)], BEFORE), [pendingCase(imported)], readOn));
const byHand = true as const;

const coded = {
  outcome: "convicted",
  decided_on: "2024-02-20",
  sentence: "suspended",
  term_months: 24,
  service: "contract",
} as const;

describe("a known case and what an import says of it", () => {
  it("a newer card replaces what an older one said, however small the step", () => {
    const corrected = {
      ...coded,
      sentence: "imprisonment",
      term_months: 60,
      decided_on: "2024-02-19",
    } as const;
    expect(merge(coded, corrected)).toEqual(pendingCase(corrected));
    const articles = { articles: ["337.2.1"], received_on: "2024-01-12", source_url: "https://x.sudrf.ru/" };
    expect(merge({}, articles)).toEqual(pendingCase(articles));
  });

  it("an older dump that comes later takes nothing back", () => {
    const corrected = { ...coded, articles: ["337.2.1"], decided_on: "2024-02-21" };
    expect(merge(corrected, coded, "2024-01-01")).toEqual(pendingCase(corrected));
  });

  it("a wrong number is corrected by hand, up or down; the old one stays as an earlier one", () => {
    const corrected = {
      ...coded,
      case_uid: UID,
      case_number: "1-18/2024",
      decided_on: "2024-02-02",
    } as const;
    expect(merge({ ...coded, case_uid: UID }, { ...corrected, by_hand: byHand })).toEqual(
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
    expect(merge(known, { articles: [], received_on: null, by_hand: byHand })).toEqual(pendingCase(known));
  });

  it("a card from before the verdict doesn't undo it", () => {
    expect(merge(coded, {})).toEqual(pendingCase(coded));
  });

  it("a case that is registered anew has the new number and was received when it first came in", () => {
    const anew = { case_number: "1-5/2025", earlier_numbers: ["1-81/2024"], received_on: "2025-01-09" };
    const merged = pendingCase({
      case_number: "1-5/2025",
      earlier_numbers: ["1-81/2024"],
      received_on: "2024-01-10",
    });
    expect(merge({}, anew)).toEqual(merged);
    expect(merge({}, { ...anew, by_hand: byHand })).toEqual(merged);
  });

  it("an old card that comes again takes neither the number nor the decision back", () => {
    const known = { ...coded, case_number: "1-5/2025", earlier_numbers: ["1-81/2024"] };
    const old = { outcome: "returned", decided_on: "2024-03-01" } as const;
    expect(merge(known, old)).toEqual(pendingCase(known));
  });

  it("a record that is in the file again is no longer removed, and one that the desk says is gone is", () => {
    expect(merge({ ...coded, removed_on: "2024-04-30" }, coded).removed_on).toBeNull();
    expect(merge({ ...coded, removed_on: "2024-04-30" }, coded, "2024-04-01").removed_on).toBe("2024-04-30");
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

describe("what a person coded", () => {
  const card = { outcome: "convicted", decided_on: "2024-02-20", case_uid: UID } as const;
  const dayLater = { ...card, decided_on: "2024-02-21" } as const;

  it("outlives a verdict date that the court corrects by a day, which is taken", () => {
    const acquitted = { ...card, outcome: "acquitted", by_hand: byHand } as const;
    const suspended = { ...card, ...coded, by_hand: byHand } as const;
    for (const [row, expected] of [
      [acquitted, { ...dayLater, outcome: "acquitted" }],
      [suspended, { ...dayLater, ...coded, decided_on: "2024-02-21" }],
    ] as const) {
      let registry = take(nothing, [pendingCase(card)], BEFORE);
      registry = take(registry, [pendingCase(row)], BEFORE);
      expect(only(take(registry, [pendingCase(dayLater)], SINCE))).toEqual(pendingCase(expected));
    }
  });

  it("is changed by a person, who may code otherwise, and takes the sentence with its decision", () => {
    const registry = take(nothing, [pendingCase({ ...card, ...coded, by_hand: byHand })], BEFORE);
    const fine = { ...card, sentence: "fine", by_hand: byHand } as const;
    expect(only(take(registry, [pendingCase(fine)]))).toMatchObject({
      outcome: "convicted",
      sentence: "fine",
    });
    const acquitted = { ...card, outcome: "acquitted", by_hand: byHand } as const;
    const undone = take(registry, [pendingCase(acquitted)]);
    expect(only(undone)).toMatchObject({ outcome: "acquitted", sentence: "unknown", term_months: null });
    const again = { ...card, ...coded, by_hand: byHand } as const;
    expect(only(take(undone, [pendingCase(again)]))).toMatchObject(coded);
  });

  it("is what a row says differently: a date or an article that a person corrected isn't undone by the same card", () => {
    const registry = take(nothing, [pendingCase(card)], BEFORE);
    const row = { ...card, decided_on: "2024-02-12", articles: ["338.1"], by_hand: byHand };
    const corrected = take(registry, [pendingCase(row)], BEFORE);
    const again = take(corrected, [pendingCase(card)], SINCE);
    expect(only(again)).toMatchObject({ decided_on: "2024-02-12", articles: ["338.1"] });
  });

  it("is not what a row repeats: an export that is imported again freezes nothing", () => {
    const registry = take(nothing, [pendingCase(card)], BEFORE);
    const exported = { ...only(registry), by_hand: byHand };
    expect(changes(registry, [exported])).toBe(false);
    const again = take(registry, [exported], BEFORE);
    expect(only(take(again, [pendingCase({ ...dayLater, articles: ["338.1"] })], SINCE))).toMatchObject({
      decided_on: "2024-02-21",
      articles: ["338.1"],
    });
  });

  const anyRow = fc.record({
    outcome: fc.constantFrom("convicted" as const, "acquitted" as const, "dismissed" as const),
    sentence: fc.constantFrom(...SENTENCES),
    term_months: fc.constantFrom(null, 24, 60),
    // Something in it must be news: what a row repeats is no word of a person.
    service: fc.constantFrom("mobilised" as const, "contract" as const),
  });

  it("is kept whatever the courts' cards say, before it and after it, in any order", () => {
    const anyCard = fc.record({
      case_number: fc.constantFrom("1-81/2024", "1-5/2025", "1-18/2023"),
      decided_on: fc.constantFrom(null, "2024-02-19", "2024-02-20", "2025-01-20"),
      outcome: fc.constantFrom(...OUTCOMES),
      articles: fc.constantFrom<string[]>([], ["337.5"]),
    });
    const cards = fc.array(anyCard, { maxLength: 4 });
    fc.assert(
      fc.property(cards, anyRow, cards, fc.boolean(), (before, row, after, late) => {
        const cardsOf = (some: typeof before) =>
          some.map((fields) => pendingCase({ ...fields, case_uid: UID }));
        const written = pendingCase({ ...row, case_uid: UID, by_hand: byHand });
        let registry = take(nothing, cardsOf(before), BEFORE);
        registry = take(registry, [written], BEFORE);
        for (const one of cardsOf(after)) registry = take(registry, [one], late ? SINCE : BEFORE);
        const { outcome, sentence, term_months, service } = only(registry);
        expect({ outcome, sentence, term_months, service }).toEqual(row);
      }),
      runs(1_000),
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
      fc.property(anything, anything, fc.boolean(), (known, imported, hand) => {
        const row = hand ? { ...imported, by_hand: byHand } : imported;
        const registry = take(take(nothing, [known], BEFORE), [row], SINCE);
        expect(changes(registry, [row], SINCE)).toBe(false);
      }),
      runs(2_000),
    );
  });

  it("what is exported is imported again without a change, and makes the same cases elsewhere", () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 4 }), (rows) => {
        const registry = rows.reduce((known, row) => take(known, [row], SINCE), nothing);
        const exported = said(registry).map((text): CourtCase => {
          const { received_court: _, ...one } = JSON.parse(text);
          return { ...one, by_hand: byHand };
        });
        expect(changes(registry, exported, SINCE)).toBe(false);
        expect(said(take(nothing, exported, SINCE))).toEqual(said(registry));
      }),
      runs(1_000),
    );
  });
});
