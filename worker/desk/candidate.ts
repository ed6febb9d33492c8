import { TRIANGLE_WEEKS } from "../config.ts";
import type { CountedChanges } from "../contract/counted-changes.ts";
import type { EditionContent } from "../domain/edition.ts";
import { addRows } from "../domain/records/add-rows.ts";
import type { DelayCount } from "../domain/records/counts.ts";
import type { StatedDays } from "../domain/records/coverage.ts";
import { dayIndex, weekIndex } from "../domain/week-index.ts";

/**
 * What the store would hold once a check's files were published: what it holds, and what their parts change. Courts
 * aren't told apart, nor are the totals of records.
 * @param readOn Moscow date on which the courts' sites were last read then
 */
export function candidate(
  held: EditionContent,
  changes: CountedChanges,
  readOn: string,
  stated: StatedDays,
): EditionContent {
  const { records } = held;
  if (!records && changes.convictions.length + changes.receipts.length === 0) return held;
  const together = (known: readonly Parameters<typeof addRows>[0][number][], more: typeof known) =>
    addRows([...known, ...more]).map((row) => ({ ...row, court: "" }));
  return {
    ...held,
    records: {
      counts: { cases: 0, defendants: 0, convictions: 0, removed: 0 },
      ...records,
      convictions: together(records?.convictions ?? [], changes.convictions),
      receipts: together(records?.receipts ?? [], changes.receipts),
      delays: addDelays(records?.delays ?? [], changes.delays, readOn),
      arrivals: null,
      readOn,
      stated,
    },
  };
}

/** The reporting triangle with what is new in it, by the store's own rule. */
function addDelays(
  known: readonly DelayCount[],
  changes: CountedChanges["delays"],
  readOn: string,
): DelayCount[] {
  const at = dayIndex(readOn);
  const fromWeek = weekIndex(readOn) - TRIANGLE_WEEKS;
  const sums = new Map(known.map((one) => [keyOf(one), { ...one }]));
  for (const { scope, week, day, count } of changes) {
    if (week < fromWeek || day < week * 7 || day > at) continue;
    const delay = Math.max(0, Math.trunc((day - week * 7 - (at % 7) + 6) / 7));
    const one = { scope, week, delay, count };
    const held = sums.get(keyOf(one));
    if (held) held.count += count;
    else sums.set(keyOf(one), one);
  }
  return [...sums.values()].filter(({ count }) => count > 0).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ scope, week, delay }: DelayCount) =>
  `${scope} ${String(week).padStart(6, "0")} ${String(delay).padStart(6, "0")}`;
