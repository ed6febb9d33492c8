import { capitalised } from "./language/formats.ts";
import type { Language, Topic } from "./language/language.ts";

/** What heads a column of counts, or of rates: "Convictions of contract soldiers a week". */
export function countHead(topic: Topic, rate: boolean, words: Language): string {
  const counted = [words.numberOf(topic), rate ? words.per.per_week : ""].filter(Boolean).join(" ");
  return capitalised(counted, words.formats.locale);
}
