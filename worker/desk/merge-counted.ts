import type { CountedChanges } from "../contract/counted-changes.ts";
import { addRows } from "../domain/records/add-rows.ts";
import { UNCOVERED_A_WEEK } from "../domain/records/coverage.ts";

export const NOTHING_COUNTED: CountedChanges = { convictions: [], receipts: [], delays: [], touched: [] };

type Touched = CountedChanges["touched"][number];

/** Parts never share a case, so what they count adds up. */
export function mergeCounted(a: CountedChanges, b: CountedChanges): CountedChanges {
  return {
    convictions: addRows([...a.convictions, ...b.convictions]),
    receipts: addRows([...a.receipts, ...b.receipts]),
    delays: addDelays([...a.delays, ...b.delays]),
    touched: addTouched([...a.touched, ...b.touched]),
  };
}

export function addDelays(delays: CountedChanges["delays"]): CountedChanges["delays"] {
  const sums = Map.groupBy(delays, ({ scope, week, day }) => `${scope} ${week} ${day}`);
  return [...sums.values()].flatMap((alike) => {
    const count = alike.reduce((sum, one) => sum + one.count, 0);
    return count === 0 ? [] : [{ ...alike[0]!, count }];
  });
}

export function addTouched(weeks: CountedChanges["touched"]): CountedChanges["touched"] {
  const sums = Map.groupBy(weeks, ({ unit, week }) => `${unit} ${week}`);
  return [...sums.values()].map((alike) => ({
    ...alike[0]!,
    records: alike.reduce((sum, { records }) => sum + records, 0),
    named: inOrder(alike.flatMap(({ named }) => named)).slice(0, UNCOVERED_A_WEEK),
  }));
}

function inOrder(named: Touched["named"]): Touched["named"] {
  const key = ({ day, court, case_number }: Touched["named"][number]) => `${day} ${court} ${case_number}`;
  return named.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
