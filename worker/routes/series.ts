import { SeriesBody, SeriesQuery } from "../contract/series.ts";
import { reading } from "../reading/reading.ts";
import { seriesBody } from "../reading/series-body.ts";

export const SERIES_DESCRIPTION =
  "Every period from the first to the last is listed, whole: 0 where none was counted, null where nothing is known. Only court records are broken down: if a deployment has only published figures, `points` is empty with `by`, because nothing is known of any period.";

export const series = reading({
  path: "/v1/series",
  summary: "Counts per week, month, quarter, half-year or year, broken down by kind or place",
  description: SERIES_DESCRIPTION,
  query: SeriesQuery,
  example: "granularity=quarter&by=sentence",
  contentType: "application/json",
  response: SeriesBody,
  answer: seriesBody,
});
