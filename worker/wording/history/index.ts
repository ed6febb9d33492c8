import type { EditionRef, NumberType } from "../../contract/common.ts";
import type { SeriesText } from "../../contract/series-text.ts";
import type { Lang, Sentence, Service } from "../../contract/terms.ts";
import { FEW } from "../amount.ts";
import type { CourtName } from "../answer.ts";
import { capitalised } from "../formats.ts";
import type { Language } from "../language.ts";
import { LANGUAGES } from "../languages.ts";
import { placesOf, topicOf } from "../topic.ts";
import { en } from "./en.ts";
import { ru } from "./ru.ts";
import type { HistoryTerms } from "./terms.ts";
import { uk } from "./uk.ts";

export const HISTORY_TERMS: Readonly<Record<Lang, HistoryTerms>> = { en, ru, uk };

/** A series as far as its words depend on it. */
export interface WordedSeries {
  edition: EditionRef;
  type: NumberType;
  /** Whether the values are rates between published totals, and not counts of periods. */
  rate: boolean;
  by: string | null;
  keys: readonly string[];
}

/** All words around a series. As with a headline, its type alone decides them. */
export function seriesText(series: WordedSeries, lang: Lang, courtName?: CourtName): SeriesText {
  const words = LANGUAGES[lang];
  const { open, close, week, services, ...history } = HISTORY_TERMS[lang];
  const { edition, type, rate, by, keys } = series;
  const topic = topicOf(type, words, courtName);
  const counted = [words.numberOf(topic), rate ? words.per.per_week : ""].filter(Boolean).join(" ");
  const count = capitalised(counted, words.formats.locale);
  return {
    lang,
    dir: words.dir,
    heading: words.heading(topic, false),
    label: [count, words.articles(topic.articles), ...placesOf(topic, words)].join(" · "),
    status: edition.sample ? words.status.sample : "",
    count,
    keys: Object.fromEntries(keys.map((key) => [key, keyText(key, by, words, services, courtName)])),
    at_least: words.qualified("{n}", "at_least"),
    about: words.qualified("{n}", "about"),
    suppressed: words.qualified(words.formats.number(FEW.value), FEW.sureness),
    source: words.source(edition.source.name),
    history: { ...history, frozen: capitalised(words.asOfEdition(edition.id), words.formats.locale) },
  };
}

function keyText(
  key: string,
  by: string | null,
  words: Language,
  services: HistoryTerms["services"],
  courtName: CourtName | undefined,
): string {
  if (by === "article") return words.articles([key]);
  if (by === "service") return services[key as Service];
  if (by === "sentence") return words.punishment(key as Sentence);
  return by === "court" ? (courtName?.(key) ?? words.court(key)) : key;
}
