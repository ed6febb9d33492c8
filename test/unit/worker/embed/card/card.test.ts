import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARD_PIXELS_MAX, CARD_SIDE_MAX, CARD_SIDE_MIN } from "../../../../../worker/config.ts";
import { LANGS } from "../../../../../worker/contract/terms.ts";
import { cardSvg } from "../../../../../worker/embed/card/card.ts";
import { type CardText, layOut } from "../../../../../worker/embed/card/layout.ts";
import { widthOf } from "../../../../../worker/embed/card/measure.ts";
import { answerOf, SCENES } from "../../../../gallery/states.ts";
import { published, records } from "../../../../widget/summary.ts";

const SIZE = { width: 1200, height: 630 };
const side = fc.integer({ min: CARD_SIDE_MIN, max: CARD_SIDE_MAX });
const sizes = fc
  .record({ width: side, height: side })
  .filter(({ width, height }) => width * height <= CARD_PIXELS_MAX);

function wordsOf({ text, type }: ReturnType<typeof published>): CardText {
  const { heading, qualifier, number, label, so_far, change, detail, source } = text;
  return {
    heading,
    qualifier,
    number,
    isLevel: type.span === "this-week",
    label,
    soFar: so_far,
    change,
    notes: [text.status, text.correction].filter(Boolean),
    detail,
    source,
    hasKey: text.drawing.key.length > 0,
    chartHeight: 110,
    lowHeight: null,
  };
}

const answers = LANGS.flatMap((lang) => [
  published(lang),
  records(lang),
  records(lang, { type: { span: "this-week" }, headline: { value: 4, shown: "counted", so_far: null } }),
  records(lang, { edition: { sample: true, stale: true } }),
]);

describe("the words of a card", () => {
  it("stay inside it at any size, and below each other", () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(...answers), (size, summary) => {
        const { lines, margin, footerTop, chart } = layOut(wordsOf(summary), size);
        for (const { text, face, size: em, x, y } of lines) {
          expect(x).toBeGreaterThanOrEqual(margin);
          expect(x + widthOf(text, face) * em).toBeLessThanOrEqual(size.width - margin + 0.01);
          expect(y - em).toBeGreaterThan(0);
          expect(y).toBeLessThan(size.height);
        }
        if (!chart) return;
        expect(chart.bottom).toBeLessThan(footerTop);
        expect(chart.bottom - chart.top).toBeGreaterThan(20);
        expect(chart.right - chart.left).toBeGreaterThan(80);
      }),
    );
  });

  it("are all there, whatever had to shrink: what is counted, how sure it is, where it comes from", () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(...answers), (size, summary) => {
        const said = layOut(wordsOf(summary), size)
          .lines.map(({ text }) => text)
          .join("");
        const { heading, qualifier, number, label, so_far, status, source } = summary.text;
        const joined = (words: string) => words.replaceAll(/[\s·\u2060]/g, "");
        for (const words of [heading, qualifier, number, label, so_far, status, source]) {
          expect(joined(said)).toContain(joined(words));
        }
      }),
    );
  });

  it("break at a middle dot first, which then isn't left over at the end of a line, nor is a dash", () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(...answers), (size, summary) => {
        const set = layOut(wordsOf(summary), size).lines.map(({ text }) => text);
        expect(set.filter((text) => /^[\s·–—]|·$|\S–$|\u2060/.test(text))).toEqual([]);
      }),
    );
    expect(layOut(wordsOf(published()), SIZE).lines.map(({ text }) => text)).toContain(
      "articles 332, 337 and 338",
    );
  });

  it("stand beside the drawing where the card is wide, above it where it is not", () => {
    const words = wordsOf(published());
    const label = ({ lines }: ReturnType<typeof layOut>) =>
      lines.find(({ text }) => text.startsWith("conv"))!;
    const wide = layOut(words, SIZE);
    expect(wide.chart!.top).toBeLessThan(label(wide).y);
    expect(wide.chart!.left).toBeGreaterThan(SIZE.width / 3);
    const square = layOut(words, { width: 1080, height: 1080 });
    expect(square.chart!.top).toBeGreaterThan(label(square).y);
  });
});

