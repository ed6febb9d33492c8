import type { CompareBody } from "../../contract/compare.ts";
import { heightOf, type Letters, labelHeight, lengthOf, linesOf, linksHeight } from "./lines.ts";
import { type FrameSize, frameWidth } from "./size.ts";

/** Letters as the element's styles set them in a frame. */
const HEADING: Letters = { size: 17, line: 21.25, isBold: true };
const TEXT: Letters = { size: 15, line: 20.25 };
const NOTE: Letters = { size: 13, line: 17.55 };
const STATUS: Letters = { size: 14, line: 18.9, isBold: true };
const SMALL: Letters = { size: 12, line: 16.2 };
const GAP = 12;
/** A first bar and a further one; rules, edges, and a line more in a typeface a little wider. */
const FIRST_BAR = 24;
const BAR = 18;
const EDGES = 52;
/** What letters of another typeface may need beyond these (share). */
const RESERVE = 0.02;

/**
 * How high a frame of that width (pixels) must be for a comparison, in a typeface as wide as Arial. Its words wrap as
 * they do in a browser: what a comparison says, and so its height, differs more between answers than between widths.
 */
export function comparisonHeight({ text: words, period, against }: CompareBody, width: number): number {
  const inner = width - 2 * GAP;
  const paragraph = (text: string, letters: Letters, room = inner) =>
    text ? heightOf(text, letters, room) + GAP : 0;
  const rows = words.sides.map(({ name, number, note }, at) => {
    // What is still growing never stands in large type.
    const isLarge = at === 0 && period.status !== "provisional";
    const isBeside =
      !isLarge && lengthOf(name, TEXT) + TEXT.size + lengthOf(number, { ...TEXT, isBold: true }) <= inner;
    const heads = linesOf(name, TEXT, inner) + (isBeside || isLarge ? 0 : 1);
    const isDrawn = (at === 0 ? period : against[at - 1])?.value != null;
    const bar = isDrawn ? (at === 0 ? FIRST_BAR : BAR) : 0;
    const large = isLarge ? heightOf(number, largeIn(width), inner) : 0;
    return heads * TEXT.line + large + bar + (note ? paragraph(note, NOTE) : GAP);
  });
  const key = words.key.map(({ text }) => `mmm ${text}`).join("   ");
  const height =
    EDGES +
    paragraph(words.heading, HEADING) +
    labelHeight(words.label, TEXT, inner) +
    GAP +
    rows.reduce((sum, row) => sum + row, 0) +
    paragraph(key, SMALL) +
    paragraph(words.sentence, TEXT) +
    paragraph(words.status, STATUS, inner - GAP) +
    linksHeight([words.source, words.history], SMALL, inner);
  return Math.ceil(height * (1 + RESERVE));
}

/** The number, a little tighter than other letters. */
function largeIn(width: number): Letters {
  const size = Math.min(52, Math.max(32, 0.15 * width));
  return { size: 0.98 * size, line: 1.05 * size };
}

/** The size of its frame, in the room that there is. */
export function comparisonSize(answer: CompareBody, room: FrameSize): FrameSize {
  const width = frameWidth("compare", room);
  return { width, height: Math.min(comparisonHeight(answer, width), room.height) };
}
