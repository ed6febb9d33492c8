import { ConflictsBody, type Figure, FiguresBody, RatesBody } from "../contract/figure.ts";
import { AsOfQuery } from "../contract/query.ts";
import { CSV, toCsv } from "../http/csv.ts";
import { reading } from "../reading/reading.ts";
import { editionRef } from "../reading/scene.ts";

const JSON_TYPE = "application/json";

export const figures = reading({
  path: "/v1/figures",
  summary: "The published figures, each with its publisher and link",
  description:
    "The whole ledger. Figures of one `series`, unit and scope can be subtracted from each other; a `total` is the only kind that takes part in arithmetic.",
  query: AsOfQuery,
  contentType: JSON_TYPE,
  response: FiguresBody,
  answer: (_query, scene) => ({ edition: editionRef(scene, "published"), figures: scene.edition.figures }),
});

export const rates = reading({
  path: "/v1/figures/rates",
  summary: "Weekly rates derived from the published totals",
  description:
    "What happened between two neighbouring dates of a counting series, divided by its days. `from` names the figures that a rate is derived from.",
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
  query: AsOfQuery,
  contentType: CSV,
  response: "One row a figure",
  answer: (_query, scene) =>
    toCsv<Figure>(scene.edition.figures, {
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
    }),
});
