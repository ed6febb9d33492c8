import { z } from "zod";
import { EditionRef, Instant, IsoDate, NumberType, Period, Qualifier } from "./common.ts";
import { FIGURE_KINDS, LANGS, QUALIFIERS, STATUSES } from "./terms.ts";
import { SummaryTheme } from "./theme.ts";
import { OWN_LINES } from "./theme-look.ts";

/** The range in which the final count is expected with 90% probability; `mid` is the median. */
export const Expected = z
  .object({ low: z.int(), mid: z.int(), high: z.int() })
  .meta({ description: "90% interval of the expected final count, and its median" });
export type Expected = z.infer<typeof Expected>;

/** The current week as far as it is recorded. */
export const SoFar = z
  .object({
    value: z.int(),
    period: Period,
    completeness: z.number().min(0).max(1),
    expected: Expected.nullable().meta({ description: "For the whole week" }),
  })
  .meta({ description: "What is recorded so far of the current week: low because it is early and late" });
export type SoFar = z.infer<typeof SoFar>;

export const Headline = z.object({
  value: z.number().nullable().meta({
    description:
      "As counted or printed. null: nothing is known for this query. `shown` says which number stands in big type",
  }),
  shown: z.enum(["counted", "expected"]).meta({
    description:
      "Which number stands in big type: `value`, or, where that is low only because records are late, `expected.mid`, which is about right",
  }),
  qualifier: Qualifier,
  per: z.enum(["week", "month"]).nullable().meta({
    description: "The time for which the number is a rate; null: all of `period`, as with a year to date",
  }),
  period: Period.nullable(),
  status: z.enum(STATUSES),
  completeness: z.number().min(0).max(1),
  expected: Expected.nullable().meta({
    description:
      "For several weeks the ends are the sums of the weeks' own, so that the range errs on the wide side",
  }),
  so_far: SoFar.nullable(),
  age_days: z.int().nullable().meta({ description: "Days from the end of `period` to today in Moscow" }),
  change: z
    .object({
      value: z.number(),
      percent: z.number().nullable(),
      qualifier: z.literal("about").optional().meta({
        description: "Where the number in big type is exact, but what it is compared with was rounded",
      }),
      against: Period,
    })
    .nullable()
    .meta({
      description:
        "The change of the number in big type from the period before, or from the same weeks of the year before; only where both are of like completeness and kind",
    }),
  figure: z
    .object({ value: z.number(), kind: z.enum(FIGURE_KINDS), qualifier: Qualifier, url: z.url() })
    .nullable()
    .meta({ description: "The printed figure behind a rate from published evidence" }),
});
export type Headline = z.infer<typeof Headline>;

export const Series = z.object({
  granularity: z.enum(["week", "month"]),
  cumulative: z.literal(true).optional().meta({
    description: "Each value is the count from the headline's first day to the end of its week or month",
  }),
  start: IsoDate.nullable().meta({ description: "First day of the first week or month" }),
  values: z.array(z.number().nullable()).meta({
    description: "One for each week or month; null: nothing is known",
  }),
  qualifiers: z
    .array(z.tuple([z.int(), z.int(), z.enum(QUALIFIERS)]))
    .meta({ description: "Runs [first index, last index, qualifier] of weeks whose value is not exact" }),
  provisional_from: z.int().nullable().meta({ description: "Index of the first provisional week or month" }),
  expected: z
    .array(Expected.nullable())
    .nullable()
    .meta({ description: "For the weeks from provisional_from on" }),
});
export type Series = z.infer<typeof Series>;

/** What a drawing sets apart from what is counted and final. */
export const DRAWING_MARKS = ["estimate", "bound", "so-far"] as const;

/** Words and numerals around the drawing. */
export const DrawingText = z.object({
  scale: z
    .array(z.tuple([z.number(), z.string()]))
    .meta({ description: "Round values from zero upwards, and how they are written" }),
  axis: z.array(z.tuple([z.number(), z.string()]).or(z.tuple([z.number(), z.string(), z.literal(1)]))).meta({
    description:
      "Where months or years begin, in weeks or months of the series from its start, and their names; 1: shown only where there is room, from about 240 pixels",
  }),
  ends: z.tuple([z.string(), z.string()]).optional().meta({
    description: "The first known value and the newest, as they are written at the drawing's ends",
  }),
  key: z
    .array(z.object({ mark: z.enum(DRAWING_MARKS), text: z.string() }))
    .meta({ description: "What is drawn differently from a final count" }),
});
export type DrawingText = z.infer<typeof DrawingText>;

/** All words that the element shows, in the asked language. The element itself has none. */
export const SummaryText = z.object({
  lang: z.enum(LANGS),
  dir: z.enum(["ltr", "rtl"]),
  heading: z.string(),
  number: z.string().meta({ description: "The digits in big type, as the language writes them" }),
  qualifier: z.string().meta({
    description: "The word that belongs to the number: about, at least, fewer than; empty if it is exact",
  }),
  inline: z.string().meta({
    description: "Qualifier and number, for use in a sentence; if the data are a sample, it says so",
  }),
  so_far: z
    .string()
    .meta({ description: "What is recorded of the current week, in one line; empty if it isn't known" }),
  label: z.string().meta({ description: "Unit, articles and period, composed from the type" }),
  detail: z.string().meta({ description: "How the number came about" }),
  status: z
    .string()
    .meta({ description: "Provisional, stale, old, sample or frozen, in words; empty if none" }),
  since: z.string().meta({
    description:
      "For a frozen number: the words of `status` that say what its period counts now, to be made a link; empty if none",
  }),
  change: z.string().meta({ description: "The change in words; empty if none can be given" }),
  correction: z.string().meta({ description: "What was corrected, in words; empty if nothing was" }),
  sparkline_alt: z.string(),
  drawing: DrawingText,
  sentence: z.string().meta({ description: "The whole statement, ready to quote" }),
  source: z.string(),
  history: z
    .object({ open: z.string(), close: z.string(), week: z.string(), count: z.string() })
    .meta({ description: "For the history: what opens and closes it, and the heads of its table" }),
});
export type SummaryText = z.infer<typeof SummaryText>;

/** For a frozen answer: what the same period counts in the current edition. */
export const Since = z.object({
  edition: z.object({ id: z.string(), published_at: Instant }),
  value: z.number().nullable().meta({ description: "The number that would stand in big type" }),
  qualifier: Qualifier,
  difference: z.number().nullable(),
});
export type Since = z.infer<typeof Since>;

/** A final week of the series that an edition of the last 30 days changed by 5% or more. */
export const Correction = z.object({
  edition: z.object({ id: z.string(), published_at: Instant }),
  period: Period,
  before: z.number(),
  after: z.number(),
});
export type Correction = z.infer<typeof Correction>;

export const Summary = z
  .object({
    edition: EditionRef,
    type: NumberType,
    headline: Headline,
    series: Series,
    text: SummaryText.extend(OWN_LINES),
    theme: SummaryTheme,
    since: Since.optional().meta({ description: "Only with as-of" }),
    correction: Correction.optional().meta({ description: "The newest, for 30 days" }),
  })
  .meta({ id: "Summary" });
export type Summary = z.infer<typeof Summary>;
