import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGS } from "../../../../worker/contract/terms.ts";
import { addDays } from "../../../../worker/domain/calendar.ts";
import { drawingText } from "../../../../worker/wording/drawing.ts";
import { LANGUAGES } from "../../../../worker/wording/languages.ts";
import { ticksUpTo } from "../../../../worker/wording/ticks.ts";
import { published, records } from "../../../widget/summary.ts";

const { en, ru } = LANGUAGES;
const base = records();

/** So many weeks or months of the same number. */
function steady(
  start: string,
  length: number,
  granularity: "week" | "month" = "week",
  value = 150,
): Parameters<typeof drawingText>[0] {
  return {
    type: base.type,
    headline: { ...base.headline, so_far: null },
    series: {
      granularity,
      start,
      values: Array<number>(length).fill(value),
      qualifiers: [],
      provisional_from: null,
      expected: null,
    },
  };
}
const names = (answer: Parameters<typeof drawingText>[0], words = en) =>
  drawingText(answer, words).axis.map(([, name]) => name);

describe("the scale", () => {
  it("has round numbers up to the peak", () => {
    expect(ticksUpTo(198)).toEqual([0, 50, 100, 150]);
    expect(ticksUpTo(221)).toEqual([0, 100, 200]);
    expect(ticksUpTo(1)).toEqual([0, 1]);
    expect(ticksUpTo(5)).toEqual([0, 2, 4]);
  });

  it("reaches as far as what is expected, in the numerals of the language", () => {
    expect(drawingText(base, en).scale).toEqual([
      [0, "0"],
      [100, "100"],
      [200, "200"],
    ]);
    expect(drawingText(steady("2025-01-06", 20, "week", 20_538), ru).scale.at(-1)).toEqual([
      20_000,
      "20\u00a0000",
    ]);
  });

  it("is none where there is nothing to draw", () => {
    const { series } = steady("2025-01-06", 2);
    const empty = { ...steady("2025-01-06", 2), series: { ...series, values: [null, null] } };
    expect(drawingText(empty, en)).toEqual({ scale: [], axis: [], key: [] });
  });
});

describe("the time", () => {
  it("is months for half a year, a January by its year", () => {
    expect(names(steady("2025-09-01", 26))).toEqual(["Sep", "Oct", "Nov", "Dec", "2026", "Feb", "Mar"]);
    expect(names(steady("2025-06-02", 26), ru)).toEqual(["июл", "авг", "сен", "окт", "ноя"]);
  });

  it("is every other month in a narrow column", () => {
    const { axis } = drawingText(steady("2025-09-01", 26), en);
    expect(axis.filter(([, , roomy]) => roomy !== 1).map(([, name]) => name)).toEqual([
      "Sep",
      "Nov",
      "2026",
      "Mar",
    ]);
  });

  it("is years for many years", () => {
    expect(names(steady("2021-01-04", 260))).toEqual(["2022", "2023", "2024", "2025"]);
  });

  it("counts months where the series does", () => {
    expect(drawingText(steady("2024-11-01", 24, "month"), en).axis.map(([at, name]) => [at, name])).toEqual([
      [2, "2025"],
      [8, "Jul"],
      [14, "2026"],
      [20, "Jul"],
    ]);
  });

  it("is the first day where no month begins", () => {
    expect(names(steady("2025-06-02", 3))).toEqual(["2\u00a0June"]);
  });

  it("begins a name only where the one before has ended, in a narrow column as in a wide one", () => {
    const lengths = fc.record({
      start: fc.integer({ min: 0, max: 2_000 }).map((days) => addDays("2021-01-04", days * 7)),
      length: fc.integer({ min: 2, max: 260 }),
      value: fc.constantFrom(3, 150, 20_000),
      granularity: fc.constantFrom("week" as const, "month" as const),
      lang: fc.constantFrom(...LANGS),
    });
    fc.assert(
      fc.property(lengths, ({ start, length, value, granularity, lang }) => {
        const first = granularity === "month" ? `${start.slice(0, 7)}-01` : start;
        const { axis, scale } = drawingText(steady(first, length, granularity, value), LANGUAGES[lang]);
        const gutter = 6.2 * scale.at(-1)![1].length + 5;
        expect(axis.length).toBeGreaterThan(0);
        for (const [column, shown] of [
          [130, axis.filter(([, , roomy]) => roomy !== 1)],
          [238, axis],
        ] as const) {
          let free = 0;
          for (const [at, name] of shown) {
            const x = (at / length) * (column - gutter);
            expect(x).toBeGreaterThanOrEqual(free);
            free = x + name.length * 6;
          }
          expect(free).toBeLessThanOrEqual(column);
        }
      }),
    );
  });
});

describe("the key", () => {
  it("says what is drawn otherwise than a final count, and nothing where all is final", () => {
    expect(drawingText(base, en).key).toEqual([
      { mark: "estimate", text: "estimated" },
      { mark: "so-far", text: "this week so far" },
    ]);
    expect(drawingText(published(), en).key).toEqual([{ mark: "bound", text: "at least" }]);
    expect(drawingText(steady("2025-01-06", 20), en).key).toEqual([]);
  });
});
