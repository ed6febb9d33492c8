import { asksManySeries, SeriesBody, SeriesSetQuery } from "../contract/series.ts";
import { reading } from "../reading/reading.ts";
import { seriesBody } from "../reading/series-body.ts";

export const SERIES_DESCRIPTION =
  "Every period from the first to the last is listed, whole: 0 where none was counted, null where nothing is known. Where no point has a value, `reason` says why: published figures, for instance, are hardly ever broken down. With several measures, offences or breakdowns, the first series stands where a single one would, and the rest in `others`.";

export const series = reading({
  path: "/v1/series",
  summary: "Counts per week, month, quarter, half-year or year, broken down by kind or place",
  description: SERIES_DESCRIPTION,
  query: SeriesSetQuery,
  example: "granularity=quarter&by=sentence",
  contentType: "application/json",
  response: SeriesBody,
  costly: (query) => (asksManySeries(query) ? "table" : null),
  answer: seriesBody,
});
