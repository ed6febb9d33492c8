import type { Headline, Series, SummaryText } from "../contract/summary.ts";
import type { Unit } from "../contract/terms.ts";
import type { Answer, Context } from "./answer.ts";
import { changeText } from "./change.ts";
import { correctionText } from "./correction.ts";
import { countHead } from "./count-head.ts";
import { detailText } from "./detail.ts";
import { drawingText } from "./drawing.ts";
import { labelText } from "./label.ts";
import type { Amount, Sureness } from "./language/amount.ts";
import { capitalised } from "./language/formats.ts";
import type { Language } from "./language/language.ts";
import { LANGUAGES } from "./languages.ts";
import { sentenceText } from "./sentence.ts";
import { sparklineText } from "./sparkline.ts";
import { type Statement, statementOf } from "./statement.ts";
import { sinceText, statusText } from "./status.ts";

/** What stands for a number that isn't known; never a zero. */
export const UNKNOWN = "—";

/**
 * All words around a typed number. The number's type alone decides them: the offence is named after the
 * articles that were counted, so "desertion" can't be printed over article 337, and every filter is said.
 */
export function summaryText(answer: Answer, context: Context): SummaryText {
  const { edition, type, headline, series, since } = answer;
  const words = LANGUAGES[context.lang];
  const statement = statementOf(answer, context, words);
  const { topic, amount, rate, now } = statement;
  const { open, close } = words.history;
  const number = numberText(type.unit, amount, words);
  return {
    lang: context.lang,
    dir: words.dir,
    heading: context.heading?.trim() || words.heading(topic, now),
    number,
    qualifier: amount ? words.qualifier(amount.sureness) : "",
    inline: inlineText(statement, words),
    so_far: since ? "" : soFarText(headline, words),
    label: labelText(statement, words),
    detail: detailText(statement, words),
    status: statusText(statement, since, words),
    since: since ? sinceText(statement, since, words) : "",
    change: changeText(statement, words),
    correction: correctionText(answer.correction, words),
    sparkline_alt: sparklineText(statement, series, context.today, words),
    drawing: { ...drawingText(answer, words), ...endsOf(series, amount && number, amount, words) },
    sentence: sentenceText(statement, words),
    source: words.source(edition.source.name),
    history: {
      open,
      close,
      week: partHead(series, words),
      count: countHead(topic, series.cumulative ? "totals" : rate ? "rates" : "counts", words),
    },
  };
}

function numberText(unit: Unit, amount: Amount | null, { formats }: Language): string {
  if (amount === null) return UNKNOWN;
  return unit === "share_suspended" ? formats.percent(amount.value) : formats.number(amount.value);
}

/** How sure a value is, in a sign that all languages read, where there is room for no word. */
const SIGNS: Readonly<Record<Sureness, string>> = { exact: "", about: "≈", at_least: "≥", less_than: "<" };

/** The first known value and the newest, which is the number itself. */
function endsOf(
  { values, qualifiers, provisional_from }: Series,
  number: string | null,
  amount: Amount | null,
  { formats }: Language,
): Pick<SummaryText["drawing"], "ends"> {
  const first = values.findIndex((value) => value !== null);
  // What is still growing would be a number too low.
  if (!number || !amount || first < 0 || first >= (provisional_from ?? values.length)) return {};
  const [, , qualifier = "exact"] = qualifiers.find(([from, to]) => first >= from && first <= to) ?? [];
  const value = formats.number(values[first] ?? 0);
  return { ends: [SIGNS[qualifier] + value, SIGNS[amount.sureness] + number] };
}

/** The number as a sentence of somebody else's takes it. */
function inlineText({ edition, topic, amount }: Statement, words: Language): string {
  const number = numberText(topic.unit, amount, words);
  const told = amount ? words.qualified(number, amount.sureness) : number;
  return edition.sample ? words.inSample(told) : told;
}

function soFarText({ so_far }: Headline, words: Language): string {
  if (!so_far) return "";
  return words.thisWeekSoFar(so_far.value === 0 ? null : words.formats.number(so_far.value));
}

/** What heads a column of first days. */
function partHead({ granularity }: Series, { history, formats }: Language): string {
  return granularity === "week" ? history.week : capitalised(history.granularity.month, formats.locale);
}
