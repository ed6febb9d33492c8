import type { Correction } from "../contract/summary.ts";
import type { Language } from "./language/language.ts";
import { publishedOn } from "./published-on.ts";

/** What was corrected and when: "Corrected on 3 July 2025: week of 12–18 May 2025 from 180 to 190." */
export function correctionText(correction: Correction | undefined, words: Language): string {
  if (!correction) return "";
  const { edition, period, before, after } = correction;
  const { number } = words.formats;
  return words.correction(publishedOn(edition, words), words.period(period), number(before), number(after));
}
