import { sha256Hex } from "./digest.ts";
import type { BuiltEdition, Edition, EditionContent, Publication, Records, Tallies } from "./edition.ts";
import { encodeTallies } from "./edition-body.ts";
import { findConflicts } from "./published/conflicts.ts";
import { deriveRates } from "./published/rates.ts";
import { correctionsBetween } from "./records/corrections.ts";
import { type Mark, marksOf } from "./records/marks.ts";
import { outlooksOf } from "./records/outlook.ts";
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
  const courts: Tallies | null = content && {
    convictions: buildTally(content.convictions),
    receipts: buildTally(content.receipts),
  };
  const records = content && courts && recordsOf(content, courts);
  const edition: Edition = {
    shape: 1,
    ...publication,
    sample,
    sha256: await sha256Hex(JSON.stringify({ figures, courts: courts && encodeTallies(courts) })),
    provenance,
    figures,
    rates: deriveRates(figures).rates,
    conflicts: findConflicts(figures),
    records,
    ...changesSince(previous, publication, records, content?.arrivals ?? null),
  };
  return { edition, courts };
}

function recordsOf(content: NonNullable<EditionContent["records"]>, courts: Tallies): Records {
  const newestWeek = weekIndex(content.readOn);
  return {
    convictions: withoutCourts(courts.convictions),
    receipts: withoutCourts(courts.receipts),
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
    changes: { edition: id, against: previous.id, published_at, changes },
    marks: marksOf({ id, published_at }, changes, marks, outlooks, newestWeek),
  };
}
