import { mirroredName } from "../../contract/mirror.ts";
import { LANGS, SPANS } from "../../contract/terms.ts";

/** What is copied. */
export interface Scope {
  langs: readonly string[];
  spans: readonly string[];
  themes: readonly string[];
}

/** A question in all forms that a mirror has of its answer. */
export interface Variant {
  name: string;
  /** null: the language that the theme has, as for a page that names none. */
  lang: string | null;
  query: URLSearchParams;
}

export const EVERYTHING: Scope = { langs: LANGS, spans: SPANS, themes: ["default"] };

/** Every question that the copies answer: in each language and in none, of each span, in each look. */
export function variantsOf({ langs, spans, themes }: Scope): Variant[] {
  return themes.flatMap((theme) =>
    spans.flatMap((span) =>
      [null, ...langs].map((lang) => {
        const query = new URLSearchParams({ ...(lang && { lang }), span, theme });
        return { name: mirroredName(query), lang, query };
      }),
    ),
  );
}

/** Data that is copied whole: the path, and the name of its file. */
export const DATA = [
  ["/v1/series", "v1/series.json"],
  ["/v1/series.csv", "v1/series.csv"],
  ["/v1/figures", "v1/figures.json"],
  ["/v1/figures.csv", "v1/figures.csv"],
] as const;
