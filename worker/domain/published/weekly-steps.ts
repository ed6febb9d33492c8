import type { Period } from "../../contract/common.ts";
import type { Rate } from "../../contract/figure.ts";
import type { Series } from "../../contract/summary.ts";
import type { Qualifier } from "../../contract/terms.ts";
import { DAYS_A_WEEK, dayNumber, fromDayNumber, weekStart } from "../calendar.ts";
import { scopeIncludes } from "../offence.ts";
import { runsOf } from "../runs.ts";
import { weeksMostlyIn } from "./covered-weeks.ts";
import { joinShortIntervals } from "./join-short.ts";
import { mainParts } from "./main-parts.ts";
import { exactPerWeek } from "./per-week.ts";
import { type Scope, sameGround, sameScope } from "./scope.ts";
import { isLowerBound, SURENESS_RANK } from "./sureness.ts";

/** One value for each ISO week from `start` (a Monday) on, in counts a week; null: nothing is known. */
export type WeeklySteps = Pick<Series, "start" | "values" | "qualifiers">;

interface Stretch {
  days: number;
  perWeek: number;
  qualifier: Qualifier;
  isPart: boolean;
  weeks: readonly string[];
}

interface Week {
  value: number;
  qualifier: Qualifier;
}

/**
 * The drawing of published rates. A week has the rate of the best interval that holds at least four of its
 * days: intervals of the asked scope itself before those of its main parts, then the shortest, then the
 * surest; of parts as short as each other the largest, because it is the best lower bound. A part whose total was rounded
 * is none: "almost 300 in a week and a half" may be fewer.
 *
 * `qualifiers` marks the weeks that a part stands in for and those whose totals were printed as bounds or
 * rounded. An even spread of exact totals over their weeks isn't marked: that is what the steps show.
 *
 * It runs from the first known week to the last, within the weeks of the window.
 */
export function weeklySteps(rates: readonly Rate[], asked: Scope, window?: Period): WeeklySteps {
  const weeks = new Map<string, Week>();
  for (const stretch of stretchesFor(rates, asked).sort(bestFirst)) {
    for (const monday of stretch.weeks) {
      if (!weeks.has(monday)) weeks.set(monday, weekOf(stretch));
    }
  }
  const known = [...weeks.keys()].sort();
  const first = latest(known[0], window && weekStart(window.start));
  const last = earliest(known.at(-1), window && weekStart(window.end));
  if (!first || !last || first > last) return { start: null, values: [], qualifiers: [] };

  const drawn = mondays(first, last).map((monday) => weeks.get(monday) ?? null);
  return {
    start: first,
    values: drawn.map((week) => week?.value ?? null),
    qualifiers: runsOf(drawn.map((week) => week?.qualifier ?? null)),
  };
}

function stretchesFor(rates: readonly Rate[], asked: Scope): Stretch[] {
  const related = rates.filter(
    (rate) => sameGround(rate, asked) && scopeIncludes(asked.articles, rate.articles),
  );
  const { whole = [], part = [] } = Object.groupBy(related, (rate) =>
    sameScope(rate, asked) ? "whole" : "part",
  );
  return [
    ...joinShortIntervals(whole).map((rate) => stretchOf(rate, false)),
    ...mainParts(joinShortIntervals(part))
      .filter(({ qualifier }) => isLowerBound(qualifier))
      .map((rate) => stretchOf(rate, true)),
  ];
}

function stretchOf(rate: Rate, isPart: boolean): Stretch {
  return {
    days: rate.days,
    perWeek: exactPerWeek(rate),
    qualifier: isPart ? "at_least" : rate.qualifier,
    isPart,
    weeks: weeksMostlyIn(rate.period),
  };
}

function bestFirst(a: Stretch, b: Stretch): number {
  return (
    Number(a.isPart) - Number(b.isPart) ||
    a.days - b.days ||
    SURENESS_RANK[a.qualifier] - SURENESS_RANK[b.qualifier] ||
    (a.isPart ? b.perWeek - a.perWeek : 0)
  );
}

function weekOf({ perWeek, qualifier }: Stretch): Week {
  return { value: Math.round(perWeek), qualifier };
}

function mondays(first: string, last: string): string[] {
  const count = (dayNumber(last) - dayNumber(first)) / DAYS_A_WEEK + 1;
  return Array.from({ length: count }, (_, index) => fromDayNumber(dayNumber(first) + index * DAYS_A_WEEK));
}

function latest(known: string | undefined, asked: string | undefined): string | undefined {
  return known && asked && asked > known ? asked : known;
}

function earliest(known: string | undefined, asked: string | undefined): string | undefined {
  return known && asked && asked < known ? asked : known;
}
