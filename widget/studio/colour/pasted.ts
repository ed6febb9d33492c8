import { parseColour } from "./parse.ts";

/** As many as an editor can look through. */
const MOST = 24;

/** What looks like a colour in a style sheet, a page's source or a brand guide. */
const CANDIDATES = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]{3,60}\)/gi;
/** Names count only as values: «red» in a sentence or in a class's name is no colour. */
const NAMED = /:\s*([a-z]{3,20})\s*(?=[;}"'!]|$)/gim;
const NOT_MEANT = new Set(["transparent", "currentcolor", "inherit", "none"]);

/** The colours of a pasted text, the most frequent first. Nothing of the text is kept but them. */
export function coloursIn(text: string): string[] {
  const found = new Map<string, number>();
  const count = (word: string) => {
    const colour = NOT_MEANT.has(word.toLowerCase()) ? null : parseColour(word);
    if (colour) found.set(colour, (found.get(colour) ?? 0) + 1);
  };
  for (const [word] of text.matchAll(CANDIDATES)) count(word);
  for (const [, word = ""] of text.matchAll(NAMED)) count(word);
  return [...found]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([colour]) => colour);
}
