import { z } from "zod";
import { SERIES_POINTS_MAX } from "../config.ts";
import { EditionRef, NumberType, Period, Qualifier } from "./common.ts";
import { GRANULARITIES, type NamedPeriod, PeriodName } from "./period.ts";
import { SHARED_FILTERS } from "./query.ts";
import { SeriesText } from "./series-text.ts";
import { Expected } from "./summary.ts";
import { STATUSES } from "./terms.ts";

/** What a series can be broken down by. */
export const SERIES_KEYS = ["article", "service", "sentence", "court", "region"] as const;
export type SeriesKey = (typeof SERIES_KEYS)[number];

const SERIES_SHAPE = {
  ...SHARED_FILTERS,
  granularity: z.enum(GRANULARITIES).default("week").meta({
    description: "Length of a period. Weeks are ISO weeks; the others are whole calendar periods",
    example: "quarter",
  }),
  by: z.enum(SERIES_KEYS).optional().meta({
    description:
      "Breaks the counts down. A case charged under two articles counts for each; everything else adds up. Default: no breakdown",
    example: "sentence",
  }),
  from: PeriodName.optional().meta({
    description:
      "The first period is the one that contains the start of this. Default: the first that is known",
    example: "2023-H1",
  }),
  to: PeriodName.optional().meta({
    description: "The last period is the one that contains the end of this. Default: the last that is known",
    example: "2025-06-30",
  }),
  last: z.coerce.number().int().min(1).max(SERIES_POINTS_MAX).optional().meta({
    description:
      "This many of the newest periods of which anything is known, up to `to` if that is given: an address that moves with time. Use it instead of `from`. Default: all",
    example: 12,
  }),
};

/** What no question may ask at once. */
function checked<Shape extends z.ZodType<SeriesLimits>>(schema: Shape): Shape {
  return schema
    .refine(({ from, last }) => !from || last === undefined, {
      path: ["last"],
      message: "it counts back from the newest period: give it instead of `from`",
    })
    .refine(({ from, to }) => !from || !to || from.period.start <= to.period.end, {
      path: ["from"],
      message: "it begins after `to` ends",
    })
    .refine(({ measure, by, sentence }) => measure !== "cases-received" || !(sentence || by === "sentence"), {
      path: ["measure"],
      message: "a case that is received has no sentence yet; sentences are counted with measure=convictions",
    }) as Shape;
}

interface SeriesLimits {
  measure: string;
  by?: string | undefined;
  sentence?: string | undefined;
  from?: NamedPeriod | undefined;
  to?: NamedPeriod | undefined;
  last?: number | undefined;
}

export const SeriesQuery = checked(z.strictObject(SERIES_SHAPE));
export type SeriesQuery = z.output<typeof SeriesQuery>;

/** Columns that a CSV has where they are asked for: the same in each row. */
export const ADDED_COLUMNS = ["citation", "source", "licence"] as const;
export type AddedColumn = (typeof ADDED_COLUMNS)[number];

/** What stands before a number's decimals. */
export const Decimal = z.enum([".", ","]).default(".").meta({
  description:
    "The decimal mark. `,`: for spreadsheets in German, Russian, Ukrainian …; cells are then separated by semicolons",
  example: ".",
});

export const SeriesCsvQuery = checked(
  z.strictObject({
    ...SERIES_SHAPE,
    decimal: Decimal,
    columns: z
      .string()
      .transform((text, context): AddedColumn[] => {
        const names = [...new Set(text.split(","))];
        const known = names.map((name) => ADDED_COLUMNS.find((one) => one === name));
        const wrong = names.find((_, at) => !known[at]);
        if (wrong === undefined) return known.filter((name) => name !== undefined);
        context.addIssue({ code: "custom", message: `expected some of ${ADDED_COLUMNS.join(",")}` });
        return z.NEVER;
      })
      .optional()
      .meta({
        description:
          "Additional columns, the same in each row: citation, source, licence, joined by commas. Default: none",
        example: "citation,licence",
      }),
  }),
);
export type SeriesCsvQuery = z.output<typeof SeriesCsvQuery>;

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
      "The denominator of a share. With sentences: how many cases of the period, place and service have a known sentence; otherwise, with services: how many have a known service",
  }),
  status: z.enum(STATUSES).meta({ description: "provisional: records of its weeks are still expected" }),
  qualifier: Qualifier,
  coverage: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: "Share of the period's days for which anything is known" }),
  completeness: z.number().min(0).max(1).nullable().meta({
    description: "Weeks from records: the share of the records that is expected to be in",
  }),
  expected: Expected.nullable(),
  series: z.string().optional().meta({ description: "Counting series of published figures" }),
  figures: z.array(z.string()).optional().meta({
    description: "Ids of the published figures from which the value is derived",
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
