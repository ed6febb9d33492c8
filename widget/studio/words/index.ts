import { LANGS, type Lang } from "../../../worker/contract/terms.ts";
import { en, type Words } from "./en.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

const WORDS: Readonly<Record<Lang, Words>> = { en, ru, uk };

/** The language of this visit, from the address: `?lang=uk`; else the browser's own, else English. */
export const lang: Lang = spoken(new URL(location.href).searchParams.get("lang"), ...navigator.languages);
export const words: Words = WORDS[lang];

/** A language's own name for itself. */
export const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = {
  en: "English",
  ru: "Русский",
  uk: "Українська",
};

const DAY = new Intl.DateTimeFormat(lang, {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "Europe/Moscow",
});

/** An instant as the language writes it, by Moscow's clock like every date here. */
export function dayOf(instant: string): string {
  return DAY.format(new Date(instant));
}

function spoken(...tags: (string | null)[]): Lang {
  for (const tag of tags) {
    const known = LANGS.find((one) => tag?.toLowerCase().split("-")[0] === one);
    if (known) return known;
  }
  return "en";
}
