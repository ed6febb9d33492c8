import { z } from "zod";
import { GRANULARITIES } from "./period.ts";
import { LANGS } from "./terms.ts";

/** What a reader can part the history by. */
export const HISTORY_PARTS = ["article", "service", "sentence"] as const;

/** Why nothing is known of any point of a series. */
export const EMPTY_REASONS = [
  "not-broken-down",
  "no-figures",
  "no-whole-period",
  "no-records",
  "not-covered",
  "outside-range",
  "not-coded",
] as const;
export type EmptyReason = (typeof EMPTY_REASONS)[number];

const template = (of: string) =>
  z.string().meta({ description: `${of}, with {n} in place of the number`, example: "at least {n}" });

/** The words of a page that shows a series as a chart and a table. */
export const HistoryWords = z.object({
  by: z.object({ label: z.string(), all: z.string(), ...words(HISTORY_PARTS) }),
  granularity: z.object({ label: z.string(), ...words(GRANULARITIES) }),
  range: z.object({ label: z.string(), all: z.string() }),
  period: z.string().meta({ description: "Head of the column of periods" }),
  known: z.string().meta({ description: "Head of the column with the denominators of the shares" }),
  expected: template("The expected final count"),
  provisional: z.string().meta({ description: "What is said of a period that is still growing" }),
  unknown: z.string().meta({ description: "What is said of a period of which nothing is known" }),
  nothing: z.string().meta({ description: "What is said where nothing is known of any period" }),
  csv: z.string(),
  png: z.string(),
  frozen: z
    .string()
    .meta({ description: "Words of the permanent link to the same numbers as of this edition" }),
  failed: z
    .string()
    .meta({ description: "What is said when other numbers were requested and didn't arrive" }),
});
export type HistoryWords = z.infer<typeof HistoryWords>;

/** The words around a series, in the asked language. */
export const SeriesText = z.object({
  lang: z.enum(LANGS),
  dir: z.enum(["ltr", "rtl"]),
  heading: z.string(),
  label: z.string().meta({ description: "Unit, articles and each filter, composed from the type" }),
  status: z.string().meta({ description: "That the data are a sample, in words; empty if they aren't" }),
  count: z.string().meta({ description: "What a value counts: the head of its column" }),
  keys: z.record(z.string(), z.string()).meta({ description: "The keys of the points, in words" }),
  at_least: template("A lower bound"),
  about: template("A value that was rounded or derived"),
  source: z.string(),
  reason: z.string().meta({ description: "Why no point has a value; empty: one has" }),
  coding: z.string().meta({
    description:
      "How sure the coding is of which the series tells, in words; empty: it tells of none, or of published figures",
  }),
  history: HistoryWords,
});
export type SeriesText = z.infer<typeof SeriesText>;

function words<Name extends string>(names: readonly Name[]): Record<Name, z.ZodString> {
  return Object.fromEntries(names.map((name) => [name, z.string()])) as Record<Name, z.ZodString>;
}
