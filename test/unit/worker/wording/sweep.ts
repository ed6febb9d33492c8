import { readFileSync } from "node:fs";
import { LICENCE } from "../../../../worker/config.ts";
import type { CompareBody } from "../../../../worker/contract/compare.ts";
import { PeriodSpan } from "../../../../worker/contract/period.ts";
import type { Summary } from "../../../../worker/contract/summary.ts";
import { type Evidence, LANGS, type Lang } from "../../../../worker/contract/terms.ts";
import { readLedger } from "../../../../worker/desk/formats/ledger.ts";
import { buildEdition } from "../../../../worker/domain/build-edition.ts";
import { addDays } from "../../../../worker/domain/calendar.ts";
import { comparedWith } from "../../../../worker/domain/comparison.ts";
import { delayAsOf } from "../../../../worker/domain/completeness/report-week.ts";
import { parseCourts, parseRegions } from "../../../../worker/domain/courts.ts";
import type { BuiltEdition } from "../../../../worker/domain/edition.ts";
import { latest } from "../../../../worker/domain/period.ts";
import { namesOfPlaces } from "../../../../worker/domain/place-names.ts";
import { isCountedAlike, publishedSides } from "../../../../worker/domain/published/compare.ts";
import { publishedSummary } from "../../../../worker/domain/published/summary.ts";
import type { SpanQuestion } from "../../../../worker/domain/question.ts";
import { recordsSides } from "../../../../worker/domain/records/compare.ts";
import type { DelayCount } from "../../../../worker/domain/records/counts.ts";
import { recordsSummary } from "../../../../worker/domain/records/summary.ts";
import { scopeOf } from "../../../../worker/domain/scope.ts";
import { SOURCES } from "../../../../worker/domain/sources.ts";
import type { CountedCases } from "../../../../worker/domain/tally.ts";
import { weekIndex } from "../../../../worker/domain/week-index.ts";
import { comparisonText, summaryText } from "../../../../worker/wording/index.ts";
import { generateTruth } from "../../../fixtures/generator/index.ts";
import { counted } from "../domain/counted-cases.ts";

const data = (name: string) =>
  readFileSync(new URL(`../../../../worker/data/${name}`, import.meta.url), "utf8");

export const COURTS = parseCourts(data("military-courts.csv"));
export const REGIONS = parseRegions(data("regions.csv"));
export const PLACES = namesOfPlaces(COURTS, REGIONS);
export const { figures: FIGURES } = readLedger(data("published-figures.csv"));

/** The desk has looked on a Monday, on which hardly anything is known of the current week. */
export const READ_ON = "2025-06-30";
export const SAMPLE_ID = `${READ_ON}.1`;

/** Generated court records, as `npm run start:sample` publishes them: of all articles, kinds and courts. */
async function sample(): Promise<BuiltEdition> {
  const truth = generateTruth({ seed: 7, from: "2023-01-01", until: READ_ON, backfillUntil: null });
  const kinds = new Map<string, { row: Omit<CountedCases, "weeks" | "counts" | "early">; dates: string[] }>();
  const received = new Map<
    string,
    { row: Omit<CountedCases, "weeks" | "counts" | "early">; dates: string[] }
  >();
  const delays = new Map<string, DelayCount>();
  for (const { records, verdict_seen_on, coded_on } of truth) {
    for (const one of records) {
      const scope = scopeOf(one.articles);
      const seen = latest(verdict_seen_on, one.decided_on ?? undefined)!;
      const isCoded = coded_on !== null && coded_on <= READ_ON;
      const service = isCoded ? one.service : "unknown";
      const add = (to: typeof kinds, sentence: typeof one.sentence, date: string) => {
        const row = { scope, service, sentence, court: one.court_code };
        const key = Object.values(row).join(" ");
        const kind = to.get(key) ?? { row, dates: [] };
        kind.dates.push(date);
        to.set(key, kind);
      };
      if (one.received_on && one.received_on <= READ_ON) add(received, "unknown", one.received_on);
      if (one.outcome !== "convicted" || !one.decided_on || seen > READ_ON) continue;
      add(kinds, isCoded ? one.sentence : "unknown", one.decided_on);
      const week = weekIndex(one.decided_on);
      const delay = delayAsOf(one.decided_on, seen, READ_ON);
      const key = `${scope} ${week} ${delay}`;
      const count = (delays.get(key)?.count ?? 0) + 1;
      delays.set(key, { scope, week, delay, count });
    }
  }
  const rows = (of: typeof kinds) => [...of.values()].map(({ row, dates }) => counted(dates, row));
  const published_at = `${READ_ON}T09:00:00Z`;
  const publication = { sequence: 1, id: SAMPLE_ID, published_at, kind: "cases", note: "" } as const;
  const content = {
    convictions: rows(kinds),
    receipts: rows(received),
    delays: [...delays.values()],
    counts: { cases: 0, defendants: 0, convictions: 0, removed: 0 },
    arrivals: null,
    readOn: READ_ON,
    stated: { days: [], unstated: true },
  };
  return buildEdition(publication, { provenance: [], figures: FIGURES, records: content }, null, true);
}

