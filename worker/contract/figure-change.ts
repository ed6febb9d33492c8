import { z } from "zod";
import { Period } from "./common.ts";

export const FIGURE_CHANGES = ["added", "removed", "changed"] as const;

/** What publishing a ledger would do to one figure. */
export const FigureChange = z.object({
  figure: z.string(),
  change: z.enum(FIGURE_CHANGES),
  fields: z.array(z.string()).meta({ description: "Names of the fields that differ" }),
  publisher: z.string().optional(),
  period: Period.optional(),
  period_before: Period.optional().meta({ description: "Its period now, where that would be another" }),
  before: z.number().nullable().optional().meta({ description: "Its value now; null: it isn't there" }),
  after: z.number().nullable().optional().meta({ description: "Its value then; null: it is removed" }),
});
export type FigureChange = z.infer<typeof FigureChange>;
