import { z } from "zod";
import { WEEKS_MAX, WEEKS_MIN } from "../config.ts";
import { LANGS, MEASURES, OFFENCES, SENTENCES, SERVICES, SPANS } from "./terms.ts";
import { ThemeSlug } from "./theme.ts";

const asOf = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(\.[1-9]\d{0,3})?$/, {
    error: "a date (2025-06-30) or the id of an edition (2025-06-30.1)",
    abort: true,
  })
  .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success, "there is no such day in the calendar")
  .optional()
  .meta({
    description:
      "The answer as of an edition, or of the one that was current at the end of a date in Moscow. Default: the current edition",
    example: "2025-06-30.1",
  });

const lang = z.enum(LANGS).default("en").meta({ description: "Language of the words", example: "uk" });

/** The filters that summary, series, compare and cards share. */
export const SHARED_FILTERS = {
  measure: z.enum(MEASURES).default("convictions").meta({
    description:
      "What is counted. Persons are known only from published figures: court records count cases and convictions",
    example: "cases-received",
  }),
  offence: z.enum(OFFENCES).optional().meta({
    description:
      "Offence group. Default: desertion (337 + 338) for records; for published figures the newest",
    example: "awol",
  }),
  article: z
    .string()
    .regex(
      /^\d{3}(\.\d){0,3}(,\d{3}(\.\d){0,3}){0,19}$/,
      "one or more articles of the Criminal Code, joined by commas: 337,338",
    )
    .transform((text) => [...new Set(text.split(","))].join(","))
    .optional()
    .meta({
      description:
        "Articles of the Criminal Code instead of an offence group, joined by commas. Default: those of the offence",
      example: "337,338",
    }),
  service: z.enum(SERVICES).optional().meta({
    description: "Kind of service, where the desk has coded it. Default: all",
    example: "mobilised",
  }),
  sentence: z.enum(SENTENCES).optional().meta({
    description: "Punishment, where the desk has coded it. Default: all",
    example: "imprisonment",
  }),
  court: z
    .string()
    .regex(/^\d{2}[A-Z]{2}\d{4}$/, "a court's code: 39GV0005")
    .optional()
    .meta({ description: "Code of a military court. Default: all", example: "39GV0005" }),
  region: z.string().min(1).max(80).optional().meta({
    description:
      "Region in which the court sits, as the courts' own list names it, or as a publisher's figures do (Rostov oblast); those figures are then shown. Default: all",
    example: "Приморский край",
  }),
  evidence: z.enum(["auto", "records", "published"]).default("auto").meta({
    description: "Court records, published figures, or records where there are any",
    example: "published",
  }),
  "as-of": asOf,
  lang,
};

export const SummaryQuery = z.strictObject({
  ...SHARED_FILTERS,
  span: z.enum(SPANS).default("week").meta({
    description:
      "The time that the number covers. `week`: the newest completed week for which a number can be given; `this-week`: recorded so far (court records alone); `month`: the newest month for which a number can be given; `year`: the year to date; `total`: all since `since`",
    example: "year",
  }),
  since: z.iso.date("a date (2022-09-21)").optional().meta({
    description:
      "First day of a total: with published figures, a day from which a total was printed; with court records, any day from their first on, and the count begins with its week or month. Default: 2022-09-21, the mobilisation, or the first day that records cover",
    example: "2022-09-21",
  }),
  weeks: z.coerce.number().int().min(WEEKS_MIN).max(WEEKS_MAX).optional().meta({
    description:
      "Weeks in the series, ending with the headline's period. Default: 26 for records, all known weeks for published figures. The series of a month has as many months as that makes, at least 12",
    example: 52,
  }),
  lang: z
    .enum(LANGS)
    .optional()
    .meta({ description: "Language of the words. Default: the theme's, else en", example: "uk" }),
  theme: ThemeSlug.optional().meta({
    description: "A published theme. Default: default, which also stands in for one that isn't published",
    example: "default",
  }),
});
export type SummaryQuery = z.output<typeof SummaryQuery>;

/** What an address without filters takes. */
export const AsOfQuery = z.strictObject({ "as-of": asOf });

/** The same for one that has words. */
export const AsOfLangQuery = z.strictObject({ "as-of": asOf, lang });

export const NoQuery = z.strictObject({});
