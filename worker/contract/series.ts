import { z } from "zod";
import { EditionRef, NumberType, Period, Qualifier } from "./common.ts";
import { GRANULARITIES, PeriodName } from "./period.ts";
import { SHARED_FILTERS } from "./query.ts";
import { SeriesText } from "./series-text.ts";
import { Expected } from "./summary.ts";
import { STATUSES } from "./terms.ts";

/** What a series can be parted by. */
export const SERIES_KEYS = ["article", "service", "sentence", "court", "region"] as const;
export type SeriesKey = (typeof SERIES_KEYS)[number];

export const SeriesQuery = z
  .strictObject({
    ...SHARED_FILTERS,
    granularity: z.enum(GRANULARITIES).default("week").meta({
      description: "Length of a period. Weeks are ISO weeks; the others are whole calendar periods",
      example: "quarter",
    }),
    by: z.enum(SERIES_KEYS).optional().meta({
      description:
        "Part the counts. A case charged under two articles counts for each; everything else adds up. Default: not parted",
      example: "sentence",
    }),
    from: PeriodName.optional().meta({
      description:
        "The first period is the one that holds the start of this. Default: the first that is known",
      example: "2023-H1",
    }),
    to: PeriodName.optional().meta({
      description: "The last period is the one that holds the end of this. Default: the last that is known",
      example: "2025-06-30",
    }),
  })
  .refine(({ from, to }) => !from || !to || from.period.start <= to.period.end, {
    path: ["from"],
    message: "it begins after `to` ends",
  })
  .refine(({ measure, by, sentence }) => measure !== "cases-received" || !(sentence || by === "sentence"), {
    path: ["measure"],
    message: "a case that is received has no sentence yet; sentences are counted with measure=convictions",
  });
export type SeriesQuery = z.output<typeof SeriesQuery>;

/** A count in one period, under one key. */
export const SeriesPoint = z.object({
  label: z.string().meta({ description: "Name of the period", example: "2025-Q2" }),
  period: Period,
  key: z.string().nullable().meta({
    description: "Article, service, sentence, code of the court or name of the region; null without `by`",
  }),
  value: z.number().nullable().meta({
    description: "0: none was counted; null: nothing is known",
  }),
  known: z.int().nullable().meta({
    description:
      "The denominator of a share. With sentences: how many cases of the period, place and service have a known sentence; else, with services: how many have a known service",
  }),
  status: z.enum(STATUSES).meta({ description: "provisional: records of its weeks are still expected" }),
  qualifier: Qualifier,
  coverage: z.number().min(0).max(1).meta({ description: "Share of the period's days that are known of" }),
  completeness: z.number().min(0).max(1).nullable().meta({
    description: "Weeks from records: the share of the records that is expected to be in",
  }),
  expected: Expected.nullable(),
  series: z.string().optional().meta({ description: "Counting series of published figures" }),
  figures: z.array(z.string()).optional().meta({
    description: "Ids of the published figures that the value is derived from",
  }),
});
export type SeriesPoint = z.infer<typeof SeriesPoint>;

export const SeriesBody = z
  .object({
    edition: EditionRef,
    type: NumberType,
    granularity: z.enum(GRANULARITIES),
    by: z.enum(SERIES_KEYS).nullable(),
    points: z.array(SeriesPoint).meta({ description: "By period, then by key" }),
    text: SeriesText,
  })
  .meta({ id: "Series" });
export type SeriesBody = z.infer<typeof SeriesBody>;
