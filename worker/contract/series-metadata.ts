import { z } from "zod";
import { EditionRef, IsoDate, NumberType } from "./common.ts";
import { Field } from "./datapackage.ts";
import { GRANULARITIES } from "./period.ts";
import { SERIES_KEYS } from "./series.ts";
import { LANGS } from "./terms.ts";

/** What has to be known of a series, and how it is cited. */
export const SeriesMetadata = z
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
    first: IsoDate.nullable().meta({ description: "First day of the first period; null: there is none" }),
    last: IsoDate.nullable().meta({ description: "Last day of the last period" }),
    links: z.object({
      json: z.url(),
      csv: z.url(),
      frozen: z.url().meta({ description: "The same as of this edition, permanently" }),
      methodology: z.url(),
    }),
    columns: z.array(Field).meta({ description: "Of the CSV" }),
  })
  .meta({ id: "SeriesMetadata" });
export type SeriesMetadata = z.infer<typeof SeriesMetadata>;
