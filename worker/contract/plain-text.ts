import { z } from "zod";

/**
 * What no text may hold that others will read: control characters beside tab and line breaks, which XML can't hold and
 * no page shows; marks that turn the direction of what follows; halves of surrogate pairs; noncharacters.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNFIT = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u;

export function isPlain(text: string): boolean {
  return !UNFIT.test(text);
}

/** Text without control characters, of at most so many characters. */
export function plainText(most: number): z.ZodString {
  return z.string().max(most).refine(isPlain, "Has control characters, or marks of direction.");
}
