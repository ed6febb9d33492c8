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
import { tellKinds, withoutKinds } from "./records/told-kinds.ts";
import { buildTally, type Tally } from "./tally.ts";
import { weekIndex } from "./week-index.ts";

/**
 * Builds an edition. The same publication, content and predecessor always make the same bytes.
 * @param previous the edition before, which the changes are told against; null for the first
 */
export async function buildEdition(
  publication: Publication,
  { provenance, figures, records: content }: EditionContent,
  previous: BuiltEdition | null,
  sample: boolean,
): Promise<BuiltEdition> {
  const coverage = content && coverageOf(content, content.stated, content.readOn);
  const counted = content && coverage && talliesIn(content, coverage, "each");
  // Only days that were read of some courts part the two.
  const together = counted && (isOfAllCourts(coverage) ? counted : talliesIn(content, coverage, "all"));
  const told = together && toldOf(together, previous);
  const records = content && coverage && told && recordsOf(content, coverage, told.records);
  const { rates, conflicts } = deriveRates(figures);
  const edition: Edition = {
    shape: 1,
    ...publication,
    sample,
    sha256: await sha256Hex(JSON.stringify({ figures, courts: counted && encodeTallies(counted) })),
    provenance,
    figures,
    rates,
    conflicts: findConflicts(figures, conflicts),
    records,
    ...changesSince(previous?.edition ?? null, publication, records, content?.arrivals ?? null),
  };
  return { edition, courts: counted && told && { ...mapped(counted, withoutKinds), told: told.courts } };
}

/** What readers may be told of the sentences and kinds of service, after what they were told before. */
function toldOf(counted: Tallies, previous: BuiltEdition | null): { records: Tallies; courts: Tallies } {
  const tell = (unit: keyof Tallies) => {
    const [all, courts] = [previous?.edition.records?.[unit], previous?.courts?.told?.[unit]];
    return tellKinds(counted[unit], all && courts ? { all, courts } : null);
  };
  const [convictions, receipts] = [tell("convictions"), tell("receipts")];
  return {
    records: { convictions: convictions.all, receipts: receipts.all },
    courts: { convictions: convictions.courts, receipts: receipts.courts },
  };
}

function mapped({ convictions, receipts }: Tallies, change: (tally: Tally) => Tally): Tallies {
  return { convictions: change(convictions), receipts: change(receipts) };
}

type Counted = NonNullable<EditionContent["records"]>;

/** The counts of the days that are covered: for each court its own, or those that were read of all courts. */
function talliesIn(content: Counted, coverage: Coverage, courts: "each" | "all"): Tallies {
  return {
    convictions: buildTally(within(content.convictions, coverage.convictions, courts)),
    receipts: buildTally(within(content.receipts, coverage.receipts, courts)),
  };
}

function isOfAllCourts({ convictions, receipts }: Coverage): boolean {
  return [...convictions, ...receipts].every(({ courts }) => courts === null);
}

function recordsOf(content: Counted, coverage: Coverage, told: Tallies): Records {
  const newestWeek = weekIndex(content.readOn);
  return {
    ...told,
    told: true,
    coverage,
    ...(content.agreement && { agreement: content.agreement }),
    ...(content.reporting && { reporting: content.reporting }),
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
      shares: sharesBetween(
        codedIn(previous.records.convictions.columns),
        codedIn(records.convictions.columns),
      ),
    },
    marks: marksOf({ id, published_at }, changes, marks, outlooks, newestWeek),
  };
}
