import type { CompareText, Side } from "../contract/compare.ts";
import type { Lang } from "../contract/terms.ts";
import type { PlaceNames } from "./answer.ts";
import {
  amountOf,
  type Comparison,
  comparisonText,
  coverageText,
  lateText,
  numeralOf,
} from "./comparison.ts";
import { countHead } from "./count-head.ts";
import { capitalised, DOT } from "./language/formats.ts";
import type { Language } from "./language/language.ts";
import { LANGUAGES } from "./languages.ts";
import { publishedOn } from "./published-on.ts";
import { UNKNOWN } from "./summary-text.ts";
import { placesOf, topicOf } from "./topic.ts";

interface Context {
  lang: Lang;
  places?: PlaceNames;
  /** Whether an earlier edition was asked for. */
  frozen: boolean;
}

/** All words around a comparison. As with a headline, its type alone decides them. */
export function compareText(comparison: Comparison, { lang, places, frozen }: Context): CompareText {
  const words = LANGUAGES[lang];
  const { edition, type, period, against } = comparison;
  const topic = topicOf(type, words, places);
  const sides = [period, ...against];
  const amount = amountOf(period);
  return {
    lang,
    dir: words.dir,
    heading: words.heading(topic, null),
    label: [
      countHead(topic, "counts", words),
      words.articles(topic.articles),
      ...placesOf(topic, words),
    ].join(DOT),
    number: amount ? words.formats.number(amount.value) : UNKNOWN,
    qualifier: amount ? words.qualifier(amount.sureness) : "",
    sides: sides.map((side) => sideText(side, words)),
    key: keyOf(sides, words),
    status: statusText(edition, frozen, words),
    sentence: comparisonText(comparison, lang, places),
    source: words.source(edition.source.name),
    history: words.history.open,
  };
}

function sideText(side: Side, words: Language): CompareText["sides"][number] {
  const isKnown = amountOf(side) !== null;
  return {
    name: capitalised(words.period(side.period).name, words.formats.locale),
    number: isKnown ? numeralOf(side, words) : words.history.unknown,
    note: isKnown ? [coverageText(side, words), ...lateText(side, words)].filter(Boolean).join(", ") : "",
  };
}

/** What is drawn otherwise than a whole and final count. */
function keyOf(sides: readonly Side[], { drawing }: Language): CompareText["key"] {
  const known = sides.filter((side) => amountOf(side) !== null);
  const key: CompareText["key"] = [];
  if (known.some(({ status, expected }) => status === "provisional" && expected)) {
    key.push({ mark: "estimate", text: drawing.estimate });
  }
  if (known.some(({ qualifier }) => qualifier === "at_least")) {
    key.push({ mark: "bound", text: drawing.bound });
  }
  return key;
}

function statusText(edition: Comparison["edition"], frozen: boolean, words: Language): string {
  const asOf = words.asOf(publishedOn(edition, words), edition.id);
  return [
    edition.sample ? words.status.sample : "",
    edition.stale ? words.status.stale(publishedOn(edition, words)) : "",
    frozen ? `${capitalised(asOf, words.formats.locale)}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
