import { z } from "zod";
import { EVIDENCES, OFFENCES, QUALIFIERS, SENTENCES, SERVICES, SPANS, UNITS } from "./terms.ts";

/** A calendar date in Moscow, ISO 8601. */
export const IsoDate = z.iso
  .date()
  .meta({ description: "Calendar date in Moscow, ISO 8601", example: "2025-04-01" });

/** An instant in UTC. */
export const Instant = z.iso.datetime().meta({ example: "2025-06-30T09:00:00Z" });

/** Both ends inclusive. */
export const Period = z
  .object({ start: IsoDate, end: IsoDate })
  .meta({ id: "Period", description: "Both ends are inclusive calendar dates" });
export type Period = z.infer<typeof Period>;

export const Qualifier = z.enum(QUALIFIERS).meta({
  description: "exact: as printed or counted; at_least: a lower bound; about: rounded or derived",
});

/** Articles of the Criminal Code of Russia, or one of the named scopes `toughened`, `ch33`, `any`. */
export const Articles = z.array(z.string()).meta({
  description: "Articles of Russia's Criminal Code, or a named scope: toughened, ch33, any",
  example: ["337", "338"],
});

/** What a number counts. */
export const NumberType = z
  .object({
    unit: z.enum(UNITS),
    offence: z.enum(OFFENCES).nullable(),
    articles: Articles,
    service: z.enum(SERVICES).optional(),
    sentence: z.enum(SENTENCES).optional(),
    court: z.string().optional().meta({ description: "Code of a military court" }),
    region: z.string().optional(),
    span: z
      .enum(SPANS)
      .optional()
      .meta({ description: "The time that a headline covers; only in summaries" }),
  })
  .meta({
    id: "NumberType",
    description: "What the number counts: unit, offence group, articles, and the filters of the request",
  });
export type NumberType = z.infer<typeof NumberType>;

export const Source = z.object({ name: z.string(), url: z.url() });
export type Source = z.infer<typeof Source>;

/** The edition that an answer was made from. Every JSON body carries it. */
export const EditionRef = z
  .object({
    id: z.string().meta({ description: "Moscow date and count within the day", example: "2025-06-30.1" }),
    published_at: Instant,
    evidence: z.enum(EVIDENCES),
    sample: z.boolean().meta({ description: "true: generated data, not real" }),
    stale: z
      .boolean()
      .meta({ description: "true: storage could not be reached, and this is the last good edition" }),
    source: Source,
    licence: z.string(),
  })
  .meta({ id: "Edition" });
export type EditionRef = z.infer<typeof EditionRef>;
