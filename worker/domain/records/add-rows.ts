import { SERVICES } from "../../contract/terms.ts";
import { joinScopes } from "../scope.ts";
import type { CountedCases } from "../tally.ts";

/** Counts by week of all courts together. */
export type CountedRow = Omit<CountedCases, "court">;

type Sum = Pick<CountedRow, "scope" | "service" | "sentence"> &
  Record<"weeks" | "counts" | "early", number[]>;

/** Adds up what is alike, week by week; a week that comes to nothing is left out. Counts below zero take away. */
export function addRows(rows: readonly CountedRow[]): Sum[] {
  const sums = new Map<string, { row: CountedRow; weeks: Map<number, [count: number, early: number]> }>();
  for (const row of rows) {
    const scope = joinScopes(row.scope.split(/[;,]/));
    const service = SERVICES.filter((one) => row.service.split(",").includes(one)).join(",");
    const key = `${scope} ${service} ${row.sentence}`;
    const sum = sums.get(key) ?? { row: { ...row, scope, service }, weeks: new Map() };
    sums.set(key, sum);
    for (const [at, week] of row.weeks.entries()) {
      const [count, early] = sum.weeks.get(week) ?? [0, 0];
      sum.weeks.set(week, [count + row.counts[at]!, early + row.early[at]!]);
    }
  }
  return [...sums.values()].flatMap(({ row: { scope, service, sentence }, weeks }) => {
    const told = [...weeks]
      .filter(([, [count, early]]) => count !== 0 || early !== 0)
      .sort(([a], [b]) => a - b);
    if (told.length === 0) return [];
    const counts = told.map(([, [count]]) => count);
    const early = told.map(([, [, count]]) => count);
    return [{ scope, service, sentence, weeks: told.map(([week]) => week), counts, early }];
  });
}
