import { ConflictsBody, type Figure, FiguresBody, RatesBody } from "../contract/figure.ts";
import { FiguresCsvQuery, FiguresQuery } from "../contract/figures-query.ts";
import { AsOfQuery } from "../contract/query.ts";
import { scopeKey } from "../domain/offence.ts";
import { MEASURE_UNIT } from "../domain/question.ts";
import { CSV, toCsv } from "../http/csv.ts";
import { nearest } from "../http/nearest.ts";
import type { ParameterError } from "../problem.ts";
import { reading } from "../reading/reading.ts";
import { editionRef, type Scene } from "../reading/scene.ts";

const JSON_TYPE = "application/json";

export const figures = reading({
  path: "/v1/figures",
  summary: "The published figures, each with its publisher and link",
  description:
    "The whole ledger. Figures of one `series`, unit and scope can be subtracted from each other; a `total` is the only kind that takes part in arithmetic.",
  query: FiguresQuery,
  example: "measure=cases-received&article=337",
  contentType: JSON_TYPE,
  response: FiguresBody,
  refuse: unknownWords,
  answer: (query, scene) => ({
    edition: editionRef(scene, "published"),
    figures: scene.edition.figures.filter((figure) => isAsked(figure, query)),
  }),
});

export const rates = reading({
  path: "/v1/figures/rates",
  summary: "Weekly rates derived from the published totals",
  description:
    "What was counted between two neighbouring dates of a counting series, divided by the days between them and multiplied by seven. `from` names the figures that a rate is derived from.",
  query: AsOfQuery,
  contentType: JSON_TYPE,
  response: RatesBody,
  answer: (_query, scene) => ({ edition: editionRef(scene, "published"), rates: scene.edition.rates }),
});

export const conflicts = reading({
  path: "/v1/figures/conflicts",
  summary: "Published figures that can't all be right",
  description: "They are listed with their sources, never averaged.",
  query: AsOfQuery,
  contentType: JSON_TYPE,
  response: ConflictsBody,
  answer: (_query, scene) => ({
    edition: editionRef(scene, "published"),
    conflicts: scene.edition.conflicts,
  }),
});

export const figuresCsv = reading({
  path: "/v1/figures.csv",
  summary: "The published figures as CSV, with the ledger's own header",
  description: "UTF-8, commas, ISO dates. The columns are described at /v1/datapackage.json.",
  query: FiguresCsvQuery,
  example: "measure=cases-received&article=337",
  contentType: CSV,
  response: "One row a figure",
  refuse: unknownWords,
  answer: ({ decimal, ...query }, scene) => {
    const asked = scene.edition.figures.filter((figure) => isAsked(figure, query));
    return toCsv<Figure>(asked, COLUMNS, decimal);
  },
});

const COLUMNS: Readonly<Record<string, (figure: Figure) => string | number | null>> = {
  id: (figure) => figure.id,
  unit: (figure) => figure.unit,
  articles: (figure) => figure.articles.join(";"),
  region: (figure) => figure.region,
  service: (figure) => figure.service,
  series: (figure) => figure.series,
  period_start: (figure) => figure.period.start,
  period_end: (figure) => figure.period.end,
  kind: (figure) => figure.kind,
  value: (figure) => figure.value,
  qualifier: (figure) => figure.qualifier,
  publisher: (figure) => figure.publisher,
  published_on: (figure) => figure.published_on,
  source_url: (figure) => figure.source_url,
  note: (figure) => figure.note,
};

/** The ledger's own articles: a figure of `337,338` is of just these. */
function isAsked(
  figure: Figure,
  { measure, article, region, service, series, publisher, kind, from, to }: FiguresQuery,
): boolean {
  return (
    (!measure || figure.unit === MEASURE_UNIT[measure]) &&
    (!article || scopeKey(figure.articles) === scopeKey(article.split(","))) &&
    (!region || figure.region === region) &&
    (!service || figure.service === service) &&
    (!series || figure.series === series) &&
    (!publisher || figure.publisher === publisher) &&
    (!kind || figure.kind === kind) &&
    (!from || figure.period.end >= from.period.start) &&
    (!to || figure.period.start <= to.period.end)
  );
}

/** A series or publisher that the ledger doesn't name must not look like one without figures. */
function unknownWords({ series, publisher }: FiguresQuery, { edition }: Scene): ParameterError[] {
  const asked = { series, publisher };
  return (["series", "publisher"] as const).flatMap((parameter) => {
    const [value, allowed] = [
      asked[parameter],
      [...new Set(edition.figures.map((figure) => figure[parameter]))].sort(),
    ];
    if (value === undefined || allowed.includes(value)) return [];
    return [{ parameter, message: `"${value}" isn't in the ledger.${nearest(value, allowed)}`, allowed }];
  });
}
