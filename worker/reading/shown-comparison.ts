import type { CompareBody, CompareQuery } from "../contract/compare.ts";
import type { NamedPeriod } from "../contract/period.ts";
import type { SummaryQuery } from "../contract/query.ts";
import { DEFAULT_THEME } from "../domain/theme/summary-theme.ts";
import type { ParameterError } from "../problem.ts";
import { comparePeriods } from "./compare-periods.ts";
import { refuseSpan } from "./refuse-span.ts";
import type { Scene } from "./scene.ts";

/** A question that an embed or a picture is drawn for: of a counter or, with `layout=compare`, of a comparison. */
export interface ShownQuery extends SummaryQuery {
  layout?: string | undefined;
  chart?: string | undefined;
  period?: NamedPeriod | undefined;
  with?: NamedPeriod[] | undefined;
}

/** A comparison that has all that it needs. */
interface ComparisonQuery extends ShownQuery {
  period: NamedPeriod;
  with: NamedPeriod[];
}

const OF_COUNTERS = ["since", "weeks", "chart"] as const;

/** Whether it is a comparison; one without its periods has been refused. */
export function isComparison<Query extends ShownQuery>(query: Query): query is Query & ComparisonQuery {
  return query.layout === "compare";
}

/** The answer of `/v1/compare` in the look that was asked for. */
export function compareShown(query: ComparisonQuery, scene: Scene): CompareBody {
  const { span: _, since: _since, weeks: _weeks, theme = DEFAULT_THEME, ...asked } = query;
  return comparePeriods({ ...asked, theme } satisfies CompareQuery, scene);
}

/** What of a valid question can't be shown, each with what to do; empty: nothing. */
export function refuseShown(query: ShownQuery, scene: Scene): ParameterError[] {
  if (!isComparison(query)) {
    const given = (["period", "with"] as const).filter((name) => query[name] !== undefined);
    const message = "It belongs to a comparison: give it with layout=compare, or leave it out.";
    return [...given.map((parameter) => ({ parameter, message })), ...refuseSpan(query, scene)];
  }
  const asked: ShownQuery = query;
  const missing = (["period", "with"] as const).filter((name) => asked[name] === undefined);
  const other = OF_COUNTERS.filter((name) => asked[name] !== undefined);
  const needed = "It is needed with layout=compare: period=2023-H1&with=2022,2021.";
  const without = "A comparison has none: its time is that of period and with. Leave it out.";
  const span = query.span === "week" ? [] : ["span"];
  const unsentenced =
    query.measure === "cases-received" && query.sentence
      ? "A case that is received has no sentence yet; sentences are counted with measure=convictions."
      : null;
  return [
    ...missing.map((parameter) => ({ parameter, message: needed })),
    ...[...span, ...other].map((parameter) => ({ parameter, message: without })),
    ...(unsentenced ? [{ parameter: "measure", message: unsentenced }] : []),
  ];
}
