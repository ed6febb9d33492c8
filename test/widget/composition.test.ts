import { describe, expect, it } from "vitest";
import type { Summary } from "../../worker/contract/summary.ts";
import { LANGS } from "../../worker/contract/terms.ts";
import "../../widget/stats/index.ts";
import type { DesertionStats } from "../../widget/stats/index.ts";
import { LAYOUTS } from "../../widget/stats/view.ts";
import "../gallery/gallery.css";
import { answerOf, DAYS, type Day, SCENES } from "../gallery/states.ts";
import { blocksOf, linesOf } from "./lines.ts";
import { json, loaded, origin, part, serve } from "./page.ts";

const WIDTHS = [160, 300, 600];
const ANSWERED = SCENES.filter((scene) => scene !== "before" && scene !== "failed");
/** What a line's box has above its capitals and below its letters, with and without strokes below, of its height. */
const ABOVE = 0.2;
const BELOW = 0.2;
const BELOW_STROKES = 0.04;
/** The largest distance of two parts: the card's own, and what a line has above and below its letters. */
const GAP = 28;

interface Words {
  text: string;
  box: DOMRect;
}

/** Every line of the element's words, those of its drawing with them. */
function wordsOf(element: DesertionStats): Words[] {
  const root = element.shadowRoot!;
  const lines = blocksOf(root).flatMap(linesOf);
  const letters = [...root.querySelectorAll("text")].map((text) => ({
    text: text.textContent,
    box: text.getBoundingClientRect(),
  }));
  return [...lines, ...letters].filter(({ box }) => box.width > 0);
}

/** Where a line has ink. */
function inkOf({ text, box: { left, right, top, bottom, height } }: Words) {
  const below = /[gjpqy,;()ʼруфцщдє]/i.test(text) ? BELOW_STROKES : BELOW;
  return { left, right, top: top + ABOVE * height, bottom: bottom - below * height };
}

function overlaps(words: readonly Words[]): string[] {
  const set = words.map((one) => ({ ...one, ink: inkOf(one) }));
  return set.flatMap(({ text, ink }, index) =>
    set
      .slice(index + 1)
      .filter(
        ({ ink: other }) =>
          Math.min(ink.right, other.right) - Math.max(ink.left, other.left) > 1 &&
          Math.min(ink.bottom, other.bottom) - Math.max(ink.top, other.top) > 1,
      )
      .map((other) => `“${text}” lies upon “${other.text}”`),
  );
}

function cut(words: readonly Words[], { left, right, top, bottom }: DOMRect): string[] {
  return words
    .filter(
      ({ box }) =>
        box.left < left - 1 || box.right > right + 1 || box.top < top - 2 || box.bottom > bottom + 2,
    )
    .map(({ text }) => `“${text}” leaves the card`);
}

/** Blank stripes right across the card that are higher than what stands between two parts. */
function holes(element: DesertionStats): string[] {
  const card = part(element, "card")!;
  const parts = [
    ...card.querySelectorAll("p, figcaption > *, [part=sparkline] > svg, text, [part=sparkline] > div"),
  ]
    .map((one) => one.getBoundingClientRect())
    .filter(({ height }) => height > 0)
    .sort((a, b) => a.top - b.top);
  let bottom = card.getBoundingClientRect().top;
  const found: string[] = [];
  for (const box of parts) {
    if (box.top - bottom > GAP)
      found.push(`${Math.round(box.top - bottom)} blank pixels above ${Math.round(box.top)}`);
    bottom = Math.max(bottom, box.bottom);
  }
  return found;
}

/** How far the mark's middle is from the number in large type, on the drawing's own scale. */
function misplaced(element: DesertionStats): string[] {
  const root = element.shadowRoot!;
  const circle = root.querySelector("[part=sparkline] > svg > circle:not(.so-far)");
  // Among bars the number's own is the mark, where it is final.
  const isBar = circle && getComputedStyle(circle).display === "none";
  const mark = isBar ? root.querySelector(".newest") : circle;
  const [ground, ...lines] = [...root.querySelectorAll("[part=sparkline] > svg > line")];
  const highest = lines.at(-1);
  const { text, headline, type } = element.summary!;
  if (!mark || !ground || !highest || type.span === "this-week") return [];
  const middle = ({ top, bottom }: DOMRect) => (top + bottom) / 2;
  const [from, to, middleOf] = [ground, highest, mark].map((one) => middle(one.getBoundingClientRect()));
  const at = isBar ? mark.getBoundingClientRect().top : middleOf;
  const told = ((from! - at!) / (from! - to!)) * text.drawing.scale.at(-1)![0];
  const large = headline.shown === "expected" ? headline.expected!.mid : headline.value!;
  // Half a pixel, and a number that is rounded to be read.
  const reach = text.drawing.scale.at(-1)![0] / (from! - to!) + 0.5;
  return Math.abs(told - large) > reach ? [`the mark is at ${told}, the number is ${large}`] : [];
}

describe.each(LANGS)("the composition of <desertion-stats> in %s", (lang) => {
  it.each(LAYOUTS)(
    "has no words upon words, none cut, no hole, and its mark at its number (%s)",
    async (layout) => {
      await document.fonts.load(`16px "Gallery Sans"`);
      const found = new Set<string>();
      for (const scene of ANSWERED) {
        for (const day of Object.keys(DAYS) as Day[]) {
          serve(() => json(answerOf(scene, lang, "default", day) as Summary));
          const chart = layout === "inline" ? `chart="line"` : scene === "bars" ? `chart="bars"` : "";
          const element = await loaded(
            `<section style="font: 16px/1.5 'Gallery Sans'"><desertion-stats src="${origin()}" lang="${lang}" layout="${layout}" ${chart}></desertion-stats></section>`,
          );
          for (const width of WIDTHS) {
            element.closest("section")!.style.width = `${width}px`;
            const words = wordsOf(element);
            const faults = [
              ...overlaps(words),
              ...(layout === "inline"
                ? []
                : [...cut(words, part(element, "card")!.getBoundingClientRect()), ...holes(element)]),
              ...misplaced(element),
            ];
            for (const fault of faults) found.add(`${scene}, ${day}, ${width} px: ${fault}`);
          }
          element.closest("main")!.remove();
        }
      }
      expect([...found]).toEqual([]);
    },
  );
});
