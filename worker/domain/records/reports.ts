import { weekStart } from "../calendar.ts";

/** So many cases of a week came with what was read in another week, or, below 0, were taken out. */
export interface Report {
  /** Monday of the week of the verdict. */
  reference_date: string;
  /** Monday of the week in which the courts' sites were read. */
  report_date: string;
  count: number;
}

/** What an edition counts of some weeks; null: nothing is known. */
export interface WeeklyState {
  /** Moscow date on which the courts' sites were read. */
  readOn: string;
  weeks: readonly { start: string; value: number | null }[];
}

/**
 * The reporting triangle of some weeks from what edition after edition counts of them: what each week of reading added.
 * Of several editions of one week the last one counts. A week is known of from the first edition on that counts it.
 */
export function triangleOf(states: readonly WeeklyState[]): Report[] {
  const byWeek = new Map(states.map((state) => [weekStart(state.readOn), state]));
  const counted = new Map<string, number>();
  const reports: Report[] = [];
  for (const [report_date, { weeks }] of [...byWeek].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const { start, value } of weeks) {
      if (value === null || report_date < start) continue;
      const count = value - (counted.get(start) ?? 0);
      counted.set(start, value);
      if (count !== 0) reports.push({ reference_date: start, report_date, count });
    }
  }
  return reports.sort((a, b) =>
    a.reference_date < b.reference_date ? -1 : a.reference_date > b.reference_date ? 1 : 0,
  );
}
