import { z } from "zod";
import { Instant, IsoDate } from "./common.ts";
import { ARTICLE, CARD_URL, CASE_NUMBER, CASE_UID, COURT_CODE } from "./court-case.ts";
import { SOURCE_KEY } from "./court-reports.ts";
import { EDITION_KINDS, EditionId } from "./editions.ts";
import { PeriodName } from "./period.ts";
import { OFFENCES, OUTCOMES, SENTENCES, SERVICES } from "./terms.ts";

/** What is counted by records. `records`: whatever their outcome and articles, as the view of courts counts them. */
export const COUNTED_MEASURES = ["convictions", "cases-received", "records"] as const;
export type CountedMeasure = (typeof COUNTED_MEASURES)[number];

/** Which cases: those behind a week's or a court's number, or those that an edition changed in it. */
export const BehindQuery = z
  .strictObject({
    measure: z.enum(COUNTED_MEASURES).default("convictions").meta({
      description:
        "What is counted. `records`: all of a court, whatever their outcome and articles, by the week of the verdict or, before it, of the receipt",
    }),
    offence: z
      .enum(OFFENCES)
      .default("desertion")
      .meta({ description: "Group of offences; all with `records`" }),
    week: z
      .string()
      .regex(/^\d{4}-W\d{2}$/, "an ISO week was expected: 2025-W20")
      .pipe(PeriodName)
      .optional()
      .meta({
        description: "An ISO week of verdicts, or of receipts. Default: all weeks",
        example: "2025-W20",
      }),
    court: z
      .string()
      .regex(COURT_CODE)
      .optional()
      .meta({ description: "Code of a military court. Default: all courts", example: "25GV0001" }),
    sentence: z
      .enum(SENTENCES)
      .optional()
      .meta({ description: "Only convictions with this sentence. Default: all" }),
    service: z
      .enum(SERVICES)
      .optional()
      .meta({ description: "Only defendants with this kind of service. Default: all" }),
    source: z
      .string()
      .regex(SOURCE_KEY, "a `key` of a source of `/v1/imports/courts` was expected: files:desk-csv")
      .optional()
      .meta({
        description:
          "Only records that this source brought first: `key` of a source of `/v1/imports/courts`. Default: all",
        example: "files:desk-csv",
      }),
    edition: EditionId.optional().meta({
      description:
        "Only cases that this edition changed, as they stood before and after. Default: what is in force",
    }),
    against: EditionId.optional().meta({
      description: "The edition with which `edition` is compared. Default: the one before it",
    }),
    after: z
      .string()
      .max(140)
      .regex(/^\d+ [^\s<>"]+ \d+$/, "the `next` of the page before was expected")
      .optional()
      .meta({
        description: "`next` of the page before. Default: the first page",
        example: "2883 77GV0007-01-2025-000001-11 1",
      }),
  })
  .refine(({ week, court, edition }) => Boolean(week ?? court ?? edition), {
    path: ["week"],
    message: "give a week, a court or an edition: all cases at once are exported, not shown",
  })
  .refine(({ measure, court, edition }) => measure !== "records" || Boolean(court ?? edition), {
    path: ["court"],
    message: "records are told of a court or an edition: give one of them",
  })
  .refine(({ edition, against }) => Boolean(edition) || !against, {
    path: ["against"],
    message: "it says with what `edition` is compared: give that, too",
  })
  .refine(({ measure, sentence }) => measure !== "cases-received" || !sentence, {
    path: ["sentence"],
    message: "a case that is received has no sentence yet",
  });
export type BehindQuery = z.output<typeof BehindQuery>;

/** How a defendant's record stood from an edition on. */
export const RecordState = z.object({
  court_code: z.string().regex(COURT_CODE),
  case_number: z.string().regex(CASE_NUMBER),
  articles: z.array(z.string().regex(ARTICLE)),
  received_on: IsoDate.nullable(),
  decided_on: IsoDate.nullable(),
  outcome: z.enum([...OUTCOMES, "withdrawn"]),
  sentence: z.enum(SENTENCES),
  term_months: z.int().nullable(),
  service: z.enum(SERVICES),
  source_url: z.string().regex(CARD_URL).nullable(),
  removed_on: IsoDate.nullable(),
});
export type RecordState = z.infer<typeof RecordState>;

export const RECORD_FIELDS = [
  "court_code",
  "case_number",
  "articles",
  "received_on",
  "decided_on",
  "outcome",
  "sentence",
  "term_months",
  "service",
  "source_url",
  "removed_on",
] as const satisfies readonly (keyof RecordState)[];
export type RecordField = (typeof RECORD_FIELDS)[number];

/** What an edition did to a record. `ended`: it went on as another case's record, or the edition goes back to before it. */
export const RecordStep = z.object({
  edition: EditionId,
  published_at: Instant,
  kind: z.enum(EDITION_KINDS),
  did: z.enum(["brought", "changed", "ended"]),
  changed: z.array(z.object({ field: z.enum(RECORD_FIELDS), before: z.unknown(), after: z.unknown() })).meta({
    description: "Of a change, each field that became another; none where only its cards did",
  }),
});
export type RecordStep = z.infer<typeof RecordStep>;

/** One defendant's record behind a number. There is no field for a name. */
export const BehindCase = z
  .object({
    key: z.string().meta({ description: "The store's key for the case" }),
    defendant: z.int(),
    case_uid: z.string().regex(CASE_UID).nullable(),
    stands: RecordState.nullable().meta({
      description: "As it is in force, or as of `edition`; null: it isn't there any more",
    }),
    stood: RecordState.nullable().optional().meta({
      description: "With `edition`: as of the edition before; null: there was none",
    }),
    counts: z.object({ before: z.boolean().nullable(), after: z.boolean() }).meta({
      description: "Whether it counts in the number that was asked for; before: null without `edition`",
    }),
    editions: z
      .array(RecordStep)
      .meta({ description: "Which editions brought and changed it, the oldest first" }),
  })
  .meta({ id: "BehindCase" });
export type BehindCase = z.infer<typeof BehindCase>;

export const BehindBody = z.object({
  edition: EditionId.nullable().meta({
    description: "The edition as of which these are; null: none is published",
  }),
  against: EditionId.nullable().meta({ description: "The one compared with; null: none is" }),
  counted: z.int().meta({
    description:
      "How many count in all, on whatever page: convictions and records as defendants, cases received as cases",
  }),
  before: z.int().nullable().meta({ description: "The same as of `against`; null: nothing is compared" }),
  cases: z.array(BehindCase).meta({ description: "By case; the defendants of one beside each other" }),
  next: z.string().nullable().meta({ description: "`after` of the next page; null on the last" }),
});
export type BehindBody = z.infer<typeof BehindBody>;
