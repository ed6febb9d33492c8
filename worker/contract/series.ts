import { z } from "zod";
import { SERIES_AT_ONCE_MAX, SERIES_POINTS_MAX } from "../config.ts";
import { CodingSureness } from "./agreement.ts";
import { EditionRef, NumberType, Period, Qualifier } from "./common.ts";
import { GRANULARITIES, type NamedPeriod, PeriodName } from "./period.ts";
import { SHARED_FILTERS } from "./query.ts";
import { EMPTY_REASONS, SeriesText } from "./series-text.ts";
import { severalOf } from "./several.ts";
import { Expected } from "./summary.ts";
import { MEASURES, OFFENCES, STATUSES } from "./terms.ts";

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
    .refine(
      ({ measure, by, sentence }) =>
        ![measure].flat().includes("cases-received") || !(sentence || [by].flat().includes("sentence")),
      {
        path: ["measure"],
        message:
          "a case that is received has no sentence yet; sentences are counted with measure=convictions",
      },
    )
    .refine(({ article, offence }) => !article || [offence].flat().length < 2, {
      path: ["offence"],
      message: "`article` says what is counted: give one of the two",
    })
    .refine((query) => questionsIn(query) <= SERIES_AT_ONCE_MAX, {
      path: ["by"],
      message: `measures times offences times breakdowns make more than ${SERIES_AT_ONCE_MAX} series, which is the most at once`,
    }) as Shape;
}

interface SeriesLimits {
  measure: string | readonly string[];
  offence?: string | readonly string[] | undefined;
  article?: string | undefined;
  by?: string | readonly string[] | undefined;
  sentence?: string | undefined;
  from?: NamedPeriod | undefined;
  to?: NamedPeriod | undefined;
  last?: number | undefined;
}

function questionsIn({ measure, offence, by }: SeriesLimits): number {
  return [measure, offence, by].reduce((product, list) => product * [list].flat().length, 1);
}

/** Whether a question takes many series to answer: one for each court, sentence or other key, or several questions at once. */
export function asksManySeries(query: Pick<SeriesLimits, "measure" | "offence" | "by">): boolean {
  return query.by !== undefined || questionsIn(query) > 1;
}

/** A single series. */
export const SeriesQuery = checked(z.strictObject(SERIES_SHAPE));
export type SeriesQuery = z.output<typeof SeriesQuery>;

const AT_ONCE = "Several, joined by commas, make as many series in one answer";

const SERIES_SET_SHAPE = {
  ...SERIES_SHAPE,
  measure: severalOf(MEASURES)
    .prefault("convictions")
    .meta({
      description: `${SERIES_SHAPE.measure.description}. ${AT_ONCE}`,
      example: "convictions,cases-received",
    }),
  offence: severalOf(OFFENCES)
    .optional()
    .meta({
      description: `${SERIES_SHAPE.offence.description}. ${AT_ONCE}`,
      example: "awol,desertion-strict",
    }),
  by: severalOf(SERIES_KEYS)
    .optional()
    .meta({
      description: `Breaks the counts down. ${AT_ONCE}, each broken down by one of them. A case charged under two articles counts for each; everything else adds up. Default: no breakdown`,
      example: "service,sentence",
    }),
};

/** One series, or several that differ in measure, offence or breakdown. */
export const SeriesSetQuery = checked(z.strictObject(SERIES_SET_SHAPE));
export type SeriesSetQuery = z.output<typeof SeriesSetQuery>;

/** Each series by itself, in the order in which they are asked for. */
export function seriesAsked({ measure, offence, by, ...same }: SeriesSetQuery): SeriesQuery[] {
  const [offences, breakdowns] = [offence ?? [undefined], by ?? [undefined]];
  return measure.flatMap((one) =>
    offences.flatMap((group) =>
      breakdowns.map((key) => ({ ...same, measure: one, offence: group, by: key })),
    ),
  );
}

/** Columns that a CSV has where they are asked for: the same in each row. */
export const ADDED_COLUMNS = ["citation", "source", "licence", "sample", "coding", "kappa"] as const;
export type AddedColumn = (typeof ADDED_COLUMNS)[number];

/** What stands before a number's decimals. */
export const Decimal = z.enum([".", ","]).default(".").meta({
  description:
    "The decimal mark. `,`: for spreadsheets in German, Russian, Ukrainian …; cells are then separated by semicolons",
  example: ".",
});

export const SeriesCsvQuery = checked(
  z.strictObject({
    ...SERIES_SET_SHAPE,
    decimal: Decimal,
    columns: severalOf(ADDED_COLUMNS).optional().meta({
      description:
        "Additional columns, the same in each row, joined by commas. `coding`: how sure the coding of a share is, in words, and `kappa` as a number; empty where none is told. `sample` is there in any case. Default: none",
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

const ONE_SERIES = {
  edition: EditionRef,
  type: NumberType,
  granularity: z.enum(GRANULARITIES),
  by: z.enum(SERIES_KEYS).nullable(),
  points: z.array(SeriesPoint).meta({ description: "By period, then by key" }),
  reason: z.enum(EMPTY_REASONS).nullable().meta({
    description:
      "Why no point has a value, in words in `text.reason`; null: one has. `not-broken-down`: published figures don't tell the parts; `no-figures`: nobody printed any; `no-whole-period`: totals speak of no whole period of this length; `no-records`: no court records were imported; `not-covered`: they cover no such court or article; `outside-range`: something is known, but not of this range; `not-coded`: the desk hasn't coded it for any case",
  }),
  text: SeriesText,
  coding: CodingSureness.nullable().optional().meta({
    description:
      "Of records by sentence or service, or with one of them: how sure the coding is; null: nobody has coded a verdict twice. Missing where nothing coded is asked for",
  }),
};

/** One of several series that were asked for at once. */
export const OneSeries = z.object(ONE_SERIES).meta({ id: "OneSeries" });
export type OneSeries = z.infer<typeof OneSeries>;

export const SeriesBody = z
  .object({
    ...ONE_SERIES,
    others: z.array(OneSeries).optional().meta({
      description:
        "If several were asked for: all but the first, in the order of `measure`, then `offence`, then `by`",
    }),
  })
  .meta({ id: "Series" });
export type SeriesBody = z.infer<typeof SeriesBody>;
