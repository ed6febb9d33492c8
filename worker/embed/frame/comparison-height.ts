import type { CompareBody } from "../../contract/compare.ts";

/** Sizes of letters and heights of their lines in pixels, as the element's styles set them in a frame. */
const HEADING = { letter: 17.5, line: 22 };
const TEXT = { letter: 15, line: 21.5 };
const NOTE = { letter: 13, line: 18.5 };
const SMALL = { letter: 12.5, line: 22 };
const GAP = 12;
/** Number in large type with its line, a first bar and a further one, rule and edges. */
const LARGE_NUMBER = 55;
const FIRST_BAR = 24;
const BAR = 18;
const EDGES = 26;
/** What letters of another typeface may need beyond these (share). */
const RESERVE = 0.06;

/**
 * How high a frame of that width (pixels) must be for a comparison, in a typeface as wide as Arial. Its words wrap as
 * they do in a browser: what a comparison says, and so its height, differs more between answers than between widths.
 */
export function comparisonHeight({ text: words, period }: CompareBody, width: number): number {
  const inner = width - 2 * GAP;
  const paragraph = (text: string, { letter, line }: typeof TEXT, room = inner) =>
    text ? linesOf(text, letter, room) * line + GAP : 0;
  const rows = words.sides.map(({ name, number, note }, at) => {
    // What is still growing never stands in large type.
    const isLarge = at === 0 && period.status !== "provisional";
    const isBeside = !isLarge && linesOf(`${name}  ${number}`, TEXT.letter, inner) === 1;
    const heads = linesOf(name, TEXT.letter, inner) + (isBeside || isLarge ? 0 : 1);
    const own = (isLarge ? LARGE_NUMBER : 0) + (at === 0 ? FIRST_BAR : BAR);
    return heads * TEXT.line + own + (note ? paragraph(note, NOTE) : GAP);
  });
  const key = words.key.map(({ text }) => `mmm ${text}`).join("   ");
  const footer = `${words.source}   ${words.history}`;
  const height =
    EDGES +
    paragraph(words.heading, HEADING) +
    paragraph(words.label, TEXT) +
    rows.reduce((sum, row) => sum + row, 0) +
    paragraph(key, SMALL) +
    paragraph(words.sentence, TEXT) +
    paragraph(words.status, NOTE, inner - GAP) +
    paragraph(footer, SMALL);
  return Math.ceil(height * (1 + RESERVE));
}

/** Into how many lines words fall that break at spaces. */
function linesOf(text: string, letter: number, room: number): number {
  let lines = 1;
  let filled = 0;
  for (const word of text.split(" ")) {
    const width = widthOf(word) * letter;
    const next = filled ? filled + SPACE * letter + width : width;
    if (next <= room || filled === 0) {
      filled = next;
    } else {
      lines += 1;
      filled = width;
    }
    // What is wider than a line is broken within.
    lines += Math.max(0, Math.ceil(filled / room) - 1);
    filled = filled > room ? filled % room : filled;
  }
  return lines;
}

const SPACE = 0.28;
/** Average widths of letters in Arial, as shares of their size. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[А-ЯA-Z]/u, 0.69],
  [/\p{Script=Cyrillic}/u, 0.55],
  [/[0-9]/, 0.556],
  [/\p{Letter}/u, 0.5],
];

function widthOf(word: string): number {
  let width = 0;
  for (const letter of word) width += WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? 0.36;
  return width;
}
