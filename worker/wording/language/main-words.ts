import type { NumberType } from "../../contract/common.ts";
import type { Language } from "./language.ts";

/** What an edition's main number counts, and what stands above it, in words. */
export interface MainWords {
  /** "convictions under articles 332, 337 and 338" */
  what: string;
  heading: string;
  /** Whether the heading says "deserters" for short. */
  isDesertion: boolean;
}

export function mainWords({ unit, articles, offence }: NumberType, words: Language): MainWords {
  const plain = { unit, service: null, sentence: null, court: null, region: null, within: null };
  return {
    what: `${words.numberOf(plain)} ${words.underBriefly(articles)}`,
    heading: words.heading({ ...plain, group: offence, articles }, null),
    isDesertion: offence === "desertion",
  };
}
