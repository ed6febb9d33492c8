import { z } from "zod";
import { CaseDates, Change } from "./changes.ts";
import { FigureChange } from "./figure-change.ts";
import { HeadlineChange } from "./headline-change.ts";
import { ShareChange } from "./share-change.ts";

const text = z.string().meta({ description: "The objection as an English sentence" });
const more = z.int().min(0).meta({ description: "How many there are beyond those named" });

/** Why the guard would stop a publication: a code with its facts, so that each reader can say it in words of their own. */
export const Objection = z
  .discriminatedUnion("code", [
    z.object({ code: z.literal("finished-weeks"), text, changes: z.array(Change), more }),
    z.object({ code: z.literal("vanished"), text, records: z.int() }),
    z.object({ code: z.literal("silent-courts"), text, courts: z.array(z.string()), more }),
    z.object({ code: z.literal("total-falls"), text, before: z.int(), after: z.int() }),
    z.object({ code: z.literal("headline-changes"), text, headlines: z.array(HeadlineChange), more }),
    z.object({ code: z.literal("shares-move"), text, shares: z.array(ShareChange), more }),
    z.object({ code: z.literal("recoded"), text, records: z.int(), known: z.int() }),
    z.object({ code: z.literal("implausible-dates"), text, cases: z.array(CaseDates), more }),
    z.object({ code: z.literal("figures-removed"), text, figures: z.array(FigureChange), more }),
    z.object({ code: z.literal("totals-broken"), text, figures: z.array(FigureChange), more }),
    z.object({ code: z.literal("periods-move"), text, figures: z.array(FigureChange), more }),
    z.object({
      code: z.literal("records-altered"),
      ...{ text, more },
      edition: z.string().meta({ description: "The edition that was counted from other records" }),
      courts: z.array(z.string()),
    }),
    z.object({ code: z.literal("too-late"), text }),
  ])
  .meta({ id: "Objection" });
export type Objection = z.infer<typeof Objection>;
