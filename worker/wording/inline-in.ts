import type { PublicHeadline } from "../contract/headline-change.ts";
import type { Lang } from "../contract/terms.ts";
import type { Amount } from "./language/amount.ts";
import { LANGUAGES } from "./languages.ts";

const SURENESSES: readonly Amount["sureness"][] = ["exact", "at_least", "about", "less_than"];

/**
 * A headline's number as a sentence takes it, in another language than the English in which it was kept. What isn't
 * said in one of the ways that a number has stays as it was said.
 */
export function inlineIn(lang: Lang, { type, value, text }: PublicHeadline): string {
  const { inline } = text;
  if (value === null || lang === "en") return inline;
  const [kept, wanted] = [LANGUAGES.en, LANGUAGES[lang]];
  const numeral = ({ formats }: typeof kept, number: number) =>
    type.unit === "share_suspended" ? formats.percent(number) : formats.number(number);
  for (const sureness of SURENESSES) {
    const number = sureness === "less_than" ? 1 : value;
    const english = kept.qualified(numeral(kept, number), sureness);
    const translated = wanted.qualified(numeral(wanted, number), sureness);
    if (inline === english) return translated;
    if (inline === kept.inSample(english)) return wanted.inSample(translated);
  }
  return inline;
}
