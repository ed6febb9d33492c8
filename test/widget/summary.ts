import { Summary } from "../../worker/contract/summary.ts";
import type { Lang } from "../../worker/contract/terms.ts";
import { type Answer, summaryText } from "../../worker/wording/index.ts";
import { EDITION, HEADLINE, TYPE } from "../fixtures/published-answer.ts";

/** What differs from the plain case, part by part. */
export type Difference = { [Part in keyof Answer]?: Partial<Answer[Part]> };

/** The Tuesday after the newest week of the court records below. */
export const TODAY = "2025-07-01";

const PUBLISHED: Answer = {
  // A publisher that retells another: the longer kind of name.
  edition: { ...EDITION, source: { name: "Mediazona via The Kyiv Independent", url: EDITION.source.url } },
  type: TYPE,
  headline: HEADLINE,
  series: {
    granularity: "week",
    start: "2022-09-19",
    values: [
      ...Array<number>(32).fill(18),
      ...Array<number>(29).fill(99),
      ...Array<null>(18).fill(null),
      ...Array<number>(4).fill(154),
      ...Array<number>(2).fill(175),
      ...Array<null>(47).fill(null),
      ...Array<number>(5).fill(198),
    ],
    qualifiers: [
      [0, 84, "at_least"],
      [132, 136, "about"],
    ],
    provisional_from: null,
    expected: null,
  },
};

/** Half a year of weeks, of which the last three are still growing, and a day of the next one. */
const RECORDS: Answer = {
  edition: { ...PUBLISHED.edition, evidence: "records" },
  type: { unit: "convictions", offence: "desertion", articles: ["337", "338"], span: "week" },
  headline: {
    ...PUBLISHED.headline,
    value: 131,
    shown: "expected",
    qualifier: "exact",
    period: { start: "2025-06-16", end: "2025-06-22" },
    status: "provisional",
    completeness: 0.72,
    expected: { low: 158, mid: 182, high: 204 },
    so_far: {
      value: 4,
      period: { start: "2025-06-30", end: TODAY },
      completeness: 0.02,
      expected: { low: 120, mid: 181, high: 240 },
    },
    age_days: 9,
    figure: null,
  },
  series: {
    granularity: "week",
    start: "2024-12-30",
    values: [
      148, 162, 171, 155, 166, 180, 174, 169, 158, 177, 186, 190, 181, 172, 184, 195, 188, 179, 192, 201, 196,
      187, 193, 176, 131,
    ],
    qualifiers: [],
    provisional_from: 22,
    expected: [
      { low: 193, mid: 195, high: 199 },
      { low: 178, mid: 184, high: 196 },
      { low: 158, mid: 182, high: 204 },
    ],
  },
};

/** A body as the service sends it from published figures: steps, lower bounds, gaps, nothing provisional. */
export function published(lang: Lang = "en", difference: Difference = {}): Summary {
  return body(PUBLISHED, lang, difference);
}

/** A body made from court records. */
export function records(lang: Lang = "en", difference: Difference = {}): Summary {
  return body(RECORDS, lang, difference);
}

/** With the service's own words, and parsed by the contract: no test leans on what the service couldn't send. */
function body(plain: Answer, lang: Lang, difference: Difference): Summary {
  const answer = { ...plain, ...difference } as Answer;
  for (const part of Object.keys(difference) as (keyof Answer)[]) {
    Object.assign(answer, { [part]: { ...plain[part], ...difference[part] } });
  }
  return Summary.parse({
    ...answer,
    text: summaryText(answer, { lang, today: TODAY }),
    theme: { slug: "default" },
  });
}
