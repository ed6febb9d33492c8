import { z } from "zod";
import { EditionChanges } from "./changes.ts";
import { Articles, EditionRef, Instant, IsoDate } from "./common.ts";
import { CoveredDays } from "./covered-days.ts";
import { Figure } from "./figure.ts";
import { FileProvenance } from "./imports.ts";
import { EVIDENCES, SENTENCES, SERVICES } from "./terms.ts";

export const EditionId = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.[1-9]\d*$/)
  .meta({ description: "Moscow date and count within the day", example: "2025-06-30.1" });

/** The path of an address about one edition. */
export const EditionPath = z.strictObject({ id: EditionId });

export const EDITION_KINDS = ["ledger", "cases", "revert"] as const;

export const EditionCounts = z
  .object({
    figures: z.int().meta({ description: "Published figures in the ledger" }),
    cases: z.int().meta({ description: "Court cases" }),
    defendants: z.int(),
    convictions: z.int().meta({ description: "Defendants convicted, under any article" }),
    removed: z.int().meta({ description: "Records gone from the courts' sites; they stay counted" }),
  })
  .meta({ id: "EditionCounts" });

/** An edition in the list of all. */
export const EditionLine = z
  .object({
    id: EditionId,
    sequence: z.int().positive().meta({ description: "Editions are numbered from 1 without a gap" }),
    published_at: Instant,
    kind: z.enum(EDITION_KINDS).meta({
      description: "What was published: a ledger of figures, court cases, or an earlier state again",
    }),
    evidence: z.enum(EVIDENCES).meta({ description: "What its answers are made from by default" }),
    note: z.string().meta({ description: "The desk's own words" }),
    sha256: z.string().meta({
      description: "SHA-256 of its content, figures and weekly counts by court: equal content, equal hash",
    }),
    counts: EditionCounts,
    changes: z.int().meta({ description: "Weekly counts and shares that it changed; see /v1/corrections" }),
  })
  .meta({ id: "EditionLine" });
export type EditionLine = z.infer<typeof EditionLine>;

/** What was said of an edition after its publication: beside its own note, which stays as it is. */
export const EditionAddition = z
  .object({
    added_at: Instant,
    by: z.enum(["desk", "admin"]).meta({ description: "The role of whoever added it; never a person" }),
    text: z.string().meta({ description: "The desk's own words" }),
  })
  .meta({ id: "EditionAddition" });
export type EditionAddition = z.infer<typeof EditionAddition>;

const Additions = z.array(EditionAddition).meta({
  description: "What was said of it later, in that order. None is ever changed or taken away",
});

export const AdditionsBody = z.object({ edition: EditionRef, additions: Additions });

/** A line of the list with what came later; missing: nothing did. */
export const ToldEdition = EditionLine.extend({ additions: Additions.optional() }).meta({
  id: "ToldEdition",
});
export type ToldEdition = z.infer<typeof ToldEdition>;

export const EditionsBody = z.object({
  edition: EditionRef,
  editions: z.array(ToldEdition).meta({ description: "Newest first" }),
});

export const WeeklyCounts = z
  .object({
    start: IsoDate.nullable().meta({ description: "Monday of the first week; null: there are no counts" }),
    columns: z.array(
      z.object({
        articles: Articles.meta({
          description: "All the counted articles that such a case concerns",
        }),
        service: z.enum(SERVICES),
        services: z.array(z.enum(SERVICES)).optional().meta({
          description:
            "For cases received whose defendants had several kinds of service: all of these; the case counts under each",
        }),
        sentence: z.enum(SENTENCES),
        values: z.array(z.int().nonnegative()).meta({ description: "One for each week, from `start` on" }),
      }),
    ),
  })
  .meta({
    id: "WeeklyCounts",
    description: "Columns don't overlap: any query is answered by adding up those that match it",
  });
export type WeeklyCounts = z.infer<typeof WeeklyCounts>;

/** A file that came with an edition. */
export const Provenance = z
  .object({
    ...FileProvenance.omit({ warnings: true }).shape,
    file: z.string().meta({ description: "Made from format and hash; files' own names aren't kept" }),
  })
  .meta({ id: "Provenance" });
export type Provenance = z.infer<typeof Provenance>;

/** How the courts report, all together: courts and days, nothing of a case. */
const CourtsReporting = z
  .object({
    courts: z.int().meta({ description: "Courts with a record in this edition" }),
    rhythm: z.int().meta({
      description: "Of these, those whose records come often enough to know a rhythm",
    }),
    silent: z.int().meta({
      description:
        "Of these, those that have been silent for longer than nine in ten of their gaps, and than a week",
    }),
    newest: IsoDate.nullable().meta({
      description: "Day of the newest record of any court, to which silence is counted",
    }),
  })
  .meta({ id: "CourtsReporting", description: "Missing in editions from before this was kept" });

export const EditionBody = z.object({
  edition: EditionRef,
  ...EditionLine.omit({ id: true, published_at: true, evidence: true, changes: true }).shape,
  provenance: z.array(Provenance).meta({ description: "The files that came with this edition" }),
  figures: z.array(Figure),
  records: z
    .object({
      convictions: WeeklyCounts.meta({ description: "By week of the verdict" }),
      receipts: WeeklyCounts.meta({ description: "Cases received, by week of their receipt" }),
      coverage: z
        .object({ convictions: z.array(CoveredDays), receipts: z.array(CoveredDays) })
        .optional()
        .meta({
          description:
            "The days that the counts cover, as stated by the imports or, if they didn't say, as far as records lie close together. Missing in editions from before this was kept: there, from the first record to the last",
        }),
      reporting: CourtsReporting.optional(),
    })
    .nullable(),
  changes: EditionChanges.nullable().meta({
    description: "What it changed in weeks that the previous edition had reported; null: nothing to compare",
  }),
});
export type EditionBody = z.infer<typeof EditionBody>;

/** What an edition changed, in the list of corrections. */
export const EditionCorrections = EditionChanges.extend({
  changes_total: z.int().meta({
    description:
      "How many changes there are; a longer list is cut off here, and is complete at /v1/editions/{id}",
  }),
}).meta({ id: "EditionCorrections" });
export type EditionCorrections = z.infer<typeof EditionCorrections>;

/** The same with the desk's own words on it: of a withdrawal, its reason. */
export const ToldCorrections = EditionCorrections.extend({
  note: EditionLine.shape.note,
  additions: Additions.optional(),
}).meta({ id: "ToldCorrections" });
export type ToldCorrections = z.infer<typeof ToldCorrections>;

export const CorrectionsBody = z.object({
  edition: EditionRef,
  corrections: z.array(ToldCorrections).meta({
    description:
      "Newest first; the last 50 that changed anything, and all of which something was said later (`additions`)",
  }),
});
export type CorrectionsBody = z.infer<typeof CorrectionsBody>;
