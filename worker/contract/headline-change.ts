import { z } from "zod";
import { IsoDate, NumberType, Period, Qualifier } from "./common.ts";
import { Headline, SummaryText } from "./summary.ts";
import { EVIDENCES } from "./terms.ts";

/** What stands in big type on readers' pages, and the words around it, as `/v1/summary` gives them. */
export const PublicHeadline = z.object({
  evidence: z.enum(EVIDENCES),
  type: NumberType,
  value: z.number().nullable().meta({ description: "The number in big type; null: nothing is known" }),
  shown: Headline.shape.shown,
  qualifier: Qualifier,
  per: z.string().nullable().meta({ example: "week" }),
  period: Period.nullable(),
  text: SummaryText.pick({ heading: true, inline: true, label: true, status: true }),
});
export type PublicHeadline = z.infer<typeof PublicHeadline>;

/** The headline of one kind of embed, before and after. */
export const HeadlineChange = z
  .object({
    query: z.string().meta({
      description: "The parameters of the embed; empty: the embed without parameters",
      example: "offence=awol&span=year",
    }),
    also: z.array(z.string()).meta({ description: "Embeds that show exactly the same, before and after" }),
    before: PublicHeadline.nullable().meta({
      description:
        "null: nothing was published, or such an embed can't be answered, as with the current week from published figures; a page then shows what stands in the tag",
    }),
    after: PublicHeadline.nullable(),
    from: IsoDate.optional().meta({
      description: "Shown from this Monday on, without another publication; missing: at once",
    }),
  })
  .meta({ id: "HeadlineChange" });
export type HeadlineChange = z.infer<typeof HeadlineChange>;
