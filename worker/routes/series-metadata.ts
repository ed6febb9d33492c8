import { SeriesQuery } from "../contract/series.ts";
import { SeriesMetadata } from "../contract/series-metadata.ts";
import { citationOf } from "../reading/citation.ts";
import { findSeries, wordsAround } from "../reading/find-series.ts";
import { reading } from "../reading/reading.ts";
import { editionRef } from "../reading/scene.ts";
import { SERIES_FIELDS } from "./datapackage/series.ts";

export const seriesMetadata = reading({
  path: "/v1/series.metadata.json",
  summary: "What a series counts, and how to cite it",
  description:
    "For exactly the query that its parameters make, which are those of `/v1/series`: title, citation, source, licence, columns, and the permanent address of the same numbers.",
  query: SeriesQuery,
  example: "granularity=quarter&last=4",
  contentType: "application/json",
  response: SeriesMetadata,
  namesHost: true,
  answer(query, scene) {
    const found = findSeries(query, scene);
    if ("failure" in found) return found;
    const { evidence, type, points } = found;
    const text = wordsAround(query, found, scene);
    const edition = editionRef(scene, evidence);
    const asked = parametersOf(query);
    const address = (path: string, more: Record<string, string> = {}) => {
      const parameters = new URLSearchParams({ ...asked, ...more }).toString();
      return `${scene.origin}${path}${parameters && `?${parameters}`}`;
    };
    const frozen = address("/v1/series", { "as-of": edition.id });
    return {
      edition,
      type,
      granularity: query.granularity,
      by: query.by ?? null,
      title: text.heading,
      subtitle: text.label,
      lang: query.lang,
      citation: citationOf(edition, text, frozen),
      points: points.length,
      known: points.filter(({ value }) => value !== null).length,
      first: points[0]?.period.start ?? null,
      last: points.at(-1)?.period.end ?? null,
      links: {
        json: address("/v1/series"),
        csv: address("/v1/series.csv"),
        frozen,
        methodology: `${scene.origin}/methodology`,
      },
      columns: [...SERIES_FIELDS],
    } satisfies SeriesMetadata;
  },
});

/** The parameters that were asked with, as they are written in an address. */
function parametersOf(query: SeriesQuery): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === "object" ? value.label : String(value)]],
    ),
  );
}
