import type { EditionRef } from "../contract/common.ts";
import { type AddedColumn, SeriesCsvQuery, type SeriesPoint } from "../contract/series.ts";
import type { SeriesText } from "../contract/series-text.ts";
import { CSV, toCsv } from "../http/csv.ts";
import { citationOf } from "../reading/citation.ts";
import { findSeries, wordsAround } from "../reading/find-series.ts";
import { placeNames } from "../reading/places.ts";
import { reading } from "../reading/reading.ts";
import { editionRef } from "../reading/scene.ts";
import { SERIES_DESCRIPTION } from "./series.ts";

type Columns = Record<string, (point: SeriesPoint) => string | number | null>;

export const seriesCsv = reading({
  path: "/v1/series.csv",
  summary: "The same as CSV, one row for each point",
  description: `${SERIES_DESCRIPTION} \`decimal=,\` is for spreadsheets in German, Russian and other languages that write 0,915: cells are then separated by semicolons.`,
  query: SeriesCsvQuery,
  example: "granularity=month&from=2024",
  contentType: CSV,
  response: "One row a point; what it counts, and in which edition, is in each row",
  answer(query, scene) {
    const found = findSeries(query, scene);
    if ("failure" in found) return found;
    const { edition } = scene;
    const { evidence, type } = found;
    const text = wordsAround(query, found, scene);
    const { court, region } = placeNames(query.lang);
    const added = query.columns ?? [];
    const columns: Columns = {
      edition: () => edition.id,
      evidence: () => evidence,
      sample: () => (edition.sample ? "sample" : ""),
      unit: () => type.unit,
      articles: () => type.articles.join(";"),
      service: () => type.service ?? null,
      sentence: () => type.sentence ?? null,
      court: () => type.court ?? null,
      court_name: () => (type.court && court(type.court)) ?? null,
      region: () => type.region ?? null,
      region_name: () => (type.region && region(type.region)) ?? null,
      label: ({ label }) => label,
      start: ({ period }) => period.start,
      end: ({ period }) => period.end,
      by: () => query.by ?? null,
      key: ({ key }) => key,
      key_name: ({ key }) => (key && text.keys[key]) ?? null,
      value: ({ value }) => value,
      known: ({ known }) => known,
      status: ({ status }) => status,
      qualifier: ({ qualifier }) => qualifier,
      coverage: ({ coverage }) => coverage,
      completeness: ({ completeness }) => completeness,
      expected_low: ({ expected }) => expected?.low ?? null,
      expected_mid: ({ expected }) => expected?.mid ?? null,
      expected_high: ({ expected }) => expected?.high ?? null,
      figures: ({ figures }) => figures?.join(";") ?? null,
    };
    const ref = editionRef(scene, evidence);
    for (const name of added) columns[name] = () => addedCell(name, ref, text);
    return toCsv(found.points, columns, query.decimal);
  },
});

/** The same in each row, so that a row that is copied takes it along. */
function addedCell(name: AddedColumn, edition: EditionRef, text: SeriesText): string {
  if (name === "citation") return citationOf(edition, text);
  return name === "source" ? `${edition.source.name}, ${edition.source.url}` : edition.licence;
}
