/** The paper's own words, each in as many languages as it has them. */
export const OWN_WORDS = ["headings", "byline", "note", "credit"] as const;
export type OwnWords = (typeof OWN_WORDS)[number];

export const LINES = ["byline", "note", "credit"] as const;

/** How many characters each takes (worker/contract). */
export const LINE_LENGTHS = { byline: 80, note: 240, credit: 80 } as const;

export function isOwnWords(field: string): field is OwnWords {
  return OWN_WORDS.some((one) => one === field);
}