const {
  edition: { records: RECORDS, rates: RATES },
  courts: TALLIES,
} = await sample();

const QUESTION: SpanQuestion = {
  unit: "convictions",
  articles: null,
  service: null,
  sentence: null,
  court: null,
  region: null,
  evidence: "auto",
  weeks: null,
  span: "week",
  since: null,
};

export type Asked = Partial<SpanQuestion> & { evidence: Evidence };

/** Thursday and Sunday of the week as well. */
export const TODAYS = [READ_ON, addDays(READ_ON, 3), addDays(READ_ON, 6)] as const;

function edition(evidence: Evidence, source: Summary["edition"]["source"] | null): Summary["edition"] {
  return {
    id: SAMPLE_ID,
    published_at: `${READ_ON}T09:00:00Z`,
    evidence,
    sample: evidence === "records",
    stale: false,
    source: source ?? SOURCES[evidence],
    licence: LICENCE,
  };
}

/** Codes of the courts that are asked about; null: all. */
function courtsOf({ court, region }: Partial<SpanQuestion>): ReadonlySet<string> | null {
  if (!court && !region) return null;
  return new Set(
    COURTS.filter((one) => (!court || one.code === court) && (!region || one.region === region)).map(
      ({ code }) => code,
    ),
  );
}

/** What the service answers to a question, from the sample's records or from the ledger. */
export function answerTo(asked: Asked, today: string) {
  const question = { ...QUESTION, ...asked };
  const stated =
    asked.evidence === "records"
      ? {
          ...recordsSummary(RECORDS, TALLIES, { ...question, courts: courtsOf(asked) }, today),
          source: null,
        }
      : publishedSummary(FIGURES, RATES, question, today);
  const { source, ...answer } = stated;
  return { edition: edition(asked.evidence, source), ...answer };
}

export function wordsOf(answer: ReturnType<typeof answerTo>, lang: Lang, today: string) {
  return summaryText(answer, { lang, today, places: PLACES(lang) });
}

/** The comparison that the service makes of some periods. */
export function compare(asked: Asked, names: readonly string[], today: string): Omit<CompareBody, "text"> {
  const question = { ...QUESTION, ...asked };
  const periods = names.map((name) => PeriodSpan.parse(name));
  const { type, sides, samePart } =
    asked.evidence === "records"
      ? recordsSides(RECORDS, TALLIES, { ...question, courts: courtsOf(asked) }, periods, today)
      : { ...publishedSides(FIGURES, RATES, question, periods), samePart: null };
  const [period, ...others] = sides;
  const against = others.map((side) => comparedWith(period!, side, isCountedAlike(period!, side)));
  return { edition: edition(asked.evidence, null), type, period: period!, against, same_part: samePart };
}

export const comparedIn = (comparison: Omit<CompareBody, "text">, lang: Lang): string =>
  comparisonText(comparison, lang, PLACES(lang));

export { LANGS };
