import type { Lang } from "../../worker/contract/terms.ts";
import { langAround } from "./surroundings.ts";

/** The properties that choose what is counted; each is sent under the name of its attribute. */
export const FILTERS = [
  "measure",
  "offence",
  "article",
  "service",
  "sentence",
  "court",
  "region",
  "evidence",
  "span",
  "since",
  "weeks",
  "asOf",
  "theme",
  "period",
  "with",
] as const;
export type Filter = (typeof FILTERS)[number];
/** What a tag says under one of its properties' names, as it is written there. */
export type Said = (name: Filter | "layout" | "src") => string | number | null | undefined;

/** The attribute of a property: `asOf` → `as-of`. */
export function attributeOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What readers understand, by their language where the service speaks it, else by where that language is at home. */
const UNDERSTOOD: Readonly<Record<string, Lang>> = {
  en: "en",
  ru: "ru",
  uk: "uk",
  UA: "uk",
  RU: "ru",
  BY: "ru",
  KZ: "ru",
  KG: "ru",
};

/**
 * The language to ask for, from a language tag as pages write it: `ru_RU` → ru, `ua` → uk. Where the service doesn't
 * speak it, the nearest that its readers understand, else en; none is none.
 */
export function langOf(tag: string): Lang | "" {
  const [written] = /^[a-z][\w-]*/i.exec(tag.trim()) ?? [];
  if (!written) return "";
  try {
    const locale = new Intl.Locale(written.replaceAll("_", "-"));
    const { language } = locale;
    // Regions come second: the first look into the browser's table of them takes a phone 70 ms, and the question waits.
    // A country in the place of a language isn't known as one, so it has no region of its own.
    return UNDERSTOOD[language] ?? UNDERSTOOD[locale.maximize().region ?? language.toUpperCase()] ?? "en";
  } catch {
    return "en";
  }
}

/**
 * The address that answers a tag's question: of a summary or, for that layout, of a comparison. Empty while nobody has
 * told where the service is.
 *
 * @param home origin of the service where the tag names none
 */
export function addressOf(tag: Element, said: Said, home = ""): string {
  const src = String(said("src") || home);
  return src && summaryUrl(src, langOf(langAround(tag)), said);
}

/**
 * Parameters stand in one order and empty ones are left out, so that equal questions have equal addresses and share one
 * request.
 *
 * @param src origin of the service
 * @param lang empty where the page names none: the service then takes the theme's
 */
export function summaryUrl(src: string, lang: Lang | "", said: Said): string {
  const query = new URLSearchParams();
  if (lang) query.append("lang", lang);
  for (const name of FILTERS) {
    const value = String(said(name) ?? "").trim();
    if (value) query.append(attributeOf(name), value);
  }
  const isComparison = said("layout") === "compare";
  // An answer has its look only where one is asked for.
  if (isComparison && !said("theme")) query.append("theme", "default");
  const path = `${src.replace(/\/+$/, "")}/v1/${isComparison ? "compare" : "summary"}?${query}`;
  return path.replace(/\?$/, "");
}

/** Where readers see the present answer to the question of a summary's address. */
export function currentUrl(summary: string): string {
  return summary
    .replace("/v1/summary", "/embed")
    .replace(/as-of=[^&]*&?/, "")
    .replace(/[?&]$/, "");
}
