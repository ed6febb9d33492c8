/** What texts are spoilt with: other alphabets, directions, halves of pairs, markup, numbers at their ends. */
export const PIECES = [
  ...[
    "",
    "\0",
    "\n",
    '"',
    "'",
    ";",
    ",",
    "{",
    "}",
    "[",
    "]",
    "<b>",
    "&#0;",
    "\\",
    "\u202e",
    "\ufeff",
    "\ud800",
    "😀",
  ],
  ...[
    "Иванов",
    "١٢",
    "0",
    "-1",
    "1e309",
    "9007199254740993",
    "NaN",
    "null",
    "__proto__",
    "constructor",
    "2025-02-30",
  ],
  ...["%", "%E0%A4%A", "=", "&", "://", "../", "W/", "*", " ", "\u00a0", "a".repeat(300)],
];

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A good text after one to four accidents: cut, doubled, mixed with another, with a piece put in. */
export function spoil(texts: readonly string[], random: () => number): string {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  let text = pick(texts);
  for (let accidents = Math.floor(random() * 4); accidents >= 0; accidents -= 1) {
    const from = Math.floor(random() * (text.length + 1));
    const to = from + Math.floor(random() * 12);
    const before = text.slice(0, from);
    switch (Math.floor(random() * 5)) {
      case 0:
        text = before + text.slice(to);
        break;
      case 1:
        text = before + text.slice(from, to) + text.slice(from);
        break;
      case 2:
        text = before + pick(texts).slice(from);
        break;
      case 3:
        text = before;
        break;
      default:
        text = before + pick(PIECES) + text.slice(to);
    }
  }
  return text;
}
