import { z } from "zod";
import { PART_MAX_CASES } from "../config.ts";
import { RowsDiff } from "./changes.ts";
import { IsoDate } from "./common.ts";
import { CountedChanges } from "./counted-changes.ts";
import { CASE_NUMBER, CASE_UID, COURT_CODE, CourtCase } from "./court-case.ts";
import { CoveredDays } from "./covered-days.ts";
import { Figure } from "./figure.ts";
import { plainText } from "./plain-text.ts";
import { LANGS } from "./terms.ts";

export const BATCH_KINDS = ["ledger", "cases"] as const;

/**
 * Whether a record's absence from the file means that it is gone from the courts' sites. `auto`: only where the
 * file holds at least half of what is known of its courts and days; else it is read as an addition.
 */
export const BATCH_MODES = ["auto", "complete", "partial"] as const;
export type BatchMode = (typeof BATCH_MODES)[number];

/** Where a batch came from: said by the desk's parser, kept with the edition. Holds no row of the file. */
export const FileProvenance = z.strictObject({
  file: plainText(200).optional().meta({
    description:
      "Made from format and hash. What a person called the file is dropped: a file's name may hold a person's",
  }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  format: z.string().regex(/^[a-z0-9-]{1,40}$/),
  rows: z.int().nonnegative(),
  taken: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  kept_out: z.record(z.string().regex(/^[a-z0-9-]{1,60}$/), z.int().nonnegative()),
  warnings: z.array(plainText(500)).max(50),
});
export type FileProvenance = z.infer<typeof FileProvenance>;

const COVERS = z.array(CoveredDays).min(1).max(100).optional().meta({
  description:
    "The courts and days for which the source was read for these files. Default: as far as records lie close together",
});

/** The request that opens a batch, or finds it again after a broken upload. */
export const BatchRequest = z.strictObject({
  kind: z.enum(BATCH_KINDS),
  content: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: "SHA-256 of what the batch holds" }),
  parts: z.int().min(1).max(10_000),
  mode: z.enum(BATCH_MODES).default("auto"),
  read_on: IsoDate.optional().meta({
    description: "Moscow date on which the courts' sites were read for these files; default: today",
  }),
  provenance: z.array(FileProvenance).min(1).max(500),
  covers: COVERS,
  base: z.string().max(20).optional().meta({
    description:
      "Id of the edition that it was made from, as a ledger that was edited is; refused if another is in force. Default: not asked",
    example: "2025-06-30.1",
  }),
});
export type BatchRequest = z.output<typeof BatchRequest>;

export const Batch = z
  .object({
    id: z.string(),
    kind: z.enum(BATCH_KINDS),
    state: z.enum(["open", "sealed", "published", "discarded"]),
    created_at: z.iso.datetime(),
    created_by: z.string(),
    base: z.int().meta({ description: "Sequence of the edition that it was compared with" }),
    mode: z.enum(BATCH_MODES),
    read_on: IsoDate,
    parts: z.int(),
    received: z.array(z.int()).meta({ description: "Numbers of the parts that have arrived, from 0" }),
    provenance: z.array(FileProvenance),
    covers: z.array(CoveredDays).optional().meta({ description: "Missing where the import didn't say" }),
  })
  .meta({ id: "Batch" });
export type Batch = z.infer<typeof Batch>;

export const LedgerPart = z.strictObject({ figures: z.array(Figure).max(4_000) });
export const CasesPart = z.strictObject({ cases: z.array(CourtCase).max(PART_MAX_CASES) });

export { FIGURE_CHANGES, FigureChange } from "./figure-change.ts";

/** The first and the last day of all cases of a check, of the verdict, else of the receipt. */
export const CheckDays = z.strictObject({
  first: IsoDate,
  last: IsoDate,
  read_on: IsoDate.optional().meta({
    description: "Moscow date on which the courts' sites were read for these files. Default: today",
    example: "2026-11-20",
  }),
});

/** What a check sends once all its parts have been compared. */
export const CheckRequest = z.strictObject({
  mode: z.enum(BATCH_MODES),
  diff: RowsDiff.meta({ description: "The parts' `diff`, added up" }),
  matched: z.int().nonnegative().meta({ description: "The parts' `matched`, added up" }),
  counted: CountedChanges.meta({ description: "The parts' `counted`, added up" }),
  covers: COVERS,
  courts: z.array(z.string().max(20)).max(500),
  first: IsoDate,
  last: IsoDate,
  read_on: IsoDate.optional().meta({
    description: "Moscow date on which the courts' sites were read for these files; default: today",
  }),
});
export type CheckRequest = z.infer<typeof CheckRequest>;

/** What is told whose reason is a shrug. */
const WHY = "Say why, in at least 10 characters: it is kept, and others will read it.";

export const PublishRequest = z.strictObject({
  note: plainText(1_000).default(""),
  override: plainText(1_000).min(10, WHY).optional().meta({
    description: "Why to publish despite the check's objections; recorded with the edition",
  }),
});

/** Of which two editions the difference is asked for. */
export const DifferenceQuery = z.strictObject({
  from: z.string().max(20).meta({ description: "Id of an edition", example: "2025-06-30.1" }),
  to: z.string().max(20).meta({ description: "Id of another, later or earlier", example: "2025-07-01.1" }),
  lang: z.enum(LANGS).optional().meta({ description: "Language of the words in large type. Default: en" }),
});

export const AdditionRequest = z.strictObject({
  text: plainText(1_000)
    .trim()
    .min(10, "Say it in at least 10 characters: it stands beside the edition's note for ever.")
    .meta({
      description:
        "Published beside the edition's own note, and never changed or taken away. It must not contain a name",
    }),
});

export const RevertRequest = z.strictObject({
  edition: z.string().max(20).meta({ description: "Id of the edition whose state is published again" }),
  note: plainText(1_000).min(10, WHY).meta({ description: "Why; recorded with the new edition" }),
});

/** Which record was never what it says: by its УИД, or by court and number. */
export const WithdrawRequest = z
  .strictObject({
    case_uid: z.string().regex(CASE_UID).optional(),
    court_code: z.string().regex(COURT_CODE).optional(),
    case_number: z.string().regex(CASE_NUMBER).optional(),
    defendant: z
      .int()
      .min(1)
      .max(500)
      .optional()
      .meta({ description: "Default: all defendants of the case" }),
    restore: z.boolean().optional().meta({ description: "Puts a withdrawn record back" }),
    reason: plainText(1_000).min(10, WHY).meta({
      description: "The reason; published as the edition's note, and recorded. It must not contain a name",
    }),
  })
  .refine(
    (one) => one.case_uid !== undefined || (one.court_code !== undefined && one.case_number !== undefined),
    {
      path: ["case_uid"],
      message: "a record is named by its УИД, or by court_code and case_number",
    },
  );
export type WithdrawRequest = z.infer<typeof WithdrawRequest>;
