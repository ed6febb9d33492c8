import type { ShareChange } from "../contract/share-change.ts";
import type { Lang, Sentence, Service } from "../contract/terms.ts";
import { capitalised } from "./language/formats.ts";
import { LANGUAGES } from "./languages.ts";
import { groundOf, topicOf } from "./topic.ts";

/**
 * A line of a list of corrections about a share, with its denominators: "Convictions with a suspended sentence under
 * articles 337 and 338: 30/40 → 10/40 (corrected records)".
 */
export function shareLine({ type, by, key, before, after }: ShareChange, lang: Lang): string {
  const words = LANGUAGES[lang];
  const narrowed = by === "sentence" ? { sentence: key as Sentence } : { service: key as Service };
  const topic = topicOf({ ...type, ...narrowed }, words, undefined);
  const { number, locale } = words.formats;
  const said = ({ value, known }: typeof before) => `${number(value)}/${number(known)}`;
  const what = `${words.numberOf(topic)} ${groundOf(topic, words.underBriefly(type.articles), words)}`;
  return `${capitalised(what, locale)}: ${said(before)} → ${said(after)} (${words.classes.corrected})`;
}
