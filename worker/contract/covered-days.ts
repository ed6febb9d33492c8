import { z } from "zod";
import { IsoDate } from "./common.ts";

/** Days of which records speak. Outside of them nothing is known, whatever single records say. */
export const CoveredDays = z
  .object({
    courts: z.array(z.string().max(20)).max(500).nullable().meta({
      description: "Codes of the courts that these days apply to; null: all courts",
    }),
    start: IsoDate,
    end: IsoDate,
  })
  .refine(({ start, end }) => start <= end, { path: ["end"], message: "it is before the start" })
  .meta({ id: "CoveredDays" });
export type CoveredDays = z.infer<typeof CoveredDays>;
