import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CourtCase } from "../../../../worker/contract/court-case.ts";
import type { Outcome } from "../../../../worker/contract/terms.ts";
import { runs } from "../../../runs.ts";
import { pendingCase } from "./pending-case.ts";
import { changes, type Registry, said, take } from "./registry.ts";

const UIDS = ["27GV0008-01-2023-000081-20", "27GV0008-01-2024-000007-31", "27GV0008-01-2024-000008-32"];
const NUMBERS = ["1-90/2023", "1-7/2024", "1-20/2024", "1-5/2025"];
const day = fc.constantFrom("2024-01-10", "2024-02-20", "2024-06-10", "2024-08-12");

/** What a court's site may say: what only a person knows isn't on it. */
const anyCard = fc
  .record({
    case_uid: fc.constantFrom(null, ...UIDS),
    court_code: fc.constantFrom("27GV0008", "27GV0008", "77GV0006"),
    case_number: fc.constantFrom(...NUMBERS),
    earlier_numbers: fc.uniqueArray(fc.constantFrom(...NUMBERS), { maxLength: 2 }),
    defendant: fc.constantFrom(1, 1, 2),
    articles: fc.constantFrom<string[]>([], ["337.5"], ["338.1"]),
    received_on: fc.option(day),
    decided_on: fc.option(day),
    outcome: fc.constantFrom<Outcome>("pending", "convicted", "acquitted", "returned", "other"),
    source_url: fc.constantFrom(null, "https://a.sudrf.ru/", "https://b.sudrf.ru/"),
    first_seen_on: fc.option(day),
  })
  .filter(({ case_number, earlier_numbers }) => !earlier_numbers.includes(case_number))
  .map((fields) => pendingCase(fields));

/** The same cards in another order, and cut into files otherwise. */
const parcelled = fc.array(anyCard, { minLength: 1, maxLength: 7 }).chain((cards) =>
  fc.record({
    cards: fc.constant(cards),
    shuffled: fc.shuffledSubarray(cards, { minLength: cards.length }),
    cuts: fc.array(fc.boolean(), { minLength: cards.length, maxLength: cards.length }),
  }),
);

function files(rows: readonly CourtCase[], cuts: readonly boolean[]): CourtCase[][] {
  const parcels: CourtCase[][] = [[]];
  rows.forEach((row, place) => {
    parcels.at(-1)!.push(row);
    if (cuts[place]) parcels.push([]);
  });
  return parcels;
}

const nothing: Registry = new Map();
const card = (fields: Partial<CourtCase>) => pendingCase({ case_uid: UIDS[0]!, ...fields });
const first = card({
  case_number: "1-14/2023",
  received_on: "2023-12-15",
  decided_on: "2024-02-05",
  outcome: "convicted",
});
const retrial = card({
  case_number: "1-90/2024",
  received_on: "2024-06-10",
  decided_on: "2024-08-12",
  outcome: "convicted",
});

describe("the same cards", () => {
  it("make the same cases in whatever order and files they come", () => {
    fc.assert(
      fc.property(parcelled, ({ cards, shuffled, cuts }) => {
        const apart = files(shuffled, cuts).reduce((registry, file) => take(registry, file), nothing);
        expect(said(apart)).toEqual(said(take(nothing, cards)));
      }),
      runs(3_000),
    );
  });

  it("change nothing when they come again, all or some of them", () => {
    fc.assert(
      fc.property(parcelled, ({ cards, shuffled }) => {
        const registry = take(nothing, cards);
        expect(changes(registry, shuffled)).toBe(false);
        for (const one of cards) expect(changes(registry, [one], "2025-01-01")).toBe(false);
      }),
      runs(2_000),
    );
  });

  it("never make one case of two УИД, nor two of one", () => {
    fc.assert(
      fc.property(parcelled, ({ cards, cuts }) => {
        const registry = files(cards, cuts).reduce((known, file) => take(known, file), nothing);
        const uids = [...registry.values()].map((defendants) => [
          ...new Set([...defendants.values()].map(({ case_uid }) => case_uid)),
        ]);
        for (const inCase of uids) expect(inCase).toHaveLength(1);
        const named = uids.flat().filter((uid) => uid !== null);
        expect(new Set(named).size).toBe(named.length);
        expect(new Set(named)).toEqual(new Set(cards.flatMap(({ case_uid }) => case_uid ?? [])));
      }),
      runs(2_000),
    );
  });
});

describe("a case that was registered anew", () => {
  it("was received when it was first registered, in whatever order its cards come", () => {
    for (const order of [
      [[first], [retrial]],
      [[retrial], [first]],
      [[first, retrial]],
      [[retrial, first]],
    ]) {
      const registry = order.reduce((known, file) => take(known, file), nothing);
      const [one, ...others] = said(registry).map((text) => JSON.parse(text));
      expect(others).toEqual([]);
      expect(one).toMatchObject({
        case_number: "1-90/2024",
        earlier_numbers: ["1-14/2023"],
        received_on: "2023-12-15",
        decided_on: "2024-02-05",
      });
    }
  });
});

describe("a number that the store knows without a УИД", () => {
  const loose = pendingCase({ case_number: "1-7/2024", decided_on: "2024-05-20", outcome: "convicted" });
  const own = pendingCase({ ...loose, case_uid: UIDS[1]! });
  const anew = pendingCase({
    case_uid: UIDS[2]!,
    case_number: "1-20/2024",
    earlier_numbers: ["1-7/2024"],
    decided_on: "2024-06-10",
    outcome: "convicted",
  });

  it("is the case's whose number it is, and no other's that names it as an earlier one", () => {
    for (const order of [
      [[loose], [own, anew]],
      [[loose], [anew], [own]],
      [[anew], [loose], [own]],
    ]) {
      const registry = order.reduce((known, file) => take(known, file), nothing);
      expect(said(registry).map((text) => JSON.parse(text))).toMatchObject([
        { case_uid: UIDS[1], case_number: "1-7/2024", decided_on: "2024-05-20" },
        { case_uid: UIDS[2], case_number: "1-20/2024", decided_on: "2024-06-10" },
      ]);
    }
  });
});
