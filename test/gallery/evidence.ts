import ledger from "../../worker/data/published-figures.csv?raw";
import { readLedger } from "../../worker/desk/formats/ledger.ts";
import { addDays, DAYS_A_WEEK } from "../../worker/domain/calendar.ts";
import { delayAsOf } from "../../worker/domain/completeness/report-week.ts";
import type { Records } from "../../worker/domain/edition.ts";
import { deriveRates } from "../../worker/domain/published/rates.ts";
import type { DelayCount } from "../../worker/domain/records/counts.ts";
import { outlooksOf } from "../../worker/domain/records/outlook.ts";
import { buildTally } from "../../worker/domain/tally.ts";
import { mondayOf, weekIndex } from "../../worker/domain/week-index.ts";

/** All published figures that the product ships. */
export const { figures: FIGURES } = readLedger(ledger);
export const { rates: RATES } = deriveRates(FIGURES);

const FIRST_WEEK = weekIndex("2024-01-01");
/** On average a verdict is seen so many days later. */
const DELAY_DAYS = 9;
/** As many as half a year of sample records has, with a summer in it. */
const LEVEL = 165;
const SWING = 40;

interface Verdict {
  decided: string;
  seen: string;
}

/** The verdicts of a week: the same ones each time, spread over its working days and over the delays. */
function verdictsOf(week: number): Verdict[] {
  const count = Math.round(LEVEL + SWING * Math.sin(week / 7) + SWING * 0.4 * Math.sin(week * 2.4));
  return Array.from({ length: count }, (_, index) => {
    const decided = addDays(mondayOf(week), index % 5);
    // The golden section spreads what is numbered in turn evenly.
    const share = ((index + week) * 0.618034) % 1;
    return { decided, seen: addDays(decided, 1 + Math.round(-DELAY_DAYS * Math.log(1 - share))) };
  });
}

/** Court records as a desk has them that looked on this day, with counts that stay the same on every machine. */
export function recordsOn(day: string): Records {
  const newestWeek = weekIndex(day);
  const weeks: number[] = [];
  const counts: number[] = [];
  const early: number[] = [];
  const delays: DelayCount[] = [];
  for (let week = FIRST_WEEK; week <= newestWeek; week++) {
    const seen = verdictsOf(week).filter((one) => one.seen <= day && one.decided <= day);
    if (seen.length === 0) continue;
    weeks.push(week);
    counts.push(seen.length);
    const month = addDays(mondayOf(week), DAYS_A_WEEK - 1).slice(0, 7);
    early.push(seen.filter((one) => !one.decided.startsWith(month)).length);
    const late = seen.map((one) => delayAsOf(one.decided, one.seen, day));
    for (const delay of new Set(late)) {
      delays.push({ scope: "337", week, delay, count: late.filter((one) => one === delay).length });
    }
  }
  const row = { scope: "337", service: "unknown", sentence: "unknown", court: "77GV0007" } as const;
  return {
    convictions: buildTally([{ ...row, weeks, counts, early }]),
    receipts: buildTally([]),
    counts: { cases: 0, defendants: 0, convictions: 0, removed: 0 },
    outlooks: outlooksOf(delays, newestWeek),
    readOn: day,
    newestWeek,
  };
}
