import { z } from "zod";
import { NumberType } from "./common.ts";

const Share = z.object({
  value: z.int(),
  known: z.int().meta({ description: "For how many it is known: the denominator of the share" }),
});

/** How many of the convictions whose sentence, or kind of service, is known have this one. */
export const ShareChange = z
  .object({
    type: NumberType,
    by: z.enum(["sentence", "service"]),
    key: z.string().meta({ example: "suspended" }),
    before: Share,
    after: Share,
  })
  .meta({ id: "ShareChange" });
export type ShareChange = z.infer<typeof ShareChange>;
