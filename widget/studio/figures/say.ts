import type { Period } from "../../../worker/contract/common.ts";
import type { Figure } from "../../../worker/contract/figure.ts";
import { lang } from "../words/index.ts";
import { whole } from "../words/whole.ts";
import { words } from "./words/index.ts";

/** A figure in a line: what was counted, how many, when, by whom. */
export function lineOf(figure: Figure): string {
  return `${figure.id}, ${countOf(figure)}, ${periodText(figure.period)}, ${figure.publisher}`;
}

/** "684 convictions · 337": the number with what it counts. */
export function countOf(figure: Figure): string {
  const { qualifier, kind } = figure;
  const rate = kind === "total" || kind === "percent" ? "" : `, ${words.kinds[kind]}`;
  const sure = qualifier === "exact" ? "" : ` (${words.qualifiers[qualifier]})`;
  const counted = words.counted(numberText(figure.value), words.units[figure.unit]);
  return `${counted}${rate}${sure}, ${scopeText(figure)}`;
}

export function scopeText({
  articles,
  region,
  service,
}: Pick<Figure, "articles" | "region" | "service">): string {
  return [articles.map(articleText).join(" + "), region, service && words.services[service]]
    .filter(Boolean)
    .join(", ");
}

/** A number as it is, a scope that has a name in the editor's language. */
function articleText(article: string): string {
  const { toughened, ch33, any } = words.scopes;
  return new Map(Object.entries({ toughened, ch33, any })).get(article) ?? article;
}

export function periodText({ start, end }: Period): string {
  return start === end ? dateText(start) : `${dateText(start)} – ${dateText(end)}`;
}

export function dateText(day: string): string {
  const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return whole(
    new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, options).format(new Date(`${day}T00:00:00Z`)),
  );
}

export function numberText(value: number): string {
  return new Intl.NumberFormat(lang === "en" ? "en-GB" : lang, { maximumFractionDigits: 2 }).format(value);
}
