import { capitalised } from "./language/formats.ts";
import type { Language, Topic } from "./language/language.ts";

/** What the numbers of a column are: counts of their time, rates, or all that is counted up to its end. */
export type Counting = "counts" | "rates" | "totals";

/** What heads a column of numbers: "Convictions of contract soldiers a week", "Total of convictions". */
export function countHead(topic: Topic, counting: Counting, words: Language): string {
  const what = words.numberOf(topic);
  const heads: Record<Counting, () => string> = {
    counts: () => what,
    rates: () => words.numberPer(topic, "week"),
    totals: () => words.series.total(what),
  };
  return capitalised(heads[counting](), words.formats.locale);
}
