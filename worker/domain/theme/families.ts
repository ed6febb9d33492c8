/** What kind of letters a typeface has: what stands in for it where a reader's machine hasn't got it. */
export type Kind = "serif" | "sans-serif" | "monospace";

const KINDS: readonly Kind[] = ["serif", "sans-serif", "monospace"];

/** Widespread families by kind, and parts of names that tell it. Whatever isn't known is taken for none of them. */
const SERIF =
  /\b(serif|georgia|times|garamond|cambria|charter|iowan|palatino|baskerville|caslon|didot|bodoni|merriweather|lora|playfair|tinos|marr|guardian (text|headline|titlepiece)|tiempos|publico|minion|mercury|chronicle|fell|elena|utopia|plantin|ivar|antiqua|roman)\b/i;
const SANS =
  /\b(sans|helvetica|arial|verdana|tahoma|roboto|inter|segoe|grotesk|grotesque|gothic|fira|lato|montserrat|futura|avenir|frutiger|univers|proxima|graphik)\b/i;
const MONO = /\b(mono|courier|consolas|menlo|monaco)\b/i;

/** Of each kind what Android, Linux, Windows and macOS have, the first two with letters of all three languages. */
const STANDING_IN: Readonly<Record<Kind, readonly string[]>> = {
  serif: ["Noto Serif", "Liberation Serif", "Times New Roman", "DejaVu Serif"],
  "sans-serif": ["Roboto", "Liberation Sans", "Arial", "Noto Sans"],
  monospace: ["Noto Sans Mono", "Liberation Mono", "Courier New", "DejaVu Sans Mono"],
};

/** The kind of a stack: as its last generic word says, else as the first name does that tells; null: none does. */
export function kindOf(font: readonly string[]): Kind | null {
  const named = font.findLast((name) => KINDS.some((kind) => kind === name.toLowerCase()));
  if (named) return named.toLowerCase() as Kind;
  for (const name of font) {
    if (MONO.test(name)) return "monospace";
    if (SANS.test(name)) return "sans-serif";
    if (SERIF.test(name)) return "serif";
  }
  return null;
}

/**
 * A stack that ends in families of its own kind. The element quotes each name, so that it can be nothing else; a generic
 * word of CSS would be the name of a family there, and is written as what it stands for.
 */
export function wholeStack(font: readonly string[]): string[] {
  const kind = kindOf(font);
  const named = font.filter((name) => !KINDS.some((one) => one === name.toLowerCase()));
  if (!kind) return named;
  const others = STANDING_IN[kind].filter((name) => !named.includes(name));
  return [...named, ...others];
}
