import type { Figure, Rate } from "../../contract/figure.ts";
import { DAYS_A_WEEK } from "../calendar.ts";
import { OFFENCE_ARTICLES, scopeIncludes } from "../offence.ts";

/** Two totals from the same day on, and the rate that lies between their ends. */
export interface WorkedExample {
  earlier: Figure;
  later: Figure;
  rate: Rate;
}

/**
 * The rate that shows best how rates are derived: the difference of two exact totals from one first day on, for
 * the whole country and articles of the main group, over the shortest time that is at least a week. Null where
 * the figures have none.
 */
export function workedExample(figures: readonly Figure[], rates: readonly Rate[]): WorkedExample | null {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const examples = rates.flatMap((rate): WorkedExample[] => {
    const [one, other, ...more] = rate.from.map((id) => byId.get(id));
    if (!one || !other || more.length > 0 || one.period.start !== other.period.start) return [];
    const [earlier, later] = one.period.end < other.period.end ? [one, other] : [other, one];
    return [{ earlier, later, rate }];
  });
  const [best] = examples.filter(isPlain).sort((a, b) => a.rate.days - b.rate.days);
  return best ?? null;
}

function isPlain({ rate }: WorkedExample): boolean {
  return (
    rate.qualifier === "exact" &&
    rate.region === null &&
    rate.service === null &&
    rate.days >= DAYS_A_WEEK &&
    scopeIncludes(OFFENCE_ARTICLES.desertion, rate.articles)
  );
}
