import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { derive } from "../../../../../widget/studio/figures/effects.ts";
import { found, type Search } from "../../../../../widget/studio/figures/search.ts";
import type { Figure } from "../../../../../worker/contract/figure.ts";
import { UNITS } from "../../../../../worker/contract/terms.ts";
import { runs } from "../../../../runs.ts";
import { figure, LEDGER } from "./ledger.ts";

const CONTRADICTED = new Set(derive(LEDGER).conflicts.flatMap(({ figures }) => figures));
const ALL: Search = { text: "", unit: "", conflicting: false };
/** As the list says it in English, as far as it matters here. */
const say = ({ id, value, publisher }: Figure) => `${id}, ${value.toLocaleString("en-GB")}, ${publisher}`;
const idsOf = (part: Partial<Search>) =>
  found(LEDGER, { ...ALL, ...part }, CONTRADICTED, say).map(({ id }) => id);

describe("the list of figures", () => {
  it("has all of them, each once, the newest period first", () => {
    expect(idsOf({}).toSorted()).toEqual(LEDGER.map(({ id }) => id).toSorted());
    const ends = idsOf({}).map((id) => figure(id).period.end);
    expect(ends).toEqual(ends.toSorted().toReversed());
  });

  it("narrows to what was counted: every unit by itself, and together they are all", () => {
    for (const unit of UNITS) {
      expect(idsOf({ unit }), unit).toHaveLength(LEDGER.filter((one) => one.unit === unit).length);
      expect(idsOf({ unit }).every((id) => figure(id).unit === unit)).toBe(true);
    }
    expect(UNITS.flatMap((unit) => idsOf({ unit }))).toHaveLength(LEDGER.length);
  });

  it("narrows to those that contradict another, of which the shipped ledger has some", () => {
    expect(new Set(idsOf({ conflicting: true }))).toEqual(CONTRADICTED);
    expect(CONTRADICTED.size).toBeGreaterThan(1);
    expect(CONTRADICTED.size).toBeLessThan(LEDGER.length);
  });

  it("finds a figure by id, number, publisher, series and address, in whatever case and order", () => {
    for (const one of LEDGER) {
      const host = new URL(one.source_url).host;
      for (const text of [one.id, String(one.value), one.publisher, one.series, host, one.source_url]) {
        expect(idsOf({ text: text.toUpperCase() }), text).toContain(one.id);
      }
      expect(idsOf({ text: `${host}  ${one.id}` })).toEqual([one.id]);
    }
    expect(idsOf({ text: "18 159" })).toContain(LEDGER.find(({ value }) => value === 18_159)?.id);
    expect(idsOf({ text: "nothing says this" })).toEqual([]);
  });

  it("finds with all filters at once what each of them finds", () => {
    const search = fc.record({
      text: fc.constantFrom("", "mediazona", "337", "2025", "verstka", "zzz"),
      unit: fc.constantFrom("" as const, ...UNITS),
      conflicting: fc.boolean(),
    });
    fc.assert(
      fc.property(search, ({ text, unit, conflicting }) => {
        const both = idsOf({ text }).filter(
          (id) => idsOf({ unit }).includes(id) && idsOf({ conflicting }).includes(id),
        );
        expect(idsOf({ text, unit, conflicting })).toEqual(both);
      }),
      runs(30),
    );
  });
});
