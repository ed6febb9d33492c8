import type { CasesDiff } from "../contract/changes.ts";
import type { HeadlineChange, PublicHeadline } from "../contract/headline-change.ts";
import { type Evidence, MEASURES, OFFENCES, type Offence } from "../contract/terms.ts";
import type { Edition, Records } from "../domain/edition.ts";
import { shownOf } from "../domain/headline.ts";
import { OFFENCE_ARTICLES } from "../domain/offence.ts";
import { publishedSummary } from "../domain/published/summary.ts";
import { COUNTED_UNITS, type MEASURE_UNIT, type questionOf, spanQuestionOf } from "../domain/question.ts";
import { outlooksOf } from "../domain/records/outlook.ts";
import { recordsSummary } from "../domain/records/summary.ts";
import { buildTally, countWeeks, type Tally } from "../domain/tally.ts";
import { indexOfWeekName, weekIndex } from "../domain/week-index.ts";

/** What answers readers: figures, and the records that a question about an offence is answered from. */
export interface Answering extends Pick<Edition, "figures" | "rates"> {
  recordsFor(offence: Offence | undefined): Records | null;
}

export function answeringOf(edition: Edition): Answering {
  return { ...edition, recordsFor: () => edition.records };
}

/**
 * The headlines of all kinds of embed that a publication would change, and first, changed or not, of the one that
 * names nothing: by the same functions that answer readers.
 * @param today Moscow date
 */
export function headlinesBetween(
  before: Answering | null,
  after: Answering,
  today: string,
): HeadlineChange[] {
  const all = embeds().map(({ query, filters }): HeadlineChange => {
    return {
      query,
      before: before && headlineOf(before, filters, today),
      after: headlineOf(after, filters, today),
    };
  });
  return all.filter((one, place) => place === 0 || JSON.stringify(one.before) !== JSON.stringify(one.after));
}

/**
 * What would answer once a diff is published, before any of it is staged: the weekly counts that it names, over those
 * of the edition in force.
 * @param readOn Moscow date on which the courts' sites were read for it
 */
export function answeringAfter(current: Edition | null, diff: CasesDiff, readOn: string): Answering {
  const known = current?.records ?? null;
  const day = known && known.readOn > readOn ? known.readOn : readOn;
  const recordsFor = (offence: Offence = "desertion"): Records | null => {
    const tallies = {
      convictions: changed(known?.convictions ?? null, "convictions", offence, diff),
      receipts: changed(known?.receipts ?? null, "cases_received", offence, diff),
    };
    if (!known && tallies.convictions.weeks + tallies.receipts.weeks === 0) return null;
    const { coverage: _, ...rest } = known ?? { ...NOTHING_KNOWN };
    return { ...rest, ...tallies, readOn: day, newestWeek: weekIndex(day) };
  };
  return { figures: current?.figures ?? [], rates: current?.rates ?? [], recordsFor };
}

type Filters = Parameters<typeof questionOf>[0];

function embeds(): { query: string; filters: Filters }[] {
  const auto = { measure: "convictions", evidence: "auto" } as const;
  const evidences: Evidence[] = ["records", "published"];
  return [
    { query: "", filters: auto },
    ...evidences.map((evidence) => ({ query: `evidence=${evidence}`, filters: { ...auto, evidence } })),
    ...MEASURES.flatMap((measure) =>
      OFFENCES.map((offence) => ({
        query: `${measure === "convictions" ? "" : `measure=${measure}&`}offence=${offence}`,
        filters: { ...auto, measure, offence },
      })),
    ),
  ];
}

function headlineOf(answering: Answering, filters: Filters, today: string): PublicHeadline {
  const { evidence, type, headline } = stated(answering, filters, today);
  const { qualifier, per, period } = headline;
  return { evidence, type, value: shownOf(headline), qualifier, per, period };
}

/** As readers are answered: records that can't tell anything yet leave an open question to published figures. */
function stated(answering: Answering, filters: Filters, today: string) {
  const question = spanQuestionOf({ ...filters, span: "week" });
  const fromFigures = () => ({
    evidence: "published" as const,
    ...publishedSummary(answering.figures, answering.rates, question, today),
  });
  const records = answering.recordsFor(filters.offence);
  const isOpen = filters.evidence === "auto";
  if (filters.evidence === "published" || (isOpen && (!records || !COUNTED_UNITS.includes(question.unit))))
    return fromFigures();
  const counted = {
    evidence: "records" as const,
    ...recordsSummary(records, null, { ...question, courts: null }, today),
  };
  if (!isOpen || counted.headline.period) return counted;
  const printed = fromFigures();
  return printed.headline.period ? printed : counted;
}

function changed(
  tally: Tally | null,
  unit: (typeof MEASURE_UNIT)[keyof typeof MEASURE_UNIT],
  offence: Offence,
  diff: CasesDiff,
): Tally {
  const counts = new Map<number, number>();
  if (tally) {
    for (const [at, count] of countWeeks(tally, { articles: OFFENCE_ARTICLES[offence] }).entries()) {
      if (count > 0) counts.set(tally.firstWeek + at, count);
    }
  }
  for (const { week, type, after } of diff.changes) {
    if (type.unit === unit && type.offence === offence) counts.set(indexOfWeekName(week), after);
  }
  const weeks = [...counts].filter(([, count]) => count > 0);
  const kind = { service: "unknown", sentence: "unknown", court: "" } as const;
  const row = { weeks: weeks.map(([week]) => week), counts: weeks.map(([, count]) => count) };
  const early = weeks.map(() => 0);
  return buildTally([{ scope: OFFENCE_ARTICLES[offence][0]!, ...kind, ...row, early }]);
}

/** Before the first import: no delay could be measured. */
const NOTHING_KNOWN: Omit<Records, "convictions" | "receipts" | "readOn" | "newestWeek"> = {
  counts: { cases: 0, defendants: 0, convictions: 0, removed: 0 },
  outlooks: outlooksOf([], 0),
};
