import type { CompareBody, SamePart, Side } from "../contract/compare.ts";
import type { Lang } from "../contract/terms.ts";
import { daysIn } from "../domain/calendar.ts";
import type { PlaceNames } from "./answer.ts";
import type { Amount } from "./language/amount.ts";
import { capitalised } from "./language/formats.ts";
import type { Language } from "./language/language.ts";
import { type Ratio, ratioOf } from "./language/ratio.ts";
import { spanOf } from "./language/span.ts";
import { LANGUAGES } from "./languages.ts";
import { rangeText } from "./range.ts";
import { groundIn, topicOf } from "./topic.ts";

/** A count in one period, beside the same count in others, with all that its words are made from. */
export type Comparison = Omit<CompareBody, "text">;

type Against = Comparison["against"][number];

/**
 * A comparison in sentences that are ready to quote: "In the first half of 2023 Russian military courts received 2,076
 * cases under article 337: about twice as many as in all of 2022 (1,001), according to …". They say all that the
 * sentence of a summary says. Ratios are those that the comparison has: what is late or a lower bound stands
 * beside, as what it is. Nothing is compared with what isn't known.
 */
export function comparisonText(comparison: Comparison, lang: Lang, places?: PlaceNames): string {
  const words = LANGUAGES[lang];
  const { edition, period, against, same_part } = comparison;
  const known = against.filter((side) => amountOf(side) !== null);
  const unknown = against.filter((side) => amountOf(side) === null);
  return [
    edition.sample ? words.status.sample : "",
    ...(amountOf(period) === null
      ? unknownText(comparison, known, words, places)
      : [statedText(comparison, known, words, places), incompleteText(period, words)]),
    unknown.length > 0 ? words.compare.unknown(words.formats.list(unknown.map(nameIn(words)))) : "",
    same_part ? samePartText(same_part, words) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function statedText(
  { edition, type, period, against }: Comparison,
  known: readonly Against[],
  words: Language,
  places: PlaceNames | undefined,
): string {
  const topic = topicOf(type, words, places);
  const during = `${words.period(period.period).during}${inBrackets(coverageText(period, words))}`;
  const act = words.act(topic, amountOf(period)!, false);
  const tail = tailOf(period, known, words);
  const isDerived = [period, ...against].some(({ derived }) => derived);
  const source = (isDerived ? words.calculated : words.according)(edition.source.name);
  const stated = `${during} ${act} ${words.underBriefly(type.articles)}${tail}, ${source}`;
  return `${capitalised(stated, words.formats.locale)} (${words.asOfEdition(edition.id)}).`;
}

/** That the number asked for isn't known, and what of the others is. */
function unknownText(
  { edition, type, period }: Comparison,
  known: readonly Against[],
  words: Language,
  places: PlaceNames | undefined,
): string[] {
  const topic = topicOf(type, words, places);
  const ground = groundIn(topic, words.underBriefly(type.articles), words);
  const what = words.unknownNumber(
    words.numberOf(topic),
    `${ground} ${words.period(period.period).during}`,
    words.asOfEdition(edition.id),
  );
  const others = known.map((side) => besideText(side, duringOf(side, known, period, words), words));
  const list = words.formats.list(others);
  const source = words.according(edition.source.name);
  return [what, words.notZero, others.length > 0 ? words.compare.known(list, source) : ""];
}

function tailOf(period: Side, known: readonly Against[], words: Language): string {
  const clauses: string[] = [];
  const beside: string[] = [];
  for (const side of known) {
    const during = duringOf(side, known, period, words);
    const ratio = ratioTo(side, period);
    if (ratio) clauses.push(`${words.compare.clause(ratio, during)} (${numeralOf(side, words)})`);
    else beside.push(besideText(side, during, words));
  }
  return [
    clauses.length > 0 ? `: ${words.compare.clauses(clauses)}` : "",
    beside.length > 0 ? `; ${words.compare.beside(words.formats.list(beside))}` : "",
  ].join("");
}

/** What can be told of a count against another; null where the comparison has no ratio, or one that says too much. */
function ratioTo(side: Against, period: Side): Ratio | null {
  if (!period.value || !side.value || side.ratio === null) return null;
  return ratioOf(
    period.value,
    side.value,
    [period, side].every(({ qualifier }) => qualifier === "exact"),
  );
}

/** A count that has no ratio: "78 in the week of 23–29 November 2026 (incomplete, 131–164 expected)". */
function besideText(side: Against, during: string, words: Language): string {
  const doubts = [coverageText(side, words), ...lateText(side, words)].filter(Boolean).join(", ");
  return `${numeralOf(side, words)} ${during}${inBrackets(doubts)}`;
}

/** "All of" is said once, where a reader first meets a year beside something shorter. */
function duringOf(side: Against, sides: readonly Against[], { period }: Side, words: Language): string {
  const isYear = (one: Side["period"]) => spanOf(one).kind === "year";
  // A leap year is a day longer, and still no longer than another year.
  const whole = isYear(period)
    ? undefined
    : sides.find((one) => isYear(one.period) && daysIn(one.period) > daysIn(period));
  return side === whole
    ? words.compare.wholeYear(side.period.start.slice(0, 4))
    : words.period(side.period).during;
}

/** What is final of a period that isn't: "Final so far: 5,012 between 1 January and 8 November 2026, 4% more than …" */
function samePartText({ period, against, ratio }: SamePart, words: Language): string {
  const { compare, formats } = words;
  const said = (value: number) => (value === 0 ? compare.none : formats.number(value));
  const now = `${said(period.value)} ${words.period(period.period).during}`;
  const then = words.period(against.period).during;
  const told = ratio && period.value > 0 ? ratioOf(period.value, against.value) : null;
  const compared = told
    ? `, ${compare.clause(told, then)} (${said(against.value)})`
    : `; ${compare.beside(`${said(against.value)} ${then}`)}`;
  return compare.final(`${now}${compared}`);
}

/** That a count is still growing, and to what. */
function incompleteText({ status, expected }: Side, { status: words, formats }: Language): string {
  if (status === "final") return "";
  if (!expected) return words.incomplete;
  return `${words.incomplete} ${words.expected(rangeText(expected, formats))}`;
}

export function lateText({ status, expected }: Side, { history, estimate, formats }: Language): string[] {
  if (status === "final") return [];
  return [history.provisional, expected ? estimate.expected(rangeText(expected, formats)) : ""];
}

export function numeralOf(side: Side, { compare, formats, qualified }: Language): string {
  const { value, sureness } = amountOf(side)!;
  return value === 0 ? compare.none : qualified(formats.number(value), sureness);
}

/** A count as it can be said; null where it isn't known. */
export function amountOf({ value, qualifier }: Side): Amount | null {
  // That there were at least none says nothing.
  if (value === null || (value === 0 && qualifier === "at_least")) return null;
  return { value, sureness: value === 0 ? "exact" : qualifier };
}

/** The share of the days that a count covers; never rounded to all or none of them. */
export function coverageText({ coverage }: Side, { compare, formats }: Language): string {
  if (coverage >= 1) return "";
  return compare.covered(formats.percent(Math.min(99, Math.max(1, Math.round(coverage * 100)))));
}

function nameIn(words: Language): (side: Side) => string {
  return ({ period }) => words.period(period).name;
}

function inBrackets(text: string): string {
  return text && ` (${text})`;
}
