import { JOINER } from "../../wording/language/formats.ts";
import { ADVANCES, type Face } from "./advances.ts";

/** A letter that no table knows: as wide as letters get. */
const UNKNOWN = 110;
/** No-break and narrow ones are no wider than the common one. */
const BLANKS = /[\u00a0\u2009\u202f]/g;

const TABLES = new Map(
  Object.entries(ADVANCES).map(([face, rows]) => [
    face,
    new Map(
      rows.flatMap(([advance, letters]) => Array.from(letters, (letter) => [letter, advance] as const)),
    ),
  ]),
);

/** How wide a line is at most, in multiples of its size. */
export function widthOf(text: string, face: Face): number {
  // No letter of the regular face is wider than its bold one.
  const table = TABLES.get(face === "serif" ? "serif-bold" : face)!;
  let hundredths = 0;
  for (const letter of text.replace(BLANKS, " ")) hundredths += table.get(letter) ?? UNKNOWN;
  return hundredths / 100;
}

/**
 * Breaks a text at its blanks into lines no wider than `width`, and a word that is wider than a line anywhere.
 * A no-break space holds. A picture's lines are final: they need nothing that keeps them from breaking.
 *
 * @param width in multiples of the size
 */
export function wrap(text: string, face: Face, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  const put = (piece: string) => {
    const longer = line ? `${line} ${piece}` : piece;
    if (line && widthOf(longer, face) > width) {
      lines.push(line);
      line = piece;
    } else line = longer;
  };
  for (const word of text
    .replaceAll(JOINER, "")
    .split(/[ \t\n]+/)
    .filter(Boolean)) {
    for (const piece of pieces(word, face, width)) put(piece);
  }
  return line ? [...lines, line] : lines;
}

/** `wrap` in lines of like length, as an editor breaks a heading. */
export function wrapEvenly(text: string, face: Face, width: number): string[] {
  const greedy = wrap(text, face, width);
  if (greedy.length < 2) return greedy;
  // The narrowest column that needs no more lines evens them out.
  let [low, high] = [width / 2, width];
  while (high - low > 0.25) {
    const middle = (low + high) / 2;
    if (wrap(text, face, middle).length > greedy.length) low = middle;
    else high = middle;
  }
  return wrap(text, face, high);
}

/** A word, or as many parts of it as a line's width asks for; at least a letter each. */
function pieces(word: string, face: Face, width: number): string[] {
  if (widthOf(word, face) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const letter of word) {
    if (part && widthOf(part + letter, face) > width) {
      parts.push(part);
      part = "";
    }
    part += letter;
  }
  return part ? [...parts, part] : parts;
}
