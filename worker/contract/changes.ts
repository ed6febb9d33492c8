import { z } from "zod";
import { Instant, IsoDate, NumberType } from "./common.ts";
import { CoveredDays } from "./covered-days.ts";
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
        "The shares of sentences and kinds of service that it changed, over all weeks. Missing in editions from before these were kept",
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

/** What an import does to the records, row by row. */
export const RowsDiff = z
  .object({
    same: z.int(),
    added: z.int(),
    changed: z.int(),
    vanished: z.int().meta({ description: "Known for these courts and days, but not in the file" }),
    convictions: z.int().meta({ description: "By how much the total of convictions changes" }),
    courts: z.array(CourtChange),
    recoded: z.int().optional().meta({
      description: "Defendants whose outcome, sentence or kind of service was known and would change",
    }),
    numbers_twice: z.array(NumberTwice).optional().meta({
      description: "New records whose number the court already has under another УИД; the first 50",
    }),
    implausible: z.array(CaseDates).optional().meta({
      description: "Records whose receipt and verdict lie implausibly far apart; the first 50",
    }),
  })
  .meta({ id: "RowsDiff" });
export type RowsDiff = z.infer<typeof RowsDiff>;

/** A record of a day that the counts don't speak of. */
export const UncoveredRecord = z.object({
  unit: z.enum(["convictions", "cases_received"]).meta({ description: "The unit in which it isn't counted" }),
  court: z.string(),
  case_number: z.string(),
  day: IsoDate,
});
export type UncoveredRecord = z.infer<typeof UncoveredRecord>;

const Covered = z.object({ convictions: z.array(CoveredDays), receipts: z.array(CoveredDays) });

/** What publishing would change: rows, weekly counts as readers get them, shares, courts. */
export const CasesDiff = RowsDiff.extend({
  changes: z.array(Change).meta({ description: "Weekly counts, as readers get them" }),
  shares: z.array(ShareChange).optional().meta({
    description: "Shares of sentences and kinds of service that would change, over all weeks",
  }),
  covered: z.object({ before: Covered.nullable(), after: Covered.nullable() }).optional().meta({
    description: "The days that the counts cover, and would cover; null: there are none, or nobody said",
  }),
  uncovered: z
    .object({
      records: z.int().meta({ description: "New and changed records of days outside these" }),
      named: z.array(UncoveredRecord).meta({ description: "The first 50" }),
    })
    .optional()
    .meta({ description: "They are kept, and count nowhere until an import covers their days" }),
}).meta({ id: "CasesDiff" });
export type CasesDiff = z.infer<typeof CasesDiff>;
