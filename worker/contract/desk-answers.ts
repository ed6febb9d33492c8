import { z } from "zod";
import { CasesDiff, RowsDiff } from "./changes.ts";
import { CountedChanges } from "./counted-changes.ts";
import { CourtCase } from "./court-case.ts";
import { CoveredDays } from "./covered-days.ts";
import { EDITION_KINDS, EditionAddition } from "./editions.ts";
import { Figure } from "./figure.ts";
import { HeadlineChange } from "./headline-change.ts";
import { Batch, FigureChange } from "./imports.ts";
import { Objection } from "./objection.ts";
import { Token } from "./tokens.ts";

/** What the desk's addresses answer. */

export const BatchBody = z.object({ batch: Batch });
export const BatchesBody = z.object({ batches: z.array(Batch).meta({ description: "Newest first" }) });

const HEADLINES = z.array(HeadlineChange).meta({
  description:
    "What readers would see in big type, before and after: first in the embed without parameters, for each span, then in all others whose headline changes",
});

export const PreviewBody = z.object({
  batch: Batch,
  figures: z.array(FigureChange),
  cases: CasesDiff.nullable(),
  guard: z.array(Objection).meta({ description: "Why publishing would be stopped; empty: it wouldn't" }),
  headlines: HEADLINES,
});

export const FiguresCheck = z.object({
  figures: z.array(FigureChange),
  guard: z.array(Objection),
  headlines: HEADLINES,
});
export const CasesCheck = z.object({
  diff: RowsDiff,
  counted: CountedChanges,
  matched: z.int().meta({ description: "Records in force within these days that are in the part again" }),
});
export const WholeCheck = z.object({ diff: CasesDiff, guard: z.array(Objection), headlines: HEADLINES });

/** An edition as the desk knows it: who published it, and against which objection. */
export const PublishedEdition = z
  .object({
    sequence: z.int(),
    id: z.string(),
    published_at: z.iso.datetime(),
    published_by: z.string().meta({
      description: "Label of the token, or a pseudonym by Cloudflare Access; not a person's name",
    }),
    kind: z.enum(EDITION_KINDS),
    batch_id: z.string().nullable(),
    reverts_to: z.int().nullable().meta({ description: "Sequence of the edition whose state it is" }),
    ledger_id: z.string().nullable(),
    read_on: z.iso.date().nullable().meta({ description: "When the courts' sites were read" }),
    note: z.string(),
    additions: z.array(EditionAddition).optional().meta({ description: "What was said of it later" }),
    override_reason: z.string().nullable().meta({
      description: "Why it was published despite the check's objections; null: there were none",
    }),
    covers: z
      .object({ days: z.array(CoveredDays), unstated: z.boolean() })
      .optional()
      .meta({
        description: "The days for which the source was read, as the imports up to this edition stated them",
      }),
  })
  .meta({ id: "PublishedEdition" });
export type PublishedEdition = z.infer<typeof PublishedEdition>;

const Delivered = z.boolean().meta({
  description:
    "Whether the newest edition has reached readers; false: it is published and on its way, and nothing needs to be done",
});

export const PublishedBody = z.object({ edition: PublishedEdition, delivered: Delivered });
export const PublishedEditionsBody = z.object({
  delivered: Delivered,
  editions: z.array(PublishedEdition).meta({ description: "Newest first; the last 500" }),
});

/** How two editions differ, as a review tells it of one that isn't published yet. */
export const DifferenceBody = z.object({
  from: z.string(),
  to: z.string(),
  figures: z.array(FigureChange),
  cases: CasesDiff.nullable().meta({ description: "null: neither has records" }),
  headlines: HEADLINES,
});
export type DifferenceBody = z.infer<typeof DifferenceBody>;

export const AdditionBody = z.object({
  addition: EditionAddition.meta({ description: "As it stands, also where it had been said before" }),
  delivered: z.boolean().meta({ description: "Whether readers have it; false: it is on its way" }),
});

export const ExportBody = z.object({
  cases: z.array(CourtCase),
  next: z.int().nullable().meta({ description: "`after` of the next page; null on the last" }),
});

export const LedgerBody = z.object({
  edition: z
    .object({ id: z.string(), sequence: z.int() })
    .nullable()
    .meta({ description: "The edition in force; null before the first" }),
  next_id: z.string().meta({
    description: "An id that no published figure ever had, withdrawn ones included",
    example: "f132",
  }),
  figures: z.array(Figure).meta({ description: "In the ledger's order, which is part of its meaning" }),
});
export type LedgerBody = z.infer<typeof LedgerBody>;

export const TokensBody = z.object({ tokens: z.array(Token) });

export const TokenSecret = z.object({
  id: z.string(),
  secret: z.string().meta({ description: "Shown only this once, and not stored here" }),
  expires_at: z.iso.datetime(),
});

export const RedactedBody = z.object({
  editions: z.array(z.string()).meta({ description: "Ids of the editions that held a name" }),
});

export const StagedWithdrawalBody = BatchBody.extend({
  records: z.int().meta({ description: "Defendants' records that it touches" }),
});

export const WithdrawnBody = PublishedBody.extend({
  records: z.int().meta({ description: "Defendants' records that were withdrawn or put back" }),
});
