import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Parts } from "../../../../worker/cli/parts.ts";
import { Spool } from "../../../../worker/cli/spool.ts";
import { PART_MAX_CASES } from "../../../../worker/config.ts";
import type { CourtCase } from "../../../../worker/contract/court-case.ts";
import { type Foldable, foldAll } from "../../../../worker/desk/fold.ts";
import { caseAliases } from "../../../../worker/desk/normalise/aliases.ts";
import { runs } from "../../../runs.ts";
import { pendingCase } from "../desk/pending-case.ts";

const NUMBERS = ["1-1/2023", "1-2/2023", "1-3/2024", "1-4/2024", "1-5/2025"];
const UIDS = ["27GV0008-01-2023-000081-20", "27GV0008-01-2024-000007-31"];

const anyRow = fc
  .record({
    case_uid: fc.constantFrom(null, null, ...UIDS),
    court_code: fc.constantFrom("27GV0008", "27GV0009"),
    case_number: fc.constantFrom(...NUMBERS),
    earlier_numbers: fc.uniqueArray(fc.constantFrom(...NUMBERS), { maxLength: 1 }),
    defendant: fc.constantFrom(1, 1, 2),
    received_on: fc.constantFrom("2024-01-10", "2024-02-10", null),
  })
  .filter(({ case_number, earlier_numbers }) => !earlier_numbers.includes(case_number))
  .map(pendingCase);
const anyItem: fc.Arbitrary<Foldable> = fc.oneof(
  { weight: 5, arbitrary: anyRow.map((one): Foldable => ({ kind: "cases", cases: [one] })) },
  { weight: 1, arbitrary: anyRow.map((one): Foldable => ({ kind: "higher", aliases: caseAliases(one) })) },
);

function spooled(items: readonly Foldable[]): { cases: CourtCase[]; higherAlone: number } {
  const spool = new Spool();
  for (const item of items) {
    if (item.kind === "cases") for (const one of item.cases) spool.add(one);
    else spool.addHigher(item.aliases);
  }
  const { higherAlone } = spool.finish();
  const parts = new Parts(spool.cases());
  const cases = [...parts.cases()];
  spool.close();
  parts.close();
  return { cases, higherAlone };
}

describe("the spool", () => {
  it("folds whatever rows into the cases that folding them in memory gives", () => {
    const inCases = ({ cases, higherAlone }: ReturnType<typeof spooled>) => ({
      cases: new Set(cases.map((one) => JSON.stringify(one))),
      count: cases.length,
      higherAlone,
    });
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 12 }), (items) => {
        expect(inCases(spooled(items))).toEqual(inCases(foldAll(items)));
      }),
      runs(150),
    );
  });
});

describe("the parts of an upload", () => {
  const defendantsOf = (serial: number, defendants: number, fields: Partial<CourtCase> = {}) =>
    Array.from({ length: defendants }, (_, index) =>
      pendingCase({ case_number: `1-${serial}/2024`, defendant: index + 1, ...fields }),
    );
  const partsOf = (cases: CourtCase[][]) => {
    const spooled = (one: CourtCase) => ({
      json: JSON.stringify(one),
      court: one.court_code,
      day: one.decided_on ?? one.received_on,
    });
    const parts = new Parts(cases.map((defendants) => defendants.map(spooled)));
    const bodies = Array.from(
      parts.bodies(),
      (body) => JSON.parse(new TextDecoder().decode(body)) as { cases: CourtCase[] },
    );
    expect([...parts.cases()]).toEqual(bodies.flatMap((body) => body.cases));
    const { content, count, extent } = parts;
    parts.close();
    return { bodies, content, count, extent };
  };

  it("hold all cases in order, at most as many as a part takes, and never part the defendants of a case", () => {
    const cases = Array.from({ length: 1_500 }, (_, serial) => defendantsOf(serial, 3));
    const { bodies, count } = partsOf(cases);
    expect(bodies.flatMap((body) => body.cases)).toEqual(cases.flat());
    expect(count).toBe(3);
    for (const body of bodies) {
      expect(body.cases.length).toBeLessThanOrEqual(PART_MAX_CASES);
      expect(body.cases[0]?.defendant).toBe(1);
      expect(body.cases.at(-1)?.defendant).toBe(3);
    }
  });

  it("stay within a megabyte where cases are long", () => {
    const source_url = `https://gvs--cht.sudrf.ru/${"a".repeat(2_000)}`;
    const { bodies, count } = partsOf(
      Array.from({ length: 1_000 }, (_, serial) => defendantsOf(serial, 1, { source_url })),
    );
    expect(count).toBe(3);
    for (const body of bodies) expect(JSON.stringify(body).length).toBeLessThan(1_001_000);
  });

  it("are the same for the same cases, and others for others", () => {
    const some = () => [defendantsOf(1, 2), defendantsOf(2, 1)];
    expect(partsOf(some()).content).toBe(partsOf(some()).content);
    expect(partsOf(some()).content).not.toBe(partsOf(some().reverse()).content);
    expect(partsOf([]).count).toBe(0);
  });

  it("know which courts and days they span, by the verdict, else by the receipt", () => {
    const { extent } = partsOf([
      [pendingCase({ court_code: "27GV0009", received_on: "2024-01-10", decided_on: "2024-06-01" })],
      [pendingCase({ received_on: "2024-02-10" })],
      [pendingCase({ received_on: null })],
    ]);
    expect(extent).toEqual({ courts: ["27GV0008", "27GV0009"], first: "2024-02-10", last: "2024-06-01" });
  });
});
