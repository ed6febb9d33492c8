import { z } from "zod";
import { NumberType, Period, Qualifier } from "./common.ts";
import { EVIDENCES } from "./terms.ts";

/** What stands in big type on readers' pages. */
export const PublicHeadline = z.object({
  evidence: z.enum(EVIDENCES),
  type: NumberType,
  value: z.number().nullable().meta({ description: "null: nothing is known" }),
  qualifier: Qualifier,
  per: z.string().nullable().meta({ example: "week" }),
  period: Period.nullable(),
});
export type PublicHeadline = z.infer<typeof PublicHeadline>;

/** The headline of one kind of embed, before and after. */
export const HeadlineChange = z
  .object({
    query: z.string().meta({
      description: "The parameters of the embed; empty: the one that names nothing",
      example: "offence=awol",
    }),
    before: PublicHeadline.nullable().meta({ description: "null: nothing was published before" }),
    after: PublicHeadline,
  })
  .meta({ id: "HeadlineChange" });
export type HeadlineChange = z.infer<typeof HeadlineChange>;
