import type { Summary, SummaryText } from "../../../../worker/contract/summary.ts";
import { LANGS, type Lang, type Unit } from "../../../../worker/contract/terms.ts";
import { type Answer, summaryText } from "../../../../worker/wording/index.ts";
import type { Topic } from "../../../../worker/wording/language/language.ts";
import { EDITION, HEADLINE, TYPE } from "../../../fixtures/published-answer.ts";

type Headline = Summary["headline"];

/** The default of court records, without a span. */
export const DESERTION = {
  unit: "convictions",
  offence: "desertion",
  articles: ["337", "338"],
} satisfies Answer["type"];

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

/** From published figures: 20,538 cases since the mobilisation, as printed. */
export function printedTotal(headline: Partial<Headline> = {}, rest: Partial<Answer> = {}): Answer {
  return published(
    {
      value: 20_538,
      qualifier: "exact",
      per: null,
      period: { start: "2022-09-21", end: "2025-05-31" },
      age_days: 24,
      figure: { value: 20_538, kind: "total", qualifier: "exact", url: "https://example.org/20538" },
      ...headline,
    },
    {
      type: { ...TYPE, unit: "cases_received", span: "total" },
      series: {
        granularity: "month",
        cumulative: true,
        start: "2022-09-01",
        values: [157, 629, 20_538],
        qualifiers: [[0, 0, "about"]],
        provisional_from: null,
        expected: null,
      },
      ...rest,
    },
  );
}

/** The current week of Tuesday 24 June 2025 so far, from court records. */
export function counted(headline: Partial<Headline> = {}, rest: Partial<Answer> = {}): Answer {
  return {
    ...published(),
    edition: {
      ...EDITION,
      evidence: "records",
      source: { name: "Example Desk", url: "https://example.org/" },
    },
    type: { ...DESERTION, span: "this-week" },
    headline: {
      value: 124,
      shown: "counted",
      qualifier: "exact",
      per: "week",
      period: { start: "2025-06-23", end: "2025-06-24" },
      status: "provisional",
      completeness: 0.58,
      expected: { low: 190, mid: 208, high: 230 },
      so_far: null,
      age_days: 0,
      change: null,
      figure: null,
      ...headline,
    },
    ...rest,
  };
}

/** A week that is over and final, from court records. */
export function final(headline: Partial<Headline> = {}, rest: Partial<Answer> = {}): Answer {
  return counted(
    {
      value: 201,
      period: { start: "2025-05-05", end: "2025-05-11" },
      status: "final",
      completeness: 0.97,
      expected: null,
      age_days: 44,
      ...headline,
    },
    { type: { ...DESERTION, span: "week" }, ...rest },
  );
}

/** A week that is over and still growing, which is told by the middle of its range. */
export function estimated(headline: Partial<Headline> = {}, rest: Partial<Answer> = {}): Answer {
  return final(
    {
      value: 98,
      shown: "expected",
      period: { start: "2025-06-02", end: "2025-06-08" },
      status: "provisional",
      completeness: 0.67,
      expected: { low: 125, mid: 146, high: 172 },
      so_far: {
        value: 1,
        period: { start: "2025-06-23", end: "2025-06-24" },
        completeness: 0.01,
        expected: { low: 125, mid: 150, high: 190 },
      },
      age_days: 16,
      ...headline,
    },
    rest,
  );
}

/** From court records, convictions of 2025 to the Sunday that can be told. */
export function yearToDate(headline: Partial<Headline> = {}, rest: Partial<Answer> = {}): Answer {
  return final(
    {
      value: 3_950,
      per: null,
      period: { start: "2025-01-01", end: "2025-06-08" },
      age_days: 16,
      ...headline,
    },
    {
      type: { ...DESERTION, span: "year" },
      series: {
        granularity: "week",
        cumulative: true,
        start: "2024-12-30",
        values: [60, 210, 3_950],
        qualifiers: [],
        provisional_from: null,
        expected: null,
      },
      ...rest,
    },
  );
}

/** What is said of this week alone. */
export const THIS_WEEK = /this week|на этой неделе|цього тижня/i;
export const THIS_YEAR = /this year|в этом году|цього року/i;

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
    within: null,
    ...filters,
  };
}

/** With ordinary spaces in place of non-breaking ones, and without what holds a range together. */
export function plain(text: string): string {
  return text.replaceAll("\u00a0", " ").replaceAll("\u2060", "");
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
  part: Exclude<keyof SummaryText, "history" | "drawing">,
  answer: Answer,
  today = TUESDAY,
): Record<Lang, string> {
  return inEach((lang) => textOf(answer, lang, today)[part]);
}