describe("the card with large letters", () => {
  /** Of a phone's picture and mail's: twice the pixels that a phone and a desk show. */
  const UPRIGHT = [
    { width: 720, height: 1080 },
    { width: 880, height: 1320 },
  ];
  const states = SCENES.flatMap((scene) =>
    LANGS.flatMap((lang) => {
      const answer = answerOf(scene, lang, "default", "sunday");
      return typeof answer === "string" ? [] : [[scene, answer] as const];
    }),
  );

  it("has none of less than 11 pixels where a phone shows it 330 wide, in any state and language", () => {
    for (const size of [...UPRIGHT, SIZE]) {
      for (const [scene, answer] of states) {
        const svg = cardSvg(answer, size, "light", "theme", "large");
        const shown = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(
          ([, em]) => (Number(em) * 330) / size.width,
        );
        expect(Math.min(...shown), `${scene} ${answer.text.lang}`).toBeGreaterThanOrEqual(10.95);
      }
    }
  });

  it("keeps its chart there in nearly all of them, and everything inside", () => {
    const without = states.filter(([scene, answer]) => {
      const [size] = UPRIGHT;
      const svg = cardSvg(answer, size!, "light", "theme", "large");
      for (const [, x = "", rest = "", em = "", words = ""] of svg.matchAll(
        /<text x="([^"]*)"([^>]*)font-size="([^"]*)"[^>]*>([^<]*)</g,
      )) {
        if (/text-anchor="(end|middle)"/.test(rest)) continue;
        const face = /PT Serif/.test(rest) ? "serif-bold" : /"700"/.test(rest) ? "sans-bold" : "sans";
        expect(Number(x) + widthOf(words, face) * Number(em), `${scene}: ${words}`).toBeLessThan(size!.width);
      }
      return !svg.includes("<circle") && !svg.includes("stroke-linecap");
    });
    // Where nothing is known there is nothing to draw, and a year has the longest words of all.
    expect(
      without.map(([scene]) => scene).filter((scene) => !/^(empty|figures-year|year)$/.test(scene)),
    ).toEqual([]);
  });

  it("has in what networks show a chart beside the number, and none that would cross or leave anything", () => {
    const charts: string[] = [];
    for (const [scene, answer] of states) {
      const { chart, lines, footerTop, noteBars } = layOut(
        wordsOf(answer),
        SIZE,
        undefined,
        scene !== "empty",
        "large",
      );
      const tops = lines.map(({ y, size }) => y - size * 0.72);
      const sized = lines.map(({ text, face, size, anchor, x }) => {
        expect(anchor).toBe("start");
        return x + widthOf(text, face) * size;
      });
      expect(Math.max(...sized), scene).toBeLessThanOrEqual(SIZE.width);
      // Each line ends above the next one, but for a number's word, which stands on its line.
      for (const [at, { y, text }] of lines.entries())
        for (const [other, top] of tops.entries())
          if (y < lines[other]!.y - 1)
            expect(y, `${scene}: ${text}, ${lines[at]!.text}`).toBeLessThan(top + 2);
      const words = tops.filter((_, at) => lines[at]!.y < (noteBars[0]?.y ?? footerTop));
      expect(Math.max(...words)).toBeLessThan(footerTop);
      if (!chart) continue;
      charts.push(scene);
      for (const [at, { y }] of lines.entries())
        if (tops[at]! < chart.bottom && y > chart.top) expect(sized[at], scene).toBeLessThan(chart.left);
    }
    // Most states are the usual ones: what they compare is seen at a glance.
    expect(charts.length).toBeGreaterThan(0.75 * states.length);
    for (const scene of ["week", "month", "figures"])
      expect(charts.filter((one) => one === scene)).toHaveLength(3);
  });

  it("fits at any size, however little room that is", () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(...answers), (size, summary) => {
        const { lines } = layOut(wordsOf(summary), size, undefined, true, "large");
        for (const { text, face, size: em, x, y } of lines) {
          expect(x + widthOf(text, face) * em).toBeLessThanOrEqual(size.width);
          expect(y).toBeLessThan(size.height);
        }
      }),
    );
  });
});

