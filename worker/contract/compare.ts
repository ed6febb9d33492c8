import { z } from "zod";
import { COMPARED_PERIODS_MAX } from "../config.ts";
import { EditionRef, NumberType, Period, Qualifier } from "./common.ts";
import { PeriodSpan, periodSpans } from "./period.ts";
import { SHARED_FILTERS } from "./query.ts";
import { DrawingText, Expected } from "./summary.ts";
import { LANGS, STATUSES } from "./terms.ts";
import { SummaryTheme, ThemeSlug } from "./theme.ts";
import { OWN_LINES } from "./theme-look.ts";

export const CompareQuery = z
  .strictObject({
    ...SHARED_FILTERS,
    period: PeriodSpan.meta({
      description: "Week, month, quarter, half-year or year, or the first and the last of several",
      example: "2023-H1",
    }),
    with: periodSpans(COMPARED_PERIODS_MAX).meta({
      description: "The periods to compare it with, joined by commas",
      example: "2022,2021",
    }),
    lang: z.enum(LANGS).optional().meta({
      description: "Language of the words. Default: the theme's, if one is asked for, else en",
      example: "uk",
    }),
    theme: ThemeSlug.optional().meta({
      description:
        "For an embed: adds the published theme of that name to the answer. Default: no theme in it. An answer with a theme is never fixed, as themes change",
      example: "default",
    }),
  })
  .refine(({ measure, sentence }) => measure !== "cases-received" || !sentence, {
    path: ["measure"],
    message: "a case that is received has no sentence yet; sentences are counted with measure=convictions",
  });
export type CompareQuery = z.output<typeof CompareQuery>;

/** A count in a period. */
export const Side = z.object({
  label: z.string().meta({ example: "2023-H1" }),
  period: Period,
  value: z.number().nullable().meta({ description: "null: nothing is known" }),
  coverage: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: "Share of the period's days for which anything is known" }),
  status: z.enum(STATUSES),
  qualifier: Qualifier,
  expected: Expected.nullable().meta({
    description:
      "The expected final count of a provisional period, with its range; null where none can be given. It isn't a count, and takes no part in a difference or a ratio",
  }),
  derived: z.literal(true).optional().meta({
    description: "The value was calculated from several published totals; nobody printed it",
  }),
  series: z.string().optional().meta({ description: "Counting series of published figures" }),
  figures: z.array(z.string()).optional().meta({
    description: "Ids of the published figures from which the value is derived",
  }),
});
export type Side = z.infer<typeof Side>;

/** A side that the period is compared with. Both are null unless both counts are final, whole and counted alike. */
export const ComparedSide = Side.extend({
  difference: z.number().nullable().meta({ description: "The period's count minus this one" }),
  ratio: z.number().nullable().meta({
    description: "The period's count divided by this one, two decimals; null for a count of zero",
  }),
});
export type ComparedSide = z.infer<typeof ComparedSide>;

const FinalCount = z.object({ period: Period, value: z.int() });

/** Of an unfinished period the part that is final, against the same part of the year before. */
export const SamePart = z
  .object({
    period: FinalCount.meta({ description: "The part of the period for which all records are in" }),
    against: FinalCount.meta({ description: "The same weeks of the year before" }),
    difference: z.int(),
    ratio: z.number().nullable().meta({ description: "Two decimals; null for a count of zero" }),
  })
  .meta({
    description:
      "For a period from court records that can't be compared itself: its final part, with the same part of the year before",
  });
export type SamePart = z.infer<typeof SamePart>;

/** A period as it is named beside its bar. */
const SideText = z.object({
  name: z.string(),
  number: z.string().meta({ description: "The count with how sure it is, or that it isn't known" }),
  note: z.string().meta({
    description: "Why the count isn't the whole one: coverage, what is expected; empty if it is",
  }),
});

/** All words of a comparison, also those that an embed draws it with. */
export const CompareText = z.object({
  lang: z.enum(LANGS),
  dir: z.enum(["ltr", "rtl"]),
  heading: z.string(),
  label: z.string().meta({ description: "Unit, articles and each filter, composed from the type" }),
  number: z.string().meta({ description: "The digits of the period's own count" }),
  qualifier: z
    .string()
    .meta({ description: "The word that belongs to them: about, at least; empty if exact" }),
  sides: z.array(SideText).meta({ description: "The period's own first, then those it is compared with" }),
  key: DrawingText.shape.key,
  status: z.string().meta({ description: "Sample, stale or frozen, in words; empty if none" }),
  sentence: z.string().meta({ description: "The comparison in words, ready to quote" }),
  source: z.string(),
  history: z.string().meta({ description: "What leads to the counts behind it" }),
});
export type CompareText = z.infer<typeof CompareText>;

export const CompareBody = z
  .object({
    edition: EditionRef,
    type: NumberType,
    period: Side,
    against: z.array(ComparedSide),
    same_part: SamePart.nullable().meta({
      description:
        "null where the period itself can be compared, or where no part of it is final in both years",
    }),
    text: CompareText.extend(OWN_LINES),
    theme: SummaryTheme.optional().meta({ description: "Only where `theme` was asked for" }),
  })
  .meta({ id: "Comparison" });
export type CompareBody = z.infer<typeof CompareBody>;
