import type { Lang } from "../../worker/contract/terms.ts";

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
] as const;
export type Filter = (typeof FILTERS)[number];

/** The attribute of a property: `asOf` → `as-of`. */
export function attributeOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const SPOKEN: readonly Lang[] = ["en", "ru", "uk"];

/** The language to ask for, from a language tag: `ru-RU` → ru. What the service doesn't speak is en; none is none. */
export function langOf(tag: string): Lang | "" {
  const primary = tag.trim().toLowerCase().split("-")[0];
  if (!primary) return "";
  return SPOKEN.find((lang) => lang === primary) ?? "en";
}

/**
 * The address that answers these questions. Parameters stand in one order and empty ones are left out, so that
 * equal questions have equal addresses and share one request.
 *
 * @param src origin of the service
 * @param lang empty where the page names none: the service then takes the theme's
 */
export function summaryUrl(
  src: string,
  lang: Lang | "",
  filters: { readonly [Name in Filter]?: string | number | null },
): string {
  const query = new URLSearchParams();
  if (lang) query.append("lang", lang);
  for (const name of FILTERS) {
    const value = String(filters[name] ?? "").trim();
    if (value) query.append(attributeOf(name), value);
  }
  return addressOf(`${src.replace(/\/+$/, "")}/v1/summary`, query);
}

/** Where readers see the present answer to the question of a summary's address. */
export function currentUrl(summary: string): string {
  const [path = "", asked] = summary.replace("/v1/summary", "/embed").split("?");
  const query = new URLSearchParams(asked);
  query.delete("as-of");
  return addressOf(path, query);
}

function addressOf(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query}` : path;
}
