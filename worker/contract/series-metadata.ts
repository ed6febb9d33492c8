import { z } from "zod";
import { CodingSureness } from "./agreement.ts";
import { EditionRef, IsoDate, NumberType } from "./common.ts";
import { Field } from "./datapackage.ts";
import { GRANULARITIES } from "./period.ts";
import { SERIES_KEYS } from "./series.ts";
import { EMPTY_REASONS } from "./series-text.ts";
import { LANGS } from "./terms.ts";

/** What has to be known of a series, and how it is cited. */
export const OneSeriesMetadata = z
  .object({
    edition: EditionRef,
    type: NumberType,
    granularity: z.enum(GRANULARITIES),
    by: z.enum(SERIES_KEYS).nullable(),
    title: z.string(),
    subtitle: z.string().meta({ description: "Unit, articles and each filter in words" }),
    lang: z.enum(LANGS),
    citation: z.string().meta({ description: "In the requested language, with the permanent address" }),
    points: z.int().nonnegative(),
    known: z.int().nonnegative().meta({ description: "How many of them have a value" }),
    reason: z
      .enum(EMPTY_REASONS)
      .nullable()
      .meta({ description: "Why none has; null: one has. As in `/v1/series`" }),
    first: IsoDate.nullable().meta({ description: "First day of the first period; null: there is none" }),
    last: IsoDate.nullable().meta({ description: "Last day of the last period" }),
    links: z.object({
      json: z.url(),
      csv: z.url(),
      frozen: z.url().meta({ description: "The same as of this edition, permanently" }),
      methodology: z.url(),
    }),
    coding: CodingSureness.nullable().optional().meta({
      description: "How sure the coding of its shares is, as in `/v1/series`; missing where it tells of none",
    }),
    columns: z.array(Field).meta({ description: "Of the CSV" }),
  })
  .meta({ id: "OneSeriesMetadata" });
export type OneSeriesMetadata = z.infer<typeof OneSeriesMetadata>;

export const SeriesMetadata = OneSeriesMetadata.extend({
  others: z.array(OneSeriesMetadata).optional().meta({
    description: "If several were asked for: all but the first, in the order of `/v1/series`",
  }),
}).meta({ id: "SeriesMetadata" });
export type SeriesMetadata = z.infer<typeof SeriesMetadata>;
