import { describe, expect, it } from "vitest";
import { derive, effectsBetween } from "../../../../../widget/studio/figures/effects.ts";
import { askedBy, headlineOf } from "../../../../../widget/studio/figures/headline.ts";
import { readTyped, typedOf } from "../../../../../widget/studio/figures/typed.ts";
import { figure, LEDGER, TODAY } from "./ledger.ts";

const before = derive(LEDGER);

describe("what follows from a change", () => {
  it("is nothing where nothing changes", () => {
    expect(effectsBetween(before, derive([...LEDGER]))).toEqual({
      rates: [],
      gone: [],
      made: [],
      solved: [],
    });
  });

  it("is a rate to each of the dates beside the new one, by the ledger's own rules", () => {
    const added = {
      ...figure("f105"),
      id: "f132",
      value: 15_182,
      period: { start: "2022-09-21", end: "2025-01-03" },
    };
    const { rates, gone, made } = effectsBetween(before, derive([...LEDGER, added]));
    expect(
      rates.map(({ before: old, after: { period, value, per_week } }) => [old, period, value, per_week]),
    ).toEqual([
      [null, { start: "2024-12-28", end: "2025-01-03" }, 1_000, 1_000],
      [null, { start: "2025-01-04", end: "2025-05-31" }, 2_977, 140.8],
    ]);
    expect(gone.map(({ period }) => period)).toEqual([{ start: "2024-12-28", end: "2025-05-31" }]);
    expect(made).toEqual([]);
  });

  it("names a running total that falls, and that it falls no longer once it is corrected", () => {
    const wrong = {
      ...figure("f105"),
      id: "f132",
      value: 10,
      period: { start: "2022-09-21", end: "2025-01-03" },
    };
    const worse = derive([...LEDGER, wrong]);
    const { made } = effectsBetween(before, worse);
    expect(made.map(({ kind, figures }) => [kind, figures.includes("f132")])).toContainEqual([
      "negative-difference",
      true,
    ]);
    const { solved } = effectsBetween(worse, derive([...LEDGER, { ...wrong, value: 15_000 }]));
    expect(solved.map(({ kind }) => kind)).toContain("negative-difference");
  });

  it("is told in the words of the number in big type, in three languages", () => {
    const { rates } = before;
    const heads = (["en", "ru", "uk"] as const).map((lang) => {
      const told = headlineOf(LEDGER, rates, { measure: "convictions" }, { lang, today: TODAY });
      return [told.value, told.text.inline];
    });
    expect(heads.map(([value]) => value)).toEqual([198, 198, 198]);
    expect(new Set(heads.map(([, inline]) => inline)).size).toBe(3);
  });

  it("asks for the embeds whose number it may move", () => {
    expect(askedBy(figure("f066"))).toEqual([
      { measure: "convictions" },
      { measure: "convictions", article: "332,337,338" },
    ]);
    expect(askedBy(figure("f001"))).toEqual([{ measure: "convictions" }]);
  });
});

describe("a form that was kept", () => {
  it("comes back as it was, and harmless whatever was put in its place", () => {
    for (const one of LEDGER)
      expect(readTyped(JSON.parse(JSON.stringify(typedOf(one))))).toEqual(typedOf(one));
    expect(readTyped(null)).toBeNull();
    expect(readTyped("x")).toBeNull();
    expect(readTyped({ unit: "robbery", value: { a: 1 }, kind: 3 })).toMatchObject({
      unit: "convictions",
      kind: "total",
    });
  });
});
