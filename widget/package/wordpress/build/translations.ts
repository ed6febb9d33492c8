import { BLOCK_WORDS, LOCALES, type Locale, WORDS } from "../words/words.ts";
import { moOf, PLACE } from "./mo.ts";

/** The handle that WordPress gives to the block's script. */
const SCRIPT = "desertion-stats-counter-editor-script";

/** The files of a language, by name: for the server's texts, and for those of the editor's script. */
export function translationFiles(): Record<string, Uint8Array> {
  return Object.fromEntries(
    LOCALES.flatMap((locale) => [
      [`desertion-stats-${locale}.mo`, moOf(new Map([...plain(locale), ...placed(locale)]))],
      [`desertion-stats-${locale}-${SCRIPT}.json`, new TextEncoder().encode(jedOf(locale))],
    ]),
  );
}

function plain(locale: Locale): [string, string][] {
  return Object.entries(WORDS).map(([text, { [locale]: translated }]) => [text, translated]);
}

function placed(locale: Locale): [string, string][] {
  return Object.entries(BLOCK_WORDS).flatMap(([place, words]) =>
    Object.entries(words).map(([text, { [locale]: translated }]): [string, string] => [
      place + PLACE + text,
      translated,
    ]),
  );
}

/** As `wp.i18n` reads it. */
function jedOf(locale: Locale): string {
  const messages = Object.fromEntries(plain(locale).map(([text, translated]) => [text, [translated]]));
  const head = { domain: "messages", lang: locale };
  return JSON.stringify({ domain: "messages", locale_data: { messages: { "": head, ...messages } } });
}
