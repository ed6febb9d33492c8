import { mirroredName } from "../../contract/mirror.ts";
import { LANGS, SPANS } from "../../contract/terms.ts";

/** What is copied. */
export interface Scope {
  langs: readonly string[];
  spans: readonly string[];
  themes: readonly string[];
  /** Questions of comparisons, as in a frame's address: `period=2023-H1&with=2022,2021&article=337`. */
  comparisons: readonly string[];
}

/** A question in all forms that a mirror has of its answer. */
export interface Variant {
  name: string;
  resource: "summary" | "compare";
  query: URLSearchParams;
}

export const EVERYTHING: Scope = { langs: LANGS, spans: SPANS, themes: ["default"], comparisons: [] };

/**
 * Every question that the copies answer, in each language and in none, as on a page that names none, and in each look:
 * of each span, and each comparison.
 */
export function variantsOf({ langs, spans, themes, comparisons }: Scope): Variant[] {
  const questions = [
    ...spans.map((span) => ({ resource: "summary" as const, asked: new URLSearchParams({ span }) })),
    ...comparisons.map((one) => ({ resource: "compare" as const, asked: new URLSearchParams(one) })),
  ];
  return themes.flatMap((theme) =>
    questions.flatMap(({ resource, asked }) =>
      [null, ...langs].map((lang) => {
        const query = new URLSearchParams({ ...(lang && { lang }), ...Object.fromEntries(asked), theme });
        return { name: mirroredName(query), resource, query };
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
