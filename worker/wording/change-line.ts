import type { Change } from "../contract/changes.ts";
import type { Lang } from "../contract/terms.ts";
import { weekOf } from "../domain/calendar.ts";
import { indexOfWeekName, mondayOf } from "../domain/week-index.ts";
import type { PlaceNames } from "./answer.ts";
import type { ChangeClass } from "./language/change-class.ts";
import { LANGUAGES } from "./languages.ts";
import { groundOf, topicOf } from "./topic.ts";

/**
 * A line of a list of corrections: "Week of 12–18 May 2025, convictions under articles 337 and 338: 180 → 187
 * (late records)".
 */
export function changeLine(
  { week, type, before, after }: Change,
  changeClass: ChangeClass,
  lang: Lang,
  places?: PlaceNames,
): string {
  const words = LANGUAGES[lang];
  const topic = topicOf(type, words, places);
  const { number } = words.formats;
  return words.changeLine(
    words.period(weekOf(mondayOf(indexOfWeekName(week)))),
    `${words.numberOf(topic)} ${groundOf(topic, words.underBriefly(type.articles), words)}`,
    `${number(before)} → ${number(after)}`,
    words.classes[changeClass],
  );
}
