import { z } from "zod";
import { Articles, EditionRef, IsoDate, Period, Qualifier } from "./common.ts";
import { plainText } from "./plain-text.ts";
import { FIGURE_KINDS, SERVICES, UNITS } from "./terms.ts";

/** More than there are people. */
export const FIGURE_MAX = 10_000_000_000;

/** One number that a named publisher printed, with its link. */
export const Figure = z
  .object({
    id: z.string().regex(/^f\d{3,9}$/),
    unit: z.enum(UNITS),
    articles: z
      .array(plainText(20))
      .min(1)
      .max(100)
      .meta(Articles.meta() ?? {}),
    region: plainText(200).nullable(),
    service: z.enum(SERVICES).nullable(),
    series: plainText(200).meta({ description: "Counting series: who counts, from which start" }),
    period: Period,
    kind: z.enum(FIGURE_KINDS),
    value: z.number().nonnegative().max(FIGURE_MAX),
    qualifier: Qualifier,
    publisher: plainText(300),
    published_on: IsoDate.nullable(),
    source_url: z
      .url({ protocol: /^https?$/, error: "an address that begins with https:// or http://" })
      .max(2_000),
    note: plainText(4_000).nullable(),
  })
  .meta({ id: "Figure" });
export type Figure = z.infer<typeof Figure>;

/** What happened between two neighbouring dates of a series, derived from totals. */
export const Rate = z
  .object({
    unit: z.enum(UNITS),
    articles: Articles,
    region: z.string().nullable(),
    service: z.enum(SERVICES).nullable(),
    series: z.string(),
    period: Period,
    value: z.number().meta({ description: "Count within the period" }),
    days: z.int().positive(),
    per_week: z.number().meta({ description: "value × 7 / days, one decimal" }),
    qualifier: Qualifier,
    from: z.array(z.string()).min(1).meta({ description: "Ids of the figures from which it is derived" }),
  })
  .meta({ id: "Rate" });
export type Rate = z.infer<typeof Rate>;

export const CONFLICT_KINDS = [
  "different-values",
  "different-periods",
  "paths-disagree",
  "negative-difference",
  "part-exceeds-whole",
] as const;

/** Published figures that can't all be right, listed and never averaged away. */
export const Conflict = z
  .object({
    kind: z.enum(CONFLICT_KINDS),
    figures: z.array(z.string()).min(2),
    text: z.string(),
  })
  .meta({ id: "Conflict" });
export type Conflict = z.infer<typeof Conflict>;

export const FiguresBody = z.object({ edition: EditionRef, figures: z.array(Figure) });
export const RatesBody = z.object({ edition: EditionRef, rates: z.array(Rate) });
export const ConflictsBody = z.object({ edition: EditionRef, conflicts: z.array(Conflict) });
