import { describe, expect, it } from "vitest";
import type { CompareText, Side } from "../../../../worker/contract/compare.ts";
import { LANGS, type Lang } from "../../../../worker/contract/terms.ts";
import { comparedWith } from "../../../../worker/domain/comparison.ts";
import { type Comparison, compareText } from "../../../../worker/wording/index.ts";
import { EDITION } from "../../../fixtures/published-answer.ts";

const HALF = { start: "2023-01-01", end: "2023-06-30" };
const year = (name: number) => ({ start: `${name}-01-01`, end: `${name}-12-31` });
const side = (period: Side["period"], value: number | null, rest: Partial<Side> = {}): Side => ({
  label: "",
  period,
  value,
  coverage: value === null ? 0 : 1,
  status: "final",
  qualifier: "exact",
  expected: null,
  ...rest,
});
function compared(own: Side, against: readonly Side[], edition: Partial<Comparison["edition"]> = {}) {
  return {
    edition: { ...EDITION, ...edition },
    type: { unit: "cases_received", offence: "awol", articles: ["337"] },
    period: own,
    against: against.map((one) => comparedWith(own, one, true)),
    same_part: null,
  } satisfies Comparison;
}
const spaced = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, " ");
type Texts = Record<Lang, CompareText>;
const texts = (comparison: Comparison, frozen = false) =>
  Object.fromEntries(LANGS.map((lang) => [lang, compareText(comparison, { lang, frozen })])) as Texts;

describe("the words around a comparison's bars", () => {
  it("name each period and its number, the period's own first, in each language", () => {
    const words = texts(compared(side(HALF, 2076), [side(year(2022), 1001), side(year(2021), 615)]));
    const names = (lang: Lang) => words[lang].sides.map(({ name }) => spaced(name));
    expect(names("en")).toEqual(["The first half of 2023", "2022", "2021"]);
    expect(names("ru")).toEqual(["I полугодие 2023 года", "2022 год", "2021 год"]);
    expect(names("uk")).toEqual(["I півріччя 2023 року", "2022 рік", "2021 рік"]);
    expect(words.en.sides.map(({ number }) => number)).toEqual(["2,076", "1,001", "615"]);
    expect(words.en).toMatchObject({ number: "2,076", qualifier: "", key: [], status: "", dir: "ltr" });
    expect(spaced(words.en.label)).toBe("New court cases · article 337");
    expect(words.en.sentence).toContain("about twice as many");
  });

  it("say that what isn't known isn't known, and never a zero", () => {
    const words = texts(compared(side(HALF, null), [side(year(2022), 0, { qualifier: "at_least" })]));
    for (const { sides, number, key } of Object.values(words)) {
      expect(number).toBe("—");
      for (const { number } of sides) expect(number).not.toMatch(/\d/);
      expect(key).toEqual([]);
    }
    expect(words.en.sides.map(({ number }) => number)).toEqual(["not known", "not known"]);
  });

  it("say how sure a number is, what it covers and what is expected, and what its pen means", () => {
    const growing = side(HALF, 78, { status: "provisional", expected: { low: 131, mid: 148, high: 164 } });
    const part = side(year(2022), 9, { qualifier: "at_least", coverage: 0.47 });
    const { en } = texts(compared(growing, [part, side(year(2021), 600, { qualifier: "about" })]));
    expect(spaced(en.sides[0]!.note)).toMatch(/incomplete, .*131–.?164/);
    expect(spaced(en.sides[1]!.number)).toBe("at least 9");
    expect(en.sides[1]!.note).toContain("47%");
    expect(spaced(en.sides[2]!.number)).toBe("about 600");
    expect(en.key.map(({ mark }) => mark)).toEqual(["estimate", "bound"]);
  });

  it("say of a sample, a stale and a frozen answer that it is one", () => {
    const plain = [side(HALF, 2076), [side(year(2022), 1001)]] as const;
    const status = (edition: Partial<Comparison["edition"]>, frozen = false) =>
      texts(compared(...plain, edition), frozen).en.status;
    const all = [status({ sample: true }), status({ stale: true }), status({}, true)];
    expect(new Set(all).size).toBe(3);
    for (const one of all) expect(one).toMatch(/\.$/);
    expect(all[2]).toContain(EDITION.id);
  });
});
