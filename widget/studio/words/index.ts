import { LANGS, type Lang } from "../../../worker/contract/terms.ts";
import { en, type Words } from "./en.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";
import { whole } from "./whole.ts";

const WORDS: Readonly<Record<Lang, Words>> = { en, ru, uk };

/** The language of this visit, from the address: `?lang=uk`; else the browser's own, else English. */
export let lang: Lang = spoken(new URL(location.href).searchParams.get("lang"), ...navigator.languages);
/** Of this moment: whoever keeps some of them keeps them in one language. */
export let words: Words = WORDS[lang];

/** Told when the language has changed. */
export const SPOKEN = "studio-spoken";

/** Goes on in another language, in the same page: a new one would lose what was read and typed in this one. */
export function speak(another: Lang): void {
  lang = another;
  words = WORDS[another];
  dispatchEvent(new Event(SPOKEN));
}

/** A language's own name for itself. */
export const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = {
  en: "English",
  ru: "Русский",
  uk: "Українська",
};

/** An instant as the language writes it, by Moscow's clock like every date here. */
export function dayOf(instant: string): string {
  return whole(
    new Intl.DateTimeFormat(lang, {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone: "Europe/Moscow",
    }).format(new Date(instant)),
  );
}

/** A calendar date as the language writes it. */
export function dateOf(date: string): string {
  return whole(
    new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeZone: "UTC" }).format(
      new Date(`${date}T00:00:00Z`),
    ),
  );
}

function spoken(...tags: (string | null)[]): Lang {
  for (const tag of tags) {
    const known = LANGS.find((one) => tag?.toLowerCase().split("-")[0] === one);
    if (known) return known;
  }
  return "en";
}
