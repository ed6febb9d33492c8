import { type AddedColumn, asksManySeries, SeriesCsvQuery, type SeriesPoint } from "../contract/series.ts";
import { CSV, toCsv } from "../http/csv.ts";
import { citationOf } from "../reading/citation.ts";
import { placeNames } from "../reading/places.ts";
import { reading } from "../reading/reading.ts";
import { type AnsweredSeries, answerSet } from "../reading/series-set.ts";
import { SERIES_DESCRIPTION } from "./series.ts";

/** A point, and the series that it belongs to. */
interface Row extends AnsweredSeries {
  point: SeriesPoint;
}
type Columns = Record<string, (row: Row) => string | number | null>;

export const seriesCsv = reading({
  path: "/v1/series.csv",
  summary: "The same as CSV, one row for each point",
  description: `${SERIES_DESCRIPTION} Here all of them stand below each other: \`unit\`, \`articles\` and \`by\` tell them apart. \`decimal=,\` is for spreadsheets in German, Russian and other languages that write 0,915: cells are then separated by semicolons.`,
  query: SeriesCsvQuery,
  example: "granularity=month&from=2024",
  contentType: CSV,
  response: "One row a point; what it counts, and in which edition, is in each row",
  costly: (query) => (asksManySeries(query) ? "table" : null),
  answer(query, scene) {
    const answers = answerSet(query, scene);
    if ("failure" in answers) return answers;
    const rows = answers.flatMap((answered) => answered.body.points.map((point) => ({ ...answered, point })));
    const added = Object.fromEntries((query.columns ?? []).map((name) => [name, ADDED[name]]));
    return toCsv(rows, { ...COLUMNS, ...added }, query.decimal);
  },
});

const COLUMNS: Columns = {
  edition: ({ body }) => body.edition.id,
  evidence: ({ body }) => body.edition.evidence,
  sample: ({ body }) => (body.edition.sample ? "sample" : ""),
  unit: ({ body }) => body.type.unit,
  articles: ({ body }) => body.type.articles.join(";"),
  service: ({ body }) => body.type.service ?? null,
  sentence: ({ body }) => body.type.sentence ?? null,
  court: ({ body }) => body.type.court ?? null,
  court_name: ({ query, body }) => (body.type.court && placeNames(query.lang).court(body.type.court)) ?? null,
  region: ({ body }) => body.type.region ?? null,
  region_name: ({ query, body }) =>
    (body.type.region && placeNames(query.lang).region(body.type.region)) ?? null,
  label: ({ point }) => point.label,
  start: ({ point }) => point.period.start,
  end: ({ point }) => point.period.end,
  by: ({ body }) => body.by,
  key: ({ point }) => point.key,
  key_name: ({ body, point }) => (point.key && body.text.keys[point.key]) ?? null,
  value: ({ point }) => point.value,
  known: ({ point }) => point.known,
  status: ({ point }) => point.status,
  qualifier: ({ point }) => point.qualifier,
  coverage: ({ point }) => point.coverage,
  completeness: ({ point }) => point.completeness,
  expected_low: ({ point }) => point.expected?.low ?? null,
  expected_mid: ({ point }) => point.expected?.mid ?? null,
  expected_high: ({ point }) => point.expected?.high ?? null,
  figures: ({ point }) => point.figures?.join(";") ?? null,
};

/** The same in each row of a series, so that a row that is copied takes it along. */
const ADDED = {
  citation: ({ body }) => citationOf(body.edition, body.text),
  source: ({ body }) => `${body.edition.source.name}, ${body.edition.source.url}`,
  licence: ({ body }) => body.edition.licence,
  sample: COLUMNS.sample!,
  coding: ({ body }) => body.text.coding,
  kappa: ({ body }) => body.coding?.kappa ?? null,
} satisfies Record<AddedColumn, Columns[string]>;
