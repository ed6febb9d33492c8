import { z } from "zod";
import { EditionRef } from "./common.ts";

/** What a place is called, in the nominative. */
const PlaceNames = z.object({ en: z.string(), ru: z.string(), uk: z.string() }).meta({ id: "PlaceNames" });

export const CourtLine = z
  .object({
    code: z.string().meta({
      description: "As `court` takes it, and as the УИД of the court's cases begin",
      example: "39GV0005",
    }),
    kind: z.enum(["garrison", "district", "appeal", "cassation"]),
    names: PlaceNames,
    region: z
      .string()
      .nullable()
      .meta({ description: "As `region` takes it; null: it has no site of its own" }),
    site: z.string().nullable().meta({ description: "Host of the court's own site" }),
  })
  .meta({ id: "CourtLine" });
export type CourtLine = z.infer<typeof CourtLine>;

export const RegionLine = z
  .object({
    name: z.string().meta({ description: "As `region` takes it", example: "Приморский край" }),
    names: PlaceNames,
    courts: z.array(z.string()).meta({ description: "Codes of the courts that sit there" }),
  })
  .meta({ id: "RegionLine" });
export type RegionLine = z.infer<typeof RegionLine>;

export const CourtsBody = z.object({ edition: EditionRef, courts: z.array(CourtLine) });
export const RegionsBody = z.object({ edition: EditionRef, regions: z.array(RegionLine) });
