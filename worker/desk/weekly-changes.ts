import type { Change } from "../contract/changes.ts";
import { OFFENCES } from "../contract/terms.ts";
import type { Tallies } from "../domain/edition.ts";
import { OFFENCE_ARTICLES } from "../domain/offence.ts";
import { countWeeks } from "../domain/tally.ts";
import { weekNameOf } from "../domain/week-index.ts";

const COUNTED = [
  ["convictions", "convictions"],
  ["cases_received", "receipts"],
] as const;

/** The weekly counts that differ between two editions, as readers get them: what no edition covers isn't in them. */
export function weeklyChanges(before: Tallies | null, after: Tallies | null): Change[] {
  return COUNTED.flatMap(([unit, of]) =>
    OFFENCES.flatMap((offence) => {
      const articles = OFFENCE_ARTICLES[offence];
      const [was, is] = [before, after].map((tallies) => {
        const tally = tallies?.[of];
        const counts = tally ? countWeeks(tally, { articles }) : [];
        return new Map(counts.map((count, at) => [(tally?.firstWeek ?? 0) + at, count]));
      }) as [Map<number, number>, Map<number, number>];
      const type = { unit, offence, articles: [...articles] };
      return [...new Set([...was.keys(), ...is.keys()])].flatMap((week) => {
        const change = { week: weekNameOf(week), type, before: was.get(week) ?? 0, after: is.get(week) ?? 0 };
        return change.before === change.after ? [] : [change];
      });
    }),
  ).sort((a, b) => (a.week < b.week ? -1 : a.week > b.week ? 1 : 0));
}
