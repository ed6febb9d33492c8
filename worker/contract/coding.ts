import { z } from "zod";
import { CLAIMS_AT_ONCE, CLAIMS_KEPT } from "../config.ts";
import { Instant, IsoDate } from "./common.ts";
import { ARTICLE, CARD_URL, CASE_NUMBER, CASE_UID, COURT_CODE } from "./court-case.ts";
import { BatchBody } from "./desk-answers.ts";
import { PeriodName } from "./period.ts";
import { CODING_ROUNDS, OUTCOMES, SENTENCES, SERVICES } from "./terms.ts";

/** What a verdict's text can make of a conviction on a court's list: that tells convictions and acquittals not apart. */
export const CODED_OUTCOMES = ["convicted", "acquitted", "dismissed", "medical"] as const;
export type CodedOutcome = (typeof CODED_OUTCOMES)[number];

/** Sentences that have a length. */
export const TERMED = ["suspended", "imprisonment", "disciplinary-unit", "restriction"] as const;

/** How a record is called: the store's key for the case, and the ordinal of the defendant. */
export const RecordName = z.strictObject({
  key: z
    .string()
    .max(100)
    .regex(/^[^\s<>"]+$/, "the key of a case, as a claim gives it, was expected")
    .meta({ description: "The store's key for the case", example: "77GV0007-01-2025-000001-11" }),
  defendant: z.int().min(1).max(500),
});
export type RecordName = z.infer<typeof RecordName>;

const ofOutcome = (one: { outcome: string; sentence: string; term_months: number | null }) =>
  one.outcome === "convicted" || (one.sentence === "unknown" && one.term_months === null);
const ofSentence = (one: { sentence: string; term_months: number | null }) =>
  one.term_months === null || TERMED.some((sentence) => sentence === one.sentence);

/** What somebody read in a verdict's text. Choices and a number: there is nowhere for free text. */
export const CodedValues = z
  .strictObject({
    outcome: z.enum(CODED_OUTCOMES),
    sentence: z.enum(SENTENCES).meta({ description: "unknown: the text doesn't say it" }),
    term_months: z
      .int()
      .min(1)
      .max(600)
      .nullable()
      .meta({ description: "null: none, or the text doesn't say it" }),
    service: z.enum(SERVICES).meta({ description: "unknown: the text doesn't say it" }),
  })
  .refine(ofOutcome, { path: ["sentence"], message: "only a conviction has a sentence and a term" })
  .refine(ofSentence, { path: ["term_months"], message: `a term belongs to ${TERMED.join(", ")}` })
  .meta({ id: "CodedValues" });
export type CodedValues = z.infer<typeof CodedValues>;

/** How a record stands, whoever wrote it. `withdrawn`: it was taken out. */
export const StandingCoding = z.strictObject({
  outcome: z.enum([...OUTCOMES, "withdrawn"]),
  sentence: z.enum(SENTENCES),
  term_months: z.int().min(0).max(600).nullable(),
  service: z.enum(SERVICES),
});
export type StandingCoding = z.infer<typeof StandingCoding>;

/** A record as a coder has it before them. */
export const CodingCase = RecordName.extend({
  round: z.enum(CODING_ROUNDS),
  case_uid: z.string().regex(CASE_UID).nullable(),
  case_number: z.string().regex(CASE_NUMBER),
  court_code: z.string().regex(COURT_CODE),
  articles: z.array(z.string().regex(ARTICLE)),
  received_on: IsoDate.nullable(),
  decided_on: IsoDate.nullable(),
  source_url: z.string().regex(CARD_URL).nullable(),
  stands: StandingCoding.nullable().meta({
    description: "How the record is coded; null in the second round, which is blind",
  }),
  others: z
    .array(CodedValues)
    .optional()
    .meta({ description: "In the third round: what the first and the second coder read" }),
}).meta({ id: "CodingCase" });
export type CodingCase = z.infer<typeof CodingCase>;

const Desk = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .meta({
    description: "Which of the coder's windows: 16 random hex digits of its own",
    example: "1f0c5a9e3b7d2468",
  });

export const ClaimRequest = z.strictObject({
  desk: Desk,
  round: z.enum(CODING_ROUNDS).default("first"),
  court: z.string().regex(COURT_CODE).optional(),
  week: z
    .string()
    .regex(/^\d{4}-W\d{2}$/, "an ISO week was expected: 2025-W20")
    .pipe(PeriodName)
    .optional(),
  count: z.int().min(0).max(CLAIMS_AT_ONCE).default(5).meta({
    description: "How many records to have before one; 0: renew what is there",
  }),
});
export type ClaimRequest = z.infer<typeof ClaimRequest>;

export const ClaimsBody = z.object({
  until: Instant.meta({ description: "Until then nobody else gets them; asking again renews it" }),
  cases: z.array(CodingCase).meta({ description: "In the order of the queue: newest verdict first" }),
});
export type ClaimsBody = z.infer<typeof ClaimsBody>;

export const ReleaseRequest = z.strictObject({
  desk: Desk,
  until: Instant.optional().meta({
    description: "Only claims that end no later: what was claimed or renewed since then stays",
  }),
  keep: z.array(RecordName).max(CLAIMS_KEPT).default([]).meta({
    description: "Records that stay claimed, since what was read in them is still on its way",
  }),
});
export type ReleaseRequest = z.infer<typeof ReleaseRequest>;

export const CodingRequest = RecordName.extend({
  round: z.enum(CODING_ROUNDS),
  desk: Desk,
  text: z
    .enum(["read", "missing"])
    .meta({ description: "missing: no text is published; the case comes back later" }),
  values: CodedValues.nullable().meta({ description: "null exactly where no text was found" }),
  seen: StandingCoding.nullable().meta({ description: "`stands` of the claim: what is coded over it" }),
}).refine(({ text, values }) => (text === "read") === (values !== null), {
  path: ["values"],
  message: "values belong to a text that was read, and to no other",
});
export type CodingRequest = z.infer<typeof CodingRequest>;

/** Why a draft isn't staged before somebody looks at it. */
export const DRAFT_PROBLEMS = ["changed", "gone"] as const;

/** What a coder has done that no edition has yet. */
export const DraftCoding = CodingCase.extend({
  values: CodedValues,
  coded_at: Instant,
  problem: z.enum(DRAFT_PROBLEMS).nullable().meta({
    description:
      "changed: the record was coded otherwise, or withdrawn, after the coder saw it; gone: it isn't there any more",
  }),
}).meta({ id: "DraftCoding" });
export type DraftCoding = z.infer<typeof DraftCoding>;

export const CodedBody = z.object({
  round: z.enum(CODING_ROUNDS).meta({
    description:
      "The round that it went into: where another coder was first after a claim had expired, it is the second coding",
  }),
});

/** Why a coding isn't kept, or isn't taken back: `code` of the problem's only error. */
export const CODING_REFUSALS = [
  "own-otherwise",
  "coded-by-others",
  "code-same-moment",
  "drafts-full",
  "published",
] as const;
export type CodingRefusal = (typeof CODING_REFUSALS)[number];

export type CodedBody = z.infer<typeof CodedBody>;

export const UndoRequest = RecordName.extend({ round: z.enum(CODING_ROUNDS), desk: Desk });
export type UndoRequest = z.infer<typeof UndoRequest>;
export const UndoneBody = z.object({
  case: CodingCase.nullable().meta({ description: "The record, claimed again; null: somebody else has it" }),
});

const Left = z.int().meta({ description: "Convictions of which something isn't coded" });

export const CodingBody = z.object({
  left: Left,
  second: z.int().meta({ description: "Drawn records that somebody else coded, and nobody a second time" }),
  third: z.int().meta({ description: "Records of which two coders read different things" }),
  courts: z.array(z.object({ court: z.string(), left: Left })),
  weeks: z
    .array(z.object({ week: z.string(), left: Left }))
    .meta({ description: "The newest 60 that have any" }),
  drafts: z.array(DraftCoding).meta({ description: "One's own, the newest first" }),
});
export type CodingBody = z.infer<typeof CodingBody>;

export const StagedCodingBody = BatchBody.extend({
  records: z.int().meta({ description: "Defendants' records that it changes" }),
  left: z.array(RecordName.extend({ problem: z.enum(DRAFT_PROBLEMS) })).meta({
    description: "Drafts that aren't in it, each with why; they stay drafts",
  }),
});
export type StagedCodingBody = z.infer<typeof StagedCodingBody>;
