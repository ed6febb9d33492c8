import type { CompareBody } from "../contract/compare.ts";
import type { Summary } from "../contract/summary.ts";
import type { PlaceNames } from "./answer.ts";
import { DOT } from "./language/formats.ts";
import { LANGUAGES } from "./languages.ts";
import { placesOf, topicOf } from "./topic.ts";

/**
 * What a counter is called where nothing of it is seen: its heading, and each filter that the heading doesn't say. It has
 * no date, since pages keep it while the number goes on.
 */
export function titleText(
  { type, text }: Pick<Summary, "type"> & { text: Pick<Summary["text"], "lang" | "heading"> },
  places?: PlaceNames,
): string {
  const words = LANGUAGES[text.lang];
  const topic = topicOf(type, words, places);
  return [
    text.heading,
    topic.service === null ? "" : words.history.services[topic.service],
    topic.sentence === null ? "" : words.punishment(topic.sentence),
    ...placesOf(topic, words),
  ]
    .filter(Boolean)
    .join(DOT);
}

/** The same of a comparison, with its periods. */
export function comparisonTitle(comparison: CompareBody, places?: PlaceNames): string {
  const names = comparison.text.sides.map(({ name }) => name);
  return [titleText(comparison, places), ...names].join(DOT);
}
