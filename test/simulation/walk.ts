import { OFFENCES, type Offence } from "../../worker/contract/terms.ts";
import { addDays, DAYS_A_WEEK, dayNumber, weekStart } from "../../worker/domain/calendar.ts";
import { delayAsOf } from "../../worker/domain/completeness/report-week.ts";
import { shownOf } from "../../worker/domain/headline.ts";
import { latest } from "../../worker/domain/period.ts";
import type { DelayCount } from "../../worker/domain/records/counts.ts";
import { type Outlook, outlookFor } from "../../worker/domain/records/outlook.ts";
import { recordsSummary } from "../../worker/domain/records/summary.ts";
import { buildTally } from "../../worker/domain/tally.ts";
import { weekIndex } from "../../worker/domain/week-index.ts";
import { generateTruth, type Pattern } from "../fixtures/generator/index.ts";

/** Lateness alone must not make the number in large type lower than this share of what the week will count. */
export const LOWEST = 0.85;
/** And an estimate isn't bought with exaggeration. */
export const HIGHEST = 1.35;

/** Records are watched from here on; a year later enough is known to tell a week by. */
const WATCHED_FROM = "2023-06-01";
const FIRST_DAY = "2024-07-01";
const LAST_DAY = "2025-06-30";

export interface Year {
  readonly seed: number;
  readonly pattern: Pattern;
  /** With `changing`, the Moscow date from which verdicts are reported slowly. */
  readonly changeOn: string;
}

/** What stood in large type on a day. */
export interface Told {
  readonly day: string;
  /** Days since the courts' pace changed; negative before. */
  readonly afterChange: number;
  /** The week that was told; null: none was. */
  readonly period: { readonly start: string; readonly end: string } | null;
  /** The number as a share of the week's final count; NaN where none was told. */
  readonly share: number;
  /** Whether the model held the courts' pace to have changed. */
  readonly changeSeen: boolean;
}

/** A conviction as the desk learns of it. */
interface Verdict {
  readonly decided: string;
  readonly seen: string;
}

/** Every day from July to June. */
export const EVERY_DAY: readonly string[] = Array.from({ length: 365 }, (_, index) =>
  addDays(FIRST_DAY, index),
);
/** The three days of a week on which most is different: its first, one in its middle, its last. */
export const THREE_A_WEEK: readonly string[] = EVERY_DAY.filter((day) =>
  [0, 3, 6].includes((dayNumber(day) - dayNumber(weekStart(day))) % DAYS_A_WEEK),
);

/** Walks through a generated year of verdicts under article 337, as a desk sees them that looks every day. */
export function walk(year: Year, days: readonly string[]): Told[] {
  const all = verdicts(year);
  const final = countBy(all, ({ decided }) => weekStart(decided));
  return days.map((day) => {
    const { headline, outlook } = headlineOn(day, all);
    const shown = shownOf(headline);
    const { period } = headline;
    return {
      day,
      afterChange: dayNumber(day) - dayNumber(year.changeOn),
      period,
      share: shown === null || !period ? Number.NaN : shown / final.get(period.start)!,
      changeSeen: outlook.weeks.some(({ completeness }, age) => completeness < (outlook.delay?.[age] ?? 0)),
    };
  });
}

/** Whether the large number of a day would have been taken for a fall, or a rise, that didn't happen. */
export function isWrong({ share }: Told): boolean {
  return !(share >= LOWEST && share <= HIGHEST);
}

function verdicts({ seed, pattern, changeOn }: Year): Verdict[] {
  const truth = generateTruth({
    seed,
    pattern,
    from: WATCHED_FROM,
    until: LAST_DAY,
    changeOn,
    backfillUntil: null,
  });
  return [...truth].flatMap(({ records, verdict_seen_on: seen }) =>
    records.flatMap(({ outcome, decided_on: decided, articles }) =>
      outcome === "convicted" && decided && articles.some((article) => article.startsWith("337"))
        ? [{ decided, seen: latest(seen, decided)! }]
        : [],
    ),
  );
}

function countBy(verdicts: readonly Verdict[], key: (verdict: Verdict) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const verdict of verdicts) counts.set(key(verdict), (counts.get(key(verdict)) ?? 0) + 1);
  return counts;
}

/** Only the group that is asked about, which is what takes the time. */
function outlooksWith(awol: Outlook): Record<Offence, Outlook> {
  return Object.fromEntries(OFFENCES.map((offence) => [offence, awol])) as Record<Offence, Outlook>;
}

function headlineOn(day: string, all: readonly Verdict[]) {
  const known = all.filter(({ seen, decided }) => seen <= day && decided <= day);
  const weeks = [...countBy(known, ({ decided }) => String(weekIndex(decided)))];
  const delays = [
    ...countBy(known, ({ decided, seen }) => `${weekIndex(decided)} ${delayAsOf(decided, seen, day)}`),
  ].map(([key, count]): DelayCount => {
    const [week = 0, delay = 0] = key.split(" ").map(Number);
    return { scope: "337", week, delay, count };
  });
  const counts = weeks.map(([, count]) => count);
  const row = { scope: "337", service: "unknown", sentence: "unknown", court: "77GV0007" } as const;
  const newestWeek = weekIndex(day);
  const outlook = outlookFor("awol", delays, newestWeek);
  const records = {
    convictions: buildTally([{ ...row, weeks: weeks.map(([week]) => Number(week)), counts, early: counts }]),
    receipts: buildTally([]),
    counts: { cases: 0, defendants: 0, convictions: 0, removed: 0 },
    outlooks: outlooksWith(outlook),
    readOn: day,
    newestWeek,
  };
  const question = {
    unit: "convictions",
    articles: ["337"],
    service: null,
    sentence: null,
    court: null,
    region: null,
    courts: null,
    evidence: "auto",
    weeks: null,
    span: "week",
    since: null,
  } as const;
  return { headline: recordsSummary(records, null, question, day).headline, outlook };
}
