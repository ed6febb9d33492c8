import { z } from "zod";
import { SENTENCES } from "./terms.ts";

const Weeks = z.array(z.int()).max(10_000);

/** Cases alike in all but the week, as parallel arrays; fewer than none: so many less. */
const CountedRow = z.strictObject({
  scope: z.string().max(100),
  service: z.string().max(60),
  sentence: z.enum(SENTENCES),
  weeks: Weeks.meta({ description: "Weeks since Monday 5 January 1970" }),
  counts: Weeks,
  early: Weeks.meta({ description: "Of these, before the turn of the month" }),
});

const SeenConvictions = z.strictObject({
  scope: z.string().max(100),
  week: z.int(),
  day: z.int().meta({ description: "When the desk first saw them: days since that Monday" }),
  count: z.int(),
});

/** Records of one week of which an import says something new, with one or two of them as examples. */
const TouchedWeek = z.strictObject({
  unit: z.enum(["convictions", "cases_received"]),
  week: z.int(),
  records: z.int(),
  named: z.array(z.strictObject({ court: z.string(), case_number: z.string(), day: z.string() })).max(4),
});

/** What a part of a check adds to the counts that an edition is built from, and takes from them. */
export const CountedChanges = z
  .strictObject({
    convictions: z.array(CountedRow),
    receipts: z.array(CountedRow),
    delays: z.array(SeenConvictions),
    touched: z.array(TouchedWeek),
  })
  .meta({
    id: "CountedChanges",
    description: "To be added up over the parts of a check and sent with the request about the whole",
  });
export type CountedChanges = z.infer<typeof CountedChanges>;
