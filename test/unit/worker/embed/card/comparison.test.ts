import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARD_PIXELS_MAX, CARD_SIDE_MAX, CARD_SIDE_MIN } from "../../../../../worker/config.ts";
import { LANGS } from "../../../../../worker/contract/terms.ts";
import { comparisonPicture, comparisonSvg } from "../../../../../worker/embed/card/comparison.ts";
import { layOut } from "../../../../../worker/embed/card/layout.ts";
import { widthOf } from "../../../../../worker/embed/card/measure.ts";
import { compared, unsure, yearSide } from "../../../../fixtures/comparison.ts";
import { runs } from "../../../../runs.ts";

const SIZE = { width: 1200, height: 630 };
const ends = fc.integer({ min: CARD_SIDE_MIN, max: CARD_SIDE_MAX });
const sizes = fc
  .record({ width: ends, height: ends })
  .filter(({ width, height }) => width * height <= CARD_PIXELS_MAX);
const many = Array.from({ length: 13 }, (_, index) => yearSide(2010 + index, 100 * index));
const answers = LANGS.flatMap((lang) => [
  compared(lang),
  unsure(lang),
  compared(lang, { sides: many }),
  compared(lang, { edition: { sample: true, stale: true }, frozen: true }),
]);
const texts = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);
const bars = (svg: string) => [...svg.matchAll(/<g transform="translate/g)].length;

describe("a comparison as a picture", () => {
  it("says the number, each period, the whole sentence and the source", () => {
    for (const lang of LANGS) {
      const body = compared(lang);
      const svg = comparisonSvg(body, SIZE, "light");
      const said = texts(svg);
      expect(said).toContain(body.text.number);
      for (const { name, number } of body.text.sides) {
        expect(said).toContain(name);
        expect(said).toContain(number);
      }
      const words = said.join(" ").replace(/\u2060/g, "");
      for (const word of body.text.sentence.replace(/\u2060/g, "").split(/[ ]+/))
        expect(words).toContain(word);
      expect(svg).toContain(`<title id="ds-title">`);
      expect(bars(svg)).toBe(3);
    }
  });

  it("sets no number in large letters that is low because records are late", () => {
    expect([compared(), unsure()].map((body) => comparisonPicture(body).words.isLevel)).toEqual([
      false,
      true,
    ]);
  });

  it("has in what networks show no letter under 11 pixels on a phone, and everything inside", () => {
    for (const body of answers) {
      const svg = comparisonSvg(body, SIZE, "light", "theme", "large");
      const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(
        ([, em]) => (Number(em) * 330) / SIZE.width,
      );
      expect(Math.min(...sizes), body.text.sentence).toBeGreaterThanOrEqual(10.95);
      for (const [, x = "", y = "", em = "", words = ""] of svg.matchAll(
        /<text x="([\d.]*)" y="([\d.]*)" font-family[^>]*font-size="([\d.]*)"[^>]*>([^<]*)</g,
      )) {
        expect(Number(x) + widthOf(words, "sans-bold") * Number(em) * 0.9, words).toBeLessThan(SIZE.width);
        expect(Number(y)).toBeLessThan(SIZE.height);
      }
    }
    for (const lang of LANGS)
      expect(bars(comparisonSvg(compared(lang), SIZE, "light", "theme", "large"))).toBe(3);
  });

  it("sets a number among bold ones, no larger than these, in their weight, unless its theme has one", () => {
    const weight = (look?: Record<string, string>) => {
      const body = { ...unsure(), theme: { slug: "paper", ...(look && { look }) } };
      const svg = comparisonSvg(body, SIZE, "light");
      return new RegExp(`PT Serif[^>]*font-weight="(\\d+)"[^>]*>${body.text.number}<`).exec(svg)?.[1];
    };
    expect([weight(), weight({ "number-weight": "400" }), weight({ "number-weight": "800" })]).toEqual([
      "700",
      "400",
      "700",
    ]);
  });

  it("draws no bar for what isn't known, and explains its pens", () => {
    const body = unsure();
    const svg = comparisonSvg(body, SIZE, "dark");
    expect(bars(svg)).toBe(4);
    for (const { text } of body.text.key) expect(texts(svg)).toContain(text);
    expect(texts(svg)).toContain("not known");
  });

  it("fits at any size, with each period's row high enough to read, or without the bars", () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(...answers), (size, body) => {
        const svg = comparisonSvg(body, size, "light");
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        const { chart, scale, footerTop } = layOut(comparisonPicture(body).words, size);
        if (!chart) return;
        expect((chart.bottom - chart.top) / body.text.sides.length).toBeGreaterThanOrEqual(49.9 * scale);
        for (const [, y] of svg.matchAll(/<text [^>]*y="([\d.]+)"/g))
          expect(Number(y)).toBeLessThan(size.height);
        for (const [, y] of svg.matchAll(/<g transform="translate\([\d.]+ ([\d.]+)\)"/g))
          expect(Number(y)).toBeLessThan(footerTop);
      }),
      runs(40),
    );
  });
});
