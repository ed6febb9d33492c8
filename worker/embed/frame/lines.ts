import { DOT, JOINER } from "../../wording/language/formats.ts";
import { ARIAL } from "./arial.ts";

/** Letters in a frame: their size and the height of their lines, in pixels. */
export interface Letters {
  size: number;
  line: number;
  isBold?: boolean;
}

const TABLES = Object.fromEntries(
  Object.entries(ARIAL).map(([weight, rows]) => [
    weight,
    new Map(
      rows.flatMap(([advance, letters]) => Array.from(letters, (letter) => [letter, advance] as const)),
    ),
  ]),
);
/** A letter that no table knows. */
const UNKNOWN = 100;
/** No-break and narrow ones are no wider than the common one. */
const BLANKS = /[\u00a0\u2009\u202f]/g;

/** How wide words are in one line (pixels). */
export function lengthOf(text: string, { size, isBold }: Letters): number {
  const table = TABLES[isBold ? "bold" : "regular"];
  let hundredths = 0;
  for (const letter of text.replaceAll(JOINER, "").replace(BLANKS, " "))
    hundredths += table?.get(letter) ?? UNKNOWN;
  return (hundredths * size) / 100;
}

/** Into how many lines words fall that break at spaces, in a column of that width (pixels). Never none. */
export function linesOf(text: string, letters: Letters, room: number): number {
  const space = lengthOf(" ", letters);
  let lines = 1;
  let filled = 0;
  for (const word of text.split(" ")) {
    const width = lengthOf(word, letters);
    const isNext = filled === 0 || filled + space + width <= room;
    lines += isNext ? 0 : 1;
    filled = isNext && filled > 0 ? filled + space + width : width;
    // What is wider than a line is broken within.
    if (filled > room) {
      lines += Math.ceil(filled / room) - 1;
      filled %= room;
    }
  }
  return lines;
}

/** How high words are; nothing where there are none. */
export function heightOf(text: string, letters: Letters, room: number): number {
  return text ? linesOf(text, letters, room) * letters.line : 0;
}

/** Between the parts of a label, in multiples of its letters. */
const BETWEEN = 0.75;

/**
 * How high a label is. Its parts stand beside each other where there is room.
 * @param isAligned each has a line of its own
 */
export function labelHeight(label: string, letters: Letters, room: number, isAligned = false): number {
  const margin = isAligned ? 0 : BETWEEN * letters.size;
  let lines = 0;
  let filled = Number.POSITIVE_INFINITY;
  for (const part of label.split(DOT)) {
    const length = lengthOf(part, letters) + margin;
    const isNew = isAligned || filled + length > room;
    lines += isNew ? linesOf(part, letters, room - margin) : 0;
    filled = isNew ? length : filled + length;
  }
  return lines * letters.line;
}

/** Above and below a link, for a finger; and behind it. */
const LINK = { around: 9, behind: 9 };

/** How high links are, one after the other where there is room. Empty ones are none. */
export function linksHeight(links: readonly string[], letters: Letters, room: number): number {
  const all = links.filter(Boolean);
  const isOneLine = lengthOf(all.join(" "), letters) + all.length * LINK.behind <= room;
  const heights = all.map((words) => heightOf(words, letters, room) + LINK.around);
  return isOneLine ? Math.max(...heights) : heights.reduce((sum, height) => sum + height, 0);
}
