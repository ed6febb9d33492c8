/** Letters that the first bytes of Cyrillic letters in UTF-8 become where they are read as something else. */
const LEAD_LETTERS = ["ÐÑ", "РС", "пя", "╨╤", "ÃÂ"] as const;
/** In a text that was misread half of all letters beyond ASCII are these, else one in twelve. */
const MISREAD_SHARE = 0.4;
/** Fewer say nothing. */
const ENOUGH_LETTERS = 12;

const OTHER_ENCODING = "text in UTF-8; this file is in another encoding, such as windows-1251";
/** What was expected of letters that were turned into others. */
export const MISREAD =
  "text as it was written: its Cyrillic letters were turned into others before the file was saved (as in РџСЂРёРіРѕРІРѕСЂ); export it again as UTF-8";

/** Whether Cyrillic text in UTF-8 was read in another encoding, and saved so (`РџСЂРёРіРѕРІРѕСЂ`, `ÐŸÑ€Ð¸`). */
export function isMisread(text: string): boolean {
  const known = SEEN.get(text);
  if (known !== undefined) return known;
  const found = looksMisread(text);
  if (SEEN.size < MOST_SEEN && text.length < LONGEST_SEEN) SEEN.set(text, found);
  return found;
}

/** A dump repeats a few hundred courts' names and decisions over and over. */
const SEEN = new Map<string, boolean>();
const MOST_SEEN = 5_000;
const LONGEST_SEEN = 300;

function looksMisread(text: string): boolean {
  const beyond = text.match(/[^\0-\x7f]/g) ?? [];
  if (beyond.length < ENOUGH_LETTERS) return false;
  return LEAD_LETTERS.some(
    (pair) => beyond.filter((letter) => pair.includes(letter)).length > beyond.length * MISREAD_SHARE,
  );
}

/** What is wrong with the letters of a text that was decoded, in words; null: nothing. One character in a hundred may be lost. */
export function misreading(head: string): string | null {
  if ((head.split("\uFFFD").length - 1) * 100 > head.length) return OTHER_ENCODING;
  return isMisread(head) ? MISREAD : null;
}
