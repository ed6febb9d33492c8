import type { NumberType, Period } from "../../contract/common.ts";
import type { Conflict, Figure } from "../../contract/figure.ts";
import { UNITS, type Unit } from "../../contract/terms.ts";
import { moscowDate, weekName, weekOf } from "../calendar.ts";
import type { CodingAgreement } from "../coding/agreement.ts";
import type { Edition } from "../edition.ts";
import type { RecordCounts } from "../records/counts.ts";
import type { CourtReporting } from "../records/court-reporting.ts";
import { type KnownSentences, knownSentences, type PublishedShare, publishedShare } from "./known-shares.ts";
import { mainNumber } from "./main-number.ts";
import { type MeasuredDelay, measuredDelay } from "./measured-delay.ts";
import { type WorkedExample, workedExample } from "./worked-example.ts";

/** A conflict with the figures themselves. */
export interface Dispute {
  kind: Conflict["kind"];
  figures: readonly Figure[];
}

/** What an edition says of itself where its method is explained: found in it, never written down. */
export interface EditionFacts {
  id: string;
  sha256: string;
  /** Date in Moscow. */
  publishedOn: string;
  /** What the number counts that readers are given who ask for nothing in particular. */
  main: NumberType;
  /** The ISO week of that date, by name and by its dates. */
  week: { name: string; period: Period };
  figures: {
    count: number;
    /** Pages on which they were printed. */
    pages: number;
    /** From the first day to the last that any figure is about; null where there are no figures. */
    period: Period | null;
    byUnit: Readonly<Record<Unit, number>>;
  };
  rates: number;
  example: WorkedExample | null;
  disputes: readonly Dispute[];
  share: PublishedShare | null;
  /** Null while no records were imported. */
  records:
    | (RecordCounts & {
        /** Date to which the courts' sites had been read. */
        readOn: string;
        sentences: KnownSentences;
        /** How far two coders of the same verdicts agree; null: nobody has coded one twice. */
        agreement: CodingAgreement | null;
        delay: MeasuredDelay | null;
        /** How the courts report; null in an edition from before it was kept. */
        reporting: CourtReporting | null;
      })
    | null;
  /** Weeks of which this edition counts otherwise than the one before; null where there is none to compare. */
  changed: { against: string; weeks: number } | null;
  /** Final weeks that readers are told a correction of. */
  marked: number;
}

export function editionFacts(edition: Edition): EditionFacts {
  const { id, sha256, figures, rates, records, marks } = edition;
  const publishedOn = moscowDate(Date.parse(edition.published_at));
  return {
    id,
    sha256,
    publishedOn,
    main: mainNumber(edition, publishedOn),
    week: { name: weekName(publishedOn), period: weekOf(publishedOn) },
    figures: {
      count: figures.length,
      pages: new Set(figures.map(({ source_url }) => source_url)).size,
      period: periodOf(figures),
      byUnit: countByUnit(figures),
    },
    rates: rates.length,
    example: workedExample(figures, rates),
    disputes: disputesOf(edition),
    share: publishedShare(figures),
    records: records && {
      ...records.counts,
      readOn: records.readOn,
      sentences: knownSentences(records),
      agreement: records.agreement ?? null,
      delay: measuredDelay(records.outlooks),
      reporting: records.reporting ?? null,
    },
    changed: changedWeeks(edition),
    marked: new Set(marks.map(({ period }) => period.start)).size,
  };
}

function periodOf(figures: readonly Figure[]): Period | null {
  const starts = figures.map(({ period }) => period.start).sort();
  const ends = figures.map(({ period }) => period.end).sort();
  const [start, end] = [starts[0], ends.at(-1)];
  return start && end ? { start, end } : null;
}

function countByUnit(figures: readonly Figure[]): Record<Unit, number> {
  const count = (unit: Unit) => figures.filter((figure) => figure.unit === unit).length;
  return Object.fromEntries(UNITS.map((unit) => [unit, count(unit)])) as Record<Unit, number>;
}

function disputesOf({ figures, conflicts }: Edition): Dispute[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return conflicts.map(({ kind, figures: ids }) => ({
    kind,
    figures: ids.map((id) => byId.get(id)).filter((figure) => figure !== undefined),
  }));
}

function changedWeeks({ changes }: Edition): EditionFacts["changed"] {
  if (!changes?.against) return null;
  const counted = changes.changes.filter((change) => change.class !== "vanished");
  return { against: changes.against, weeks: new Set(counted.map(({ week }) => week)).size };
}
