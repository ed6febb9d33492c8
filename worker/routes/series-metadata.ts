import { type SeriesQuery, SeriesSetQuery } from "../contract/series.ts";
import { type OneSeriesMetadata, SeriesMetadata } from "../contract/series-metadata.ts";
import { citationOf } from "../reading/citation.ts";
import { reading } from "../reading/reading.ts";
import { type AnsweredSeries, answerSet } from "../reading/series-set.ts";
import { SERIES_FIELDS } from "./datapackage/series.ts";

export const seriesMetadata = reading({
  path: "/v1/series.metadata.json",
  summary: "What a series counts, and how to cite it",
  description:
    "For exactly the query that its parameters make, which are those of `/v1/series`: title, citation, source, licence, columns, and the permanent address of the same numbers. If it asks for several series, each has its own.",
  query: SeriesSetQuery,
  example: "granularity=quarter&last=4",
  contentType: "application/json",
  response: SeriesMetadata,
  namesHost: true,
  answer(query, scene) {
    const answers = answerSet(query, scene);
    if ("failure" in answers) return answers;
    const [first, ...others] = answers.map((answered) => metadataOf(answered, scene.origin));
    return { ...first!, ...(others.length > 0 && { others }) } satisfies SeriesMetadata;
  },
});

function metadataOf({ query, body }: AnsweredSeries, origin: string): OneSeriesMetadata {
  const { edition, type, granularity, by, points, reason, text, coding } = body;
  const asked = parametersOf(query);
  const address = (path: string, more: Record<string, string> = {}) => {
    const parameters = new URLSearchParams({ ...asked, ...more }).toString();
    return `${origin}${path}${parameters && `?${parameters}`}`;
  };
  const frozen = address("/v1/series", { "as-of": edition.id });
  return {
    edition,
    type,
    granularity,
    by,
    title: text.heading,
    subtitle: text.label,
    lang: query.lang,
    citation: citationOf(edition, text, frozen),
    points: points.length,
    known: points.filter(({ value }) => value !== null).length,
    reason,
    first: points[0]?.period.start ?? null,
    last: points.at(-1)?.period.end ?? null,
    links: {
      json: address("/v1/series"),
      csv: address("/v1/series.csv"),
      frozen,
      methodology: `${origin}/methodology`,
    },
    ...(coding !== undefined && { coding }),
    columns: [...SERIES_FIELDS],
  };
}

/** The parameters that were asked with, as they are written in an address. */
function parametersOf(query: SeriesQuery): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === "object" ? value.label : String(value)]],
    ),
  );
}