describe("the card", () => {
  it("is named by the whole statement and described by its drawing in words", () => {
    const { text } = published("uk");
    const svg = cardSvg(published("uk"), SIZE, "light");
    expect(svg).toContain(`<title id="ds-title">${text.sentence}</title>`);
    expect(svg).toContain(`<desc id="ds-desc">${text.sparkline_alt}</desc>`);
    expect(svg).toContain('xml:lang="uk"');
  });

  it("says that it is a sample, and how incomplete its week is", () => {
    const svg = cardSvg(records("en", { edition: { sample: true } }), SIZE, "light");
    expect(svg.replaceAll(/<title.*?<\/title>/g, "")).toMatch(/SAMPLE.*estimate/s);
  });

  it("can't be made to hold markup by a name in the data", () => {
    const evil = `"><script>alert(1)</script>`;
    const summary = published("en", { edition: { source: { name: evil, url: "https://example.org" } } });
    summary.text.heading = evil;
    summary.text.sentence = evil;
    expect(cardSvg(summary, SIZE, "light")).not.toContain("<script");
  });

  it("needs no styles, script or anything from elsewhere", () => {
    const svg = cardSvg(records("ru"), SIZE, "dark");
    expect(svg).not.toMatch(/style|class=|href|url\(|<script/);
  });

  it("takes a theme's own colours", () => {
    const palette = {
      ink: "#000000",
      muted: "#444444",
      surface: "#fffaf0",
      accent: "#005588",
      border: "#cccccc",
    };
    const theme = { slug: "paper", light: palette };
    const svg = cardSvg({ ...published(), theme }, SIZE, "light");
    expect(svg).toContain('fill="#fffaf0"');
    expect(svg).toContain('stroke="#005588"');
  });

  it("draws no line to what is counted of a week that is still growing, and rings the estimate", () => {
    const svg = cardSvg(records(), SIZE, "light");
    expect(svg).toMatch(/stroke-dasharray/);
    expect(svg).toMatch(/<circle [^>]*fill="#ffffff"/);
  });

  it("has a scale, a time and a key in the words of the answer", () => {
    for (const summary of answers) {
      const svg = cardSvg(summary, SIZE, "light");
      const { scale, axis, key } = summary.text.drawing;
      for (const words of [...scale, ...axis].map(([, name]) => name))
        expect(svg).toContain(`>${words}</text>`);
      for (const { text } of key) expect(svg).toContain(`>${text}</text>`);
    }
  });

  it("sets what is recorded of the current week no larger than the words that say so", () => {
    const soFar = answers.filter(({ type }) => type.span === "this-week");
    for (const summary of soFar) {
      const { lines } = layOut(wordsOf(summary), SIZE);
      const size = (words: string) => lines.find(({ text }) => words.startsWith(text))!.size;
      expect(size(summary.text.number)).toBe(size(summary.text.label));
    }
    expect(soFar).toHaveLength(LANGS.length);
  });

  it("sets the word of the number beside it, on its line", () => {
    const { lines } = layOut(wordsOf(records()), SIZE);
    const [word, number] = ["about", "182"].map((words) => lines.find(({ text }) => text === words)!);
    expect(word!.y).toBe(number!.y);
    expect(word!.size).toBeLessThan(number!.size / 2);
    expect(number!.x).toBeGreaterThan(word!.x + widthOf("about", word!.face) * word!.size);
  });
});
