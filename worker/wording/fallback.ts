import type { Lang, Offence } from "../contract/terms.ts";
import { LANGUAGES } from "./languages.ts";

/**
 * What stands in a tag before its number comes, and what a frame or a picture is called: true of all that may come. Where
 * no offence is named, that is up to all three articles about disobeying and leaving; and as no article stands beside these
 * words, nobody is called a deserter by them.
 */
export function fallbackText(offence: Offence | null, lang: Lang): string {
  return LANGUAGES[lang].fallback(offence);
}
