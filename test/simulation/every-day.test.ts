import { describe, expect, it } from "vitest";
import { OFFENCES, type Offence } from "../../worker/contract/terms.ts";
import { addDays, DAYS_A_WEEK, dayNumber, weekStart } from "../../worker/domain/calendar.ts";
import { delayAsOf } from "../../worker/domain/completeness/report-week.ts";
import { shownOf } from "../../worker/domain/headline.ts";
import { latest } from "../../worker/domain/period.ts";
import type { DelayCount } from "../../worker/domain/records/counts.ts";
import type { Outlook } from "../../worker/domain/records/outlook.ts";
import { outlookFor } from "../../worker/domain/records/outlook.ts";
import { recordsSummary } from "../../worker/domain/records/summary.ts";
import { buildTally } from "../../worker/domain/tally.ts";
import { weekIndex } from "../../worker/domain/week-index.ts";
import { generateTruth, type Pattern } from "../fixtures/generator/index.ts";

const FIRST_DAY = "2024-07-01";
const LAST_DAY = "2025-06-30";
/** Lateness alone must not make the number in large type lower than this share of what the week will count. */
const LOWEST = 0.85;
/** And an estimate isn't bought with exaggeration. */
const HIGHEST = 1.35;

/** A conviction as the desk learns of it. */
interface Verdict {
  decided: string;
  seen: string;
}

/** Verdicts under 337 of two years, in realistic numbers, as a desk sees them that looks every day. */
function verdicts(seed: number, pattern: Pattern): Verdict[] {
  const truth = generateTruth({
    seed,
    pattern,
    from: "2023-06-01",
    until: LAST_DAY,
    changeOn: "2025-01-01",
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

/** What stands in large type on a day on which the desk has looked. */
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
  const records = {
    convictions: buildTally([{ ...row, weeks: weeks.map(([week]) => Number(week)), counts, early: counts }]),
    receipts: buildTally([]),
    counts: { cases: 0, defendants: 0, convictions: 0, removed: 0 },
    outlooks: outlooksWith(outlookFor("awol", delays, newestWeek)),
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
  return recordsSummary(records, null, question, day).headline;
}

/**
 * Every day of the year as the sample has it; where records are slow, or become so in the middle, the three days of a
 * week on which most is different: its first, one in its middle, its last.
 */
const DAYS: Readonly<Record<Pattern, (day: string) => boolean>> = {
  fast: () => true,
  slow: isChosen,
  changing: isChosen,
};

function isChosen(day: string): boolean {
  return [0, 3, 6].includes((dayNumber(day) - dayNumber(weekStart(day))) % DAYS_A_WEEK);
}

describe.each(["fast", "slow", "changing"] as const)("a year of days, records coming in: %s", (pattern) => {
  const all = verdicts(7, pattern);
  const final = countBy(all, ({ decided }) => weekStart(decided));
  const days = Array.from({ length: 365 }, (_, index) => addDays(FIRST_DAY, index)).filter(DAYS[pattern]);
  const told = days.map((day) => ({ day, headline: headlineOn(day, all) }));

  it("has no day on which the number in large type is a fall that didn't happen", () => {
    const wrong = told.flatMap(({ day, headline }) => {
      const shown = shownOf(headline);
      const share = shown === null || !headline.period ? 0 : shown / final.get(headline.period.start)!;
      return share < LOWEST || share > HIGHEST
        ? [`${day}: ${headline.period?.start} ${shown} (${share.toFixed(2)})`]
        : [];
    });
    expect(wrong).toEqual([]);
  });

  it("never tells a week before it is over", () => {
    expect(told.filter(({ day, headline }) => !headline.period || headline.period.end >= day)).toEqual([]);
  });
});
