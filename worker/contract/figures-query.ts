import { z } from "zod";
import { PeriodName } from "./period.ts";
import { AsOfQuery, SHARED_FILTERS } from "./query.ts";
import { Decimal } from "./series.ts";
import { FIGURE_KINDS, MEASURES } from "./terms.ts";

/** Which figures of the ledger are asked for; what isn't named narrows nothing. */
export const FiguresQuery = AsOfQuery.extend({
  measure: z
    .enum(MEASURES)
    .optional()
    .meta({ description: "What the figure counts. Default: all", example: "cases-received" }),
  article: SHARED_FILTERS.article.meta({
    description: "Figures of just these articles, joined by commas. Default: all",
    example: "337",
  }),
  region: z.string().min(1).max(80).optional().meta({
    description: "As the publisher names it. Default: all, and those of the whole country",
    example: "Rostov oblast",
  }),
  service: SHARED_FILTERS.service,
  series: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: "A counting series of the ledger. Default: all", example: "mediazona-calendar" }),
  publisher: z.string().min(1).max(300).optional().meta({
    description: "Who printed it, as the ledger names it. Default: all",
    example: "Mediazona (English)",
  }),
  kind: z
    .enum(FIGURE_KINDS)
    .optional()
    .meta({ description: "What the value is. Default: all", example: "total" }),
  from: PeriodName.optional().meta({
    description: "Figures whose period ends on its first day or later. Default: all",
    example: "2023",
  }),
  to: PeriodName.optional().meta({
    description: "Figures whose period begins on its last day or earlier. Default: all",
    example: "2025",
  }),
});
export type FiguresQuery = z.output<typeof FiguresQuery>;

export const FiguresCsvQuery = FiguresQuery.extend({ decimal: Decimal });
