import type { EditionChanges } from "../contract/changes.ts";
import type { Provenance } from "../contract/editions.ts";
import type { Conflict, Figure, Rate } from "../contract/figure.ts";
import type { Offence } from "../contract/terms.ts";
import { moscowDate } from "./calendar.ts";
import type { CodingAgreement } from "./coding/agreement.ts";
import type { ArrivalCounts, DelayCount, RecordCounts } from "./records/counts.ts";
import type { CourtReporting } from "./records/court-reporting.ts";
import type { Coverage, StatedDays } from "./records/coverage.ts";
import type { Mark } from "./records/marks.ts";
import type { Outlook } from "./records/outlook.ts";
import type { CountedCases, Tally } from "./tally.ts";

/** What D1 holds of one publication. */
export interface Publication {
  sequence: number;
  id: string;
  published_at: string;
  kind: "ledger" | "cases" | "revert";
  note: string;
}

/** What an edition is built from: all that D1 holds for it. `records` is null while none were imported. */
export interface EditionContent {
  /** The files that came with it. */
  provenance: readonly Provenance[];
  figures: readonly Figure[];
  records: {
    convictions: readonly CountedCases[];
    receipts: readonly CountedCases[];
    delays: readonly DelayCount[];
    counts: RecordCounts;
    /** What came in with this edition; null where it goes back to an earlier state. */
    arrivals: ArrivalCounts | null;
    /** Moscow date on which the courts' sites were last read. */
    readOn: string;
    /** What the imports said of the days that their source was read for. */
    stated: StatedDays;
    /** How far those agree who coded the same verdicts; null: nobody did. */
    agreement?: CodingAgreement | null;
    /** How the courts report, all together. */
    reporting?: CourtReporting;
  } | null;
}

export interface Tallies<Form = Tally> {
  convictions: Form;
  receipts: Form;
}

export interface Records<Form = Tally> extends Tallies<Form> {
  counts: RecordCounts;
  /** How much of the recent weeks is in, by offence group, as of the day on which the sites were last read. */
  outlooks: Readonly<Record<Offence, Outlook>>;
  /** Moscow date on which the courts' sites were last read. */
  readOn: string;
  /** The week of that day, of age 0 in the outlooks. */
  newestWeek: number;
  /** What could tell of a single case was taken out of the counts, see `told-kinds`. */
  told?: true;
  /** The records were read again since the edition was published, with nothing new: see `records/reading`. */
  again?: true;
  /** How far those agree who coded the same verdicts. Missing where nobody did. */
  agreement?: CodingAgreement;
  /** How the courts report, all together. Missing in editions from before it was kept. */
  reporting?: CourtReporting;
  /** Of which days the counts speak. Missing in editions from before it was kept: `coveredBy` reads it off the counts. */
  coverage?: Coverage;
}

/** Everything that answers are made of. Immutable under its id; grows with weeks, not with cases. */
export interface Edition<Form = Tally> extends Publication {
  /** Version of this shape, so that a newer Worker never misreads an older body. */
  shape: 1;
  sample: boolean;
  /** SHA-256 of the content: two editions with the same hash say the same. */
  sha256: string;
  provenance: readonly Provenance[];
  figures: readonly Figure[];
  rates: readonly Rate[];
  conflicts: readonly Conflict[];
  /** Weekly counts without the courts; those are in the edition's second body. */
  records: Records<Form> | null;
  /** What it says differently of weeks that the edition before had reported; null for the first with records. */
  changes: EditionChanges | null;
  /** Corrections of final weeks that readers are told of, newest first. */
  marks: readonly Mark[];
}

/** Counts by court, of which neither sentence nor kind of service is told; and how they stood when these were last told. */
export interface CourtTallies<Form = Tally> extends Tallies<Form> {
  told?: Tallies<Form>;
}

/** The two bodies of an edition: what nearly every question needs, and the counts by court. */
export interface BuiltEdition {
  edition: Edition;
  courts: CourtTallies | null;
}

/**
 * The id after `previous` for a publication at `now` (ms): the Moscow date and the count within it. Where a clock was
 * ahead and is set back, ids go on from the later date, so that none comes twice.
 */
export function nextEditionId(previous: string | null, now: number): string {
  const today = moscowDate(now);
  const [date, count] = previous?.split(".") ?? [];
  return date !== undefined && date >= today ? `${date}.${Number(count) + 1}` : `${today}.1`;
}
