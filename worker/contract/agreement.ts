import { z } from "zod";

/** How far two coders agree on verdicts that both have coded, neither knowing what the other read. */
export const Agreement = z.object({
  n: z.int().meta({ description: "Verdicts of the random tenth that two have coded" }),
  agreed: z.int().meta({ description: "Those of which both read the same" }),
  kappa: z.number().min(-1).max(1).nullable().meta({
    description:
      "Cohen's kappa; null: of fewer than 10 verdicts, or where all are of one kind, it says nothing",
    example: 0.82,
  }),
  interval: z
    .object({ low: z.number(), high: z.number() })
    .nullable()
    .meta({ description: "Its 95% interval; null: below 30 verdicts, or where nobody disagreed" }),
});
export type Agreement = z.infer<typeof Agreement>;

/** How sure the coding behind a share is. */
export const CodingSureness = Agreement.extend({
  text: z.string().meta({ description: "The same in words of the asked language" }),
}).meta({ id: "CodingSureness" });
export type CodingSureness = z.infer<typeof CodingSureness>;
