import type { EditionRef, NumberType } from "../contract/common.ts";
import type { EmptyReason, SeriesText } from "../contract/series-text.ts";
import type { Lang, Sentence, Service } from "../contract/terms.ts";
import type { PlaceNames } from "./answer.ts";
import { countHead } from "./count-head.ts";
import { EMPTY_SERIES } from "./empty-series.ts";
import { capitalised, DOT } from "./language/formats.ts";
import type { HistoryTerms } from "./language/history-terms.ts";
import type { Language } from "./language/language.ts";
import { LANGUAGES } from "./languages.ts";
import { placesOf, topicOf } from "./topic.ts";

/** What records are counted for whose court is in no region of the list. */
const UNKNOWN_REGION = "unknown";

/** A series as far as its words depend on it. */
export interface WordedSeries {
  edition: EditionRef;
  type: NumberType;
  /** Whether the values are rates between published totals, and not counts of periods. */
  rate: boolean;
  by: string | null;
  keys: readonly string[];
  /** Whether some of the counts were printed by nobody, but follow from what was; of rates all were. */
  derived?: boolean;
  /** Why nothing is known of any point; null: something is. */
  reason?: EmptyReason | null;
  /** How sure the coding is, in words of this language; empty: nothing coded is told. */
  coding?: string;
}

/** All words around a series. As with a headline, its type alone decides them. */
export function seriesText(series: WordedSeries, lang: Lang, places?: PlaceNames): SeriesText {
  const words = LANGUAGES[lang];
  const { open, close, week, services, ...history } = words.history;
  const { edition, type, rate, by, keys, derived = rate, reason = null, coding = "" } = series;
  const topic = topicOf(type, words, places);
  const count = countHead(topic, rate ? "rates" : "counts", words);
  return {
    lang,
    dir: words.dir,
    heading: words.heading(topic, null),
    label: [count, words.articles(topic.articles), ...placesOf(topic, words)].join(DOT),
    status: edition.sample ? words.status.sample : "",
    count,
    keys: Object.fromEntries(keys.map((key) => [key, keyText(key, by, words, services, places)])),
    at_least: words.qualified("{n}", "at_least"),
    about: words.qualified("{n}", "about"),
    source: derived
      ? `${words.source(edition.source.name)}. ${words.series.calculated[rate ? "rates" : "counts"]}`
      : words.source(edition.source.name),
    reason: reason === null ? "" : EMPTY_SERIES[lang][reason],
    coding,
    history: { ...history, frozen: capitalised(words.asOfEdition(edition.id), words.formats.locale) },
  };
}

function keyText(
  key: string,
  by: string | null,
  words: Language,
  services: HistoryTerms["services"],
  places: PlaceNames | undefined,
): string {
  if (by === "article") return words.articles(key.split(/[;,]/));
  if (by === "service") return services[key as Service];
  if (by === "sentence") return words.punishment(key as Sentence);
  if (by === "court") return places?.court(key) ?? words.court(key);
  return key === UNKNOWN_REGION ? words.unknownRegion : (places?.region(key) ?? key);
}
