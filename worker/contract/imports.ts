import { z } from "zod";
import { PART_MAX_CASES } from "../config.ts";
import { CasesDiff } from "./changes.ts";
import { IsoDate } from "./common.ts";
import { CourtCase } from "./court-case.ts";
import { Figure } from "./figure.ts";

export const BATCH_KINDS = ["ledger", "cases"] as const;

/**
 * Whether a record's absence from the file means that it is gone from the courts' sites. `auto`: only where the
 * file holds at least half of what is known of its courts and days; else it is read as an addition.
 */
export const BATCH_MODES = ["auto", "complete", "partial"] as const;
export type BatchMode = (typeof BATCH_MODES)[number];

/** Where a batch came from: said by the desk's parser, kept with the edition. Holds no row of the file. */
export const FileProvenance = z.strictObject({
  file: z.string().max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  format: z.string().max(40),
  rows: z.int().nonnegative(),
  taken: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  kept_out: z.record(z.string().max(60), z.int().nonnegative()),
  warnings: z.array(z.string().max(500)).max(50),
});
export type FileProvenance = z.infer<typeof FileProvenance>;

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
  })
  .meta({ id: "Batch" });
export type Batch = z.infer<typeof Batch>;

export const LedgerPart = z.strictObject({ figures: z.array(Figure).max(4_000) });
export const CasesPart = z.strictObject({ cases: z.array(CourtCase).max(PART_MAX_CASES) });

export const FIGURE_CHANGES = ["added", "removed", "changed"] as const;

/** What publishing a ledger would do to one figure. */
export const FigureChange = z.object({
  figure: z.string(),
  change: z.enum(FIGURE_CHANGES),
  fields: z.array(z.string()).meta({ description: "Names of the fields that differ" }),
});
export type FigureChange = z.infer<typeof FigureChange>;

/** The first and the last day of all cases of a check, of the verdict, else of the receipt. */
export const CheckDays = z.strictObject({ first: IsoDate, last: IsoDate });

/** What a check sends once all its parts have been compared. */
export const CheckRequest = z.strictObject({
  mode: z.enum(BATCH_MODES),
  diff: CasesDiff,
  matched: z.int().nonnegative().meta({ description: "The parts' `matched`, added up" }),
  courts: z.array(z.string().max(20)).max(500),
  first: IsoDate,
  last: IsoDate,
});
export type CheckRequest = z.infer<typeof CheckRequest>;

export const PublishRequest = z.strictObject({
  note: z.string().max(1_000).default(""),
  override: z.string().min(10).max(1_000).optional().meta({
    description: "Why the guard's reasons don't hold this time; recorded with the edition",
  }),
});

export const RevertRequest = z.strictObject({
  edition: z.string().max(20).meta({ description: "Id of the edition whose state is published again" }),
  note: z.string().min(10).max(1_000).meta({ description: "Why; recorded with the new edition" }),
});
