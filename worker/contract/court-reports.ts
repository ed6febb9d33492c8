import { z } from "zod";
import { IsoDate } from "./common.ts";
import { CoveredDays } from "./covered-days.ts";

/** What the records of one court look like. Counts of cases and days; nothing of a single case. */
export const CourtReport = z
  .object({
    court: z.string().meta({ description: "Code of the court" }),
    cases: z.int(),
    convictions: z.int().meta({ description: "Defendants convicted" }),
    last_record: IsoDate.nullable().meta({
      description: "Newest day of a verdict, or of a receipt where there is no verdict yet",
    }),
    usual_gap_days: z
      .int()
      .nullable()
      .meta({ description: "Half of the gaps between days with a record are no longer; null: too few" }),
    longest_gap_days: z.int().nullable().meta({ description: "Nine in ten of the gaps are no longer" }),
    silent_days: z.int().nullable().meta({
      description:
        "From its last record to the newest record of any court, so that a delay of all courts isn't taken for one court's silence",
    }),
    overdue: z.boolean().meta({
      description: "Silent for longer than nine in ten of its gaps, and than a week",
    }),
    weeks: z.array(z.object({ source: z.int(), counts: z.array(z.int()) })).meta({
      description:
        "Records by the source that first brought them (its place in `sources`), one count for each week from `first_week` on",
    }),
  })
  .meta({ id: "CourtReport" });
export type CourtReport = z.infer<typeof CourtReport>;

/** How a source is named in a question. */
export const SOURCE_KEY = /^(table|files):[a-z0-9-]{1,64}$/;

/** Where records came from: a watched table, or files of one format that the desk read. */
export const RecordsSource = z
  .object({
    key: z.string().regex(SOURCE_KEY).meta({
      description: "What `source` of `/v1/cases` takes: `table:` and the slug, or `files:` and the format",
      example: "files:desk-csv",
    }),
    name: z.string().meta({ description: "Slug of a watched table, or the format of files" }),
    watched: z.boolean(),
    read_on: IsoDate.nullable().meta({ description: "Day on which it was last read" }),
    covers: z.array(CoveredDays).meta({ description: "Days for which it was read, as its imports stated" }),
  })
  .meta({ id: "RecordsSource" });
export type RecordsSource = z.infer<typeof RecordsSource>;

export const CourtReportsBody = z.object({
  read_on: IsoDate.nullable().meta({ description: "When the courts' sites were last read; null: never" }),
  newest: IsoDate.nullable().meta({ description: "Day of the newest record of any court" }),
  first_week: IsoDate.meta({ description: "Monday of the first week of the counts" }),
  week_count: z.int().meta({ description: "How many weeks are counted one by one" }),
  covered: z.array(CoveredDays).meta({ description: "Days that the edition in force covers" }),
  sources: z.array(RecordsSource),
  courts: z.array(CourtReport).meta({ description: "Courts that have a record; all others have none" }),
});
export type CourtReportsBody = z.infer<typeof CourtReportsBody>;
