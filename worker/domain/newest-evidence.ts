import { OLD_FIGURES_DAYS, OLD_RECORDS_DAYS } from "../config.ts";
import { dayNumber } from "./calendar.ts";

export interface NewestEvidence {
  /** ISO date: the last day that the edition has evidence for. */
  until: string;
  age_days: number;
  /** Longer ago than a source that is looked after would leave it. */
  old: boolean;
}

/**
 * Until when an edition knows: with records the day on which the courts' sites were read, else the end of the newest
 * published figure's period. Null where it has neither.
 * @param today Moscow's date
 */
export function newestEvidence(
  {
    records,
    figures,
  }: { records: { readOn: string } | null; figures: readonly { period: { end: string } }[] },
  today: string,
): NewestEvidence | null {
  const ends = records ? [records.readOn] : figures.map(({ period }) => period.end);
  const until = ends.reduce<string | null>(
    (newest, end) => (newest === null || end > newest ? end : newest),
    null,
  );
  if (until === null) return null;
  const age_days = Math.max(0, dayNumber(today) - dayNumber(until));
  return { until, age_days, old: age_days > (records ? OLD_RECORDS_DAYS : OLD_FIGURES_DAYS) };
}
