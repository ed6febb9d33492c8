import { sha256Hex } from "./digest.ts";
import type { BuiltEdition, Edition, EditionContent, Publication, Records, Tallies } from "./edition.ts";
import { encodeTallies } from "./edition-body.ts";
import { findConflicts } from "./published/conflicts.ts";
import { deriveRates } from "./published/rates.ts";
import { correctionsBetween } from "./records/corrections.ts";
import { type Coverage, coverageOf, within } from "./records/coverage.ts";
import { type Mark, marksOf } from "./records/marks.ts";
import { outlooksOf } from "./records/outlook.ts";
import { codedIn, sharesBetween } from "./records/shares.ts";
import { buildTally, withoutCourts } from "./tally.ts";
import { weekIndex } from "./week-index.ts";

/**
 * Builds an edition. The same publication, content and predecessor always make the same bytes.
 * @param previous the edition before, which the changes are told against; null for the first
 */
export async function buildEdition(
  publication: Publication,
  { provenance, figures, records: content }: EditionContent,
  previous: Edition | null,
  sample: boolean,
): Promise<BuiltEdition> {
  const coverage = content && coverageOf(content, content.stated, content.readOn);
  const courts = content && coverage && talliesIn(content, coverage, "each");
  const records = content && coverage && recordsOf(content, coverage);
  const { rates, conflicts } = deriveRates(figures);
  const edition: Edition = {
    shape: 1,
    ...publication,
    sample,
    sha256: await sha256Hex(JSON.stringify({ figures, courts: courts && encodeTallies(courts) })),
    provenance,
    figures,
    rates,
    conflicts: findConflicts(figures, conflicts),
    records,
    ...changesSince(previous, publication, records, content?.arrivals ?? null),
  };
  return { edition, courts };
}

type Counted = NonNullable<EditionContent["records"]>;

/** The counts of the days that are covered: for each court its own, or those that were read of all courts. */
function talliesIn(content: Counted, coverage: Coverage, courts: "each" | "all"): Tallies {
  return {
    convictions: buildTally(within(content.convictions, coverage.convictions, courts)),
    receipts: buildTally(within(content.receipts, coverage.receipts, courts)),
  };
}

function recordsOf(content: Counted, coverage: Coverage): Records {
  const newestWeek = weekIndex(content.readOn);
  const courts = talliesIn(content, coverage, "all");
  return {
    convictions: withoutCourts(courts.convictions),
    receipts: withoutCourts(courts.receipts),
    coverage,
    counts: content.counts,
    outlooks: outlooksOf(content.delays, newestWeek),
    readOn: content.readOn,
    newestWeek,
  };
}

function changesSince(
  previous: Edition | null,
  { id, published_at }: Publication,
  records: Records | null,
  arrivals: NonNullable<EditionContent["records"]>["arrivals"],
): Pick<Edition, "changes" | "marks"> {
  const marks: readonly Mark[] = previous?.marks ?? [];
  if (!previous?.records || !records) return { changes: null, marks };
  const changes = correctionsBetween(previous.records, records, arrivals);
  const { outlooks, newestWeek } = previous.records;
  return {
    changes: {
      edition: id,
      against: previous.id,
      published_at,
      changes,
      shares: sharesBetween(codedIn(previous.records.convictions), codedIn(records.convictions)),
    },
    marks: marksOf({ id, published_at }, changes, marks, outlooks, newestWeek),
  };
}
