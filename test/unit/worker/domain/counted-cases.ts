import { weekStart } from "../../../../worker/domain/calendar.ts";
import type { CountedCases } from "../../../../worker/domain/tally.ts";
import { weekIndex } from "../../../../worker/domain/week-index.ts";

const KIND = { scope: "337", service: "unknown", sentence: "unknown", court: "77GV0008" } as const;

/** What the store counts of cases of one kind with these dates. */
export function counted(
  dates: readonly string[],
  kind: Partial<Omit<CountedCases, "weeks" | "counts" | "early">> = {},
): CountedCases {
  const weeks = [...Map.groupBy(dates, weekIndex)];
  const inMondaysMonth = (date: string) => date.slice(0, 7) === weekStart(date).slice(0, 7);
  return {
    ...KIND,
    ...kind,
    weeks: weeks.map(([week]) => week),
    counts: weeks.map(([, inWeek]) => inWeek.length),
    early: weeks.map(([, inWeek]) => inWeek.filter(inMondaysMonth).length),
  };
}

/** A date as many times as cases have it. */
export function times(count: number, date: string): string[] {
  return new Array<string>(count).fill(date);
}
