import type { NumberType } from "../contract/common.ts";
import { offenceOf } from "../domain/offence.ts";
import type { PlaceNames } from "./answer.ts";
import type { Language, Topic } from "./language/language.ts";

export function topicOf(type: NumberType, words: Language, places: PlaceNames | undefined): Topic {
  const { unit, articles, service, sentence, court, region } = type;
  // Some publishers print a court's figures where others have a region.
  const printed = region === undefined ? undefined : places?.court(region);
  return {
    unit,
    group: offenceOf(articles),
    articles,
    service: service ?? null,
    sentence: sentence ?? null,
    court: court === undefined ? (printed ?? null) : (places?.court(court) ?? words.court(court)),
    region: region === undefined || printed !== undefined ? null : (places?.region(region) ?? region),
    within: region === undefined || printed !== undefined ? null : (places?.within?.(region) ?? null),
  };
}

/** The court and the region, each in words. */
export function placesOf({ court, region }: Topic, words: Language): string[] {
  return [court, region && words.region(region)].filter((place) => place !== null);
}

/** The ground and the places in a sentence that has brackets of its own: "under article 337 in Rostov oblast". */
export function groundIn(topic: Topic, under: string, words: Language): string {
  const { court, region, within } = topic;
  const named = [within ? `${under} ${within}` : under, court];
  return [...named, within === null && region && words.region(region)].filter(Boolean).join(", ");
}

/** The ground of a count and the place that it is narrowed to: "under article 337 (region: …)". */
export function groundOf(topic: Topic, under: string, words: Language): string {
  const places = placesOf(topic, words);
  return places.length > 0 ? `${under} (${places.join(", ")})` : under;
}
