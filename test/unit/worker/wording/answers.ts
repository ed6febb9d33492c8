import type { Summary, SummaryText } from "../../../../worker/contract/summary.ts";
import { LANGS, type Lang, type Unit } from "../../../../worker/contract/terms.ts";
import { type Answer, summaryText } from "../../../../worker/wording/index.ts";
import type { Topic } from "../../../../worker/wording/language/language.ts";
import { EDITION, HEADLINE, TYPE } from "../../../fixtures/published-answer.ts";

type Headline = Summary["headline"];

/** From published figures. */
export function published(headline: Partial<Headline> = {}, rest: Partial<Answer> = {}): Answer {
  return {
    edition: EDITION,
    type: TYPE,
    headline: { ...HEADLINE, ...headline },
    series: {
      granularity: "week",
      start: "2025-03-31",
      values: [175, 198],
      qualifiers: [],
      provisional_from: null,
      expected: null,
    },
    ...rest,
  };
}

/** The current week of Tuesday 24 June 2025, from court records. */
export function counted(headline: Partial<Headline> = {}, rest: Partial<Answer> = {}): Answer {
  return {
    ...published(),
    edition: {
      ...EDITION,
      evidence: "records",
      source: { name: "Example Desk", url: "https://example.org/" },
    },
    type: { unit: "convictions", offence: "desertion", articles: ["337", "338"] },
    headline: {
      value: 124,
      qualifier: "exact",
      per: "week",
      period: { start: "2025-06-23", end: "2025-06-29" },
      status: "provisional",
      completeness: 0.58,
      expected: { low: 190, mid: 208, high: 230 },
      change: null,
      figure: null,
      ...headline,
    },
    ...rest,
  };
}

export const TUESDAY = "2025-06-24";

/** What is counted, where only some of it matters. */
export function counting(unit: Unit, filters: Partial<Topic> = {}): Topic {
  return {
    unit,
    group: null,
    articles: ["337"],
    service: null,
    sentence: null,
    court: null,
    region: null,
    ...filters,
  };
}

/** With ordinary spaces in place of non-breaking ones. */
export function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

/** The text with ordinary spaces in place of non-breaking ones, which have a test of their own. */
export function textOf(answer: Answer, lang: Lang, today = TUESDAY, heading?: string): SummaryText {
  const text = summaryText(answer, { lang, today, ...(heading === undefined ? {} : { heading }) });
  return JSON.parse(plain(JSON.stringify(text))) as SummaryText;
}

/** A text in all languages, with ordinary spaces. */
export function inEach(text: (lang: Lang) => string): Record<Lang, string> {
  return Object.fromEntries(LANGS.map((lang) => [lang, plain(text(lang))])) as Record<Lang, string>;
}

/** One part of the text in all languages. */
export function inAll(
  part: Exclude<keyof SummaryText, "history">,
  answer: Answer,
  today = TUESDAY,
): Record<Lang, string> {
  return inEach((lang) => textOf(answer, lang, today)[part]);
}
