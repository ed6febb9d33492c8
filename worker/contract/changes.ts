import { z } from "zod";
import { Instant, IsoDate, NumberType } from "./common.ts";
import { ShareChange } from "./share-change.ts";

/** A week's count before and after, in what it counts. */
export const Change = z.object({
  week: z.string().meta({ description: "ISO week", example: "2025-W20" }),
  type: NumberType,
  before: z.int(),
  after: z.int(),
});
export type Change = z.infer<typeof Change>;

/** Why a count changed. `late`: records that came in; `corrected`: records that changed; `vanished`: records gone
 * from the courts' sites, which stay counted; `method`: another way of counting. */
export const CHANGE_CLASSES = ["late", "corrected", "vanished", "method"] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** A change between two editions. For `vanished`, before and after count the records flagged as removed. */
export const ClassedChange = Change.extend({ class: z.enum(CHANGE_CLASSES) });
export type ClassedChange = z.infer<typeof ClassedChange>;

/** What an edition changed in weeks that the edition before had already reported. */
export const EditionChanges = z
  .object({
    edition: z.string(),
    against: z.string().nullable(),
    published_at: Instant,
    changes: z.array(ClassedChange),
    shares: z.array(ShareChange).optional().meta({
      description:
        "Shares of sentences and kinds of service over all weeks that it changed. Missing in editions from before they were kept",
    }),
  })
  .meta({ id: "EditionChanges" });
export type EditionChanges = z.infer<typeof EditionChanges>;

/** What a batch does to the records of one court. */
export const CourtChange = z.object({
  court: z.string(),
  added: z.int(),
  changed: z.int(),
  vanished: z.int(),
});
export type CourtChange = z.infer<typeof CourtChange>;

/** A record whose dates need a person's eye. */
export const CaseDates = z.object({
  court: z.string(),
  case_number: z.string(),
  received_on: IsoDate,
  decided_on: IsoDate,
});
export type CaseDates = z.infer<typeof CaseDates>;

/** One court's number under two УИД: two cases, or one with a slip in one of them. */
export const NumberTwice = z.object({
  court: z.string(),
  case_number: z.string(),
  case_uid: z.string(),
  known_as: z.string(),
});
export type NumberTwice = z.infer<typeof NumberTwice>;

/** What publishing would change: rows, weekly counts, courts. */
export const CasesDiff = z
  .object({
    same: z.int(),
    added: z.int(),
    changed: z.int(),
    vanished: z.int().meta({ description: "Known, of these courts and days, and not in the file" }),
    convictions: z.int().meta({ description: "By how much the total of convictions changes" }),
    changes: z.array(Change),
    courts: z.array(CourtChange),
    shares: z.array(ShareChange).optional().meta({
      description: "Shares of sentences and kinds of service that would change, over all weeks",
    }),
    recoded: z.int().optional().meta({
      description: "Defendants whose outcome, sentence or kind of service was known and would be another one",
    }),
    numbers_twice: z.array(NumberTwice).optional().meta({
      description: "New records whose court knows their number under another УИД; the first 50",
    }),
    implausible: z.array(CaseDates).optional().meta({
      description:
        "Records whose receipt and verdict lie further apart than any that is plausible; the first 50",
    }),
  })
  .meta({ id: "CasesDiff" });
export type CasesDiff = z.infer<typeof CasesDiff>;
