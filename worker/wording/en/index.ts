import type { Unit } from "../../contract/terms.ts";
import { SOURCES } from "../../domain/sources.ts";
import { articleList } from "../language/articles.ts";
import { capitalised, formats, NBSP } from "../language/formats.ts";
import type { Difference, Language, PeriodWords } from "../language/language.ts";
import { publisherOf } from "../language/publisher.ts";
import { counted, counting } from "./counted.ts";
import { drawing } from "./drawing.ts";
import { history } from "./history.ts";
import { period } from "./period.ts";
import { ratioWords } from "./ratio.ts";
import { BRIEF_GROUND, GROUND, LABEL, OFFENCES, UNITS } from "./words.ts";

const f = formats("en-GB");

export const en = {
  dir: "ltr",
  formats: f,
  ...counting,
  heading({ unit, group, articles }, now) {
    const when = now ? ` this ${now}` : "";
    if (group === "desertion" && unit === "convictions") return `Deserters convicted${when || " in Russia"}`;
    const { heading, link } = UNITS[unit];
    return `${heading}${when} ${group ? `${link} ${OFFENCES[group]}` : under(articles)}`;
  },
  fallback: (offence) =>
    `${UNITS.convictions.heading} of ${offence ? OFFENCES[offence] : "disobeying orders or leaving their units"}`,
  inSample: (number) => `${number} (sample)`,
  per: { per_day: "a day", per_working_day: "a working day", per_week: "a week", per_month: "a month" },
  articles: (articles) => articleList(articles, LABEL, f),
  under,
  underBriefly: (articles) => `under ${articleList(articles, BRIEF_GROUND, f)}`,
  period,
  date: (date) => `${f.dayMonth(date)} ${date.slice(0, 4)}`,
  thisWeekTo: (date) => `so far this week, as recorded by ${f.weekday(date)} ${f.dayMonth(date)}`,
  recordedSoFar: "recorded so far",
  thisWeekSoFar: (n) => `This week so far: ${n === null ? "none recorded yet" : `${n} recorded`}`,
  age: ({ unit, count, over }) => `${over ? "more than " : ""}${counted(count, [unit, `${unit}s`])}`,
  estimate: {
    label: "estimated",
    recorded: (n) => `${n} recorded so far`,
    expected: (range) => `${range} expected`,
    sentence: (n, range) => `An estimate: ${n} recorded so far, ${range} expected (90% interval).`,
  },
  inDays: (days) => counted(days, ["day", "days"]),
  according(source) {
    // Within a sentence a description has no capital.
    if (source === SOURCES.records.name) return "according to records of Russian military courts";
    const { name, via } = publisherOf(source);
    // A name of several words takes no possessive, and one with a parenthesis names whose count it was.
    if (!/^\w+$/.test(name) || via?.includes("(")) return `according to ${source}`;
    return `by ${name}’s count${via ? `, via ${via}` : ""}`;
  },
  calculated(source) {
    const { name, via } = publisherOf(source);
    if (!/^\w+$/.test(name) || via?.includes("(")) return `calculated from totals according to ${source}`;
    return `calculated from ${name}’s totals${via ? ` as reported by ${via}` : ""}`;
  },
  source: (source) => `Source: ${source}`,
  asOfEdition: (id) => `as of edition ${id}`,
  asOf: (date, id) => `as of ${date} (edition ${id})`,
  beforeFirst: (asked, id, date) =>
    `There was no edition yet as of ${asked}: the first, ${id}, was published on ${date}. Ask for that date or a later one.`,
  detail: {
    counted: (unit) => `Counted from court records by date of ${dated(unit)}`,
    estimated: (unit) => `Estimated from court records by date of ${dated(unit)}`,
    uncoded: "the kind of service and the sentence are known only where the verdict’s text has been read",
    arrived: (share) => `an estimated ${share} of records are in so far`,
    unknown: "Nothing is known for this question; that does not mean zero",
  },
  unknownNumber: (what, ground) => `The number of ${what} ${ground} is not known`,
  notZero: "That does not mean zero.",
  change: {
    weekBefore: { name: "the week before", during: "the week before" },
    samePart: (year, of) => {
      const name = `the same ${of === "weeks" ? "weeks" : "period"} of ${year}`;
      return { name, during: `in ${name}` };
    },
    more: (by, { during }) => `${differing(by, "more")} than ${during}`,
    fewer: (by, { during }) => `${differing(by, "fewer")} than ${during}`,
    same: ({ name, during }, about) => (about ? `about the same as ${during}` : `no change from ${name}`),
  },
  status: {
    sample: `SAMPLE${NBSP}– generated data, not real.`,
    stale: (date) => `Shown as of ${date}; newer data can’t be reached.`,
    incomplete: "Incomplete: records of recent weeks are still arriving.",
    expected: (range) => `Expected ${range} when complete (90% interval).`,
    expectedWeek: (range) => `Expected for the whole week: ${range} (90% interval).`,
    estimated:
      "Records are still arriving: nine times in ten the final count falls within the expected range.",
    agedFigure: (age) => `This figure is ${age} old; no newer one of its kind has been found.`,
    agedRecords: (age) => `This number is ${age} old; a newer one can’t be given yet.`,
    now: (n) => `now ${n}`,
    nowUnknown: "not known now",
    moreSince: (by) => `${differing(by, "more")} since`,
    fewerSince: (by) => `${differing(by, "fewer")} since`,
    sameSince: "unchanged since",
  },
  correction: (date, week, before, after) =>
    `Corrected on ${date}: ${bare(week)} from ${before} to ${after}.`,
  changeLine: (week, what, counts, why) =>
    `${capitalised(bare(week), f.locale)}, ${what}: ${counts} (${why})`,
  classes: {
    late: "late records",
    corrected: "corrected records",
    vanished: "records vanished at the source",
    method: "changed method",
  },
  compare: {
    wholeYear: (year) => `in all of ${year}`,
    clause: (ratio, during) => `${ratioWords(ratio)} ${during}`,
    clauses: f.list,
    beside: (counts) => `for comparison, ${counts}`,
    none: "none",
    unknown: "an unknown number",
    covered: (share) => `of which ${share} of the days are covered`,
  },
  series: {
    title: (unit, during, granularity, n) =>
      `${UNITS[unit].noun[1]} a ${granularity} ${during}, ${counted(n, [granularity, `${granularity}s`])}`,
    evenly: "Between the totals that were printed it is drawn as if it grew evenly.",
    calculated: {
      rates: "Weekly rates are calculated from published totals.",
      counts: "What was not printed is calculated from published totals.",
    },
    total: (what) => `total of ${what}`,
    growth: (first, last, part) => `${first} at the end of the first ${part}, ${last} at the end of the last`,
    extremes: (first, last, lowest, highest) =>
      `first ${first}, last ${last}, lowest ${lowest}, highest ${highest}`,
    unknown: (count) => `Nothing known for ${count}.`,
    lowerBounds: (count) => `Lower bounds for ${count}.`,
    estimated: (count) => `Estimated at the end: ${count}.`,
    incomplete: (count) => `Incomplete at the end, and not in these numbers: ${count}.`,
    count: (granularity, n) => counted(n, [granularity, `${granularity}s`]),
    empty: "No values are known.",
  },
  drawing,
  correctionsFeed: {
    title: "Corrections of the counts of Russian soldiers convicted",
    subtitle: "What each edition changed in weeks that had been reported before",
  },
  history,
} satisfies Language;

function under(articles: readonly string[]): string {
  return `under ${articleList(articles, GROUND, f)}`;
}

/** The event that a unit is counted by. */
function dated(unit: Unit): string {
  return unit === "cases_received" ? "receipt" : "verdict";
}

/** "About 12 more a week" */
function differing({ numeral, about, rate }: Difference, more: string): string {
  return `${about ? "about " : ""}${numeral} ${more}${rate ? " a week" : ""}`;
}

/** A period's name without its article. */
function bare({ name }: PeriodWords): string {
  return name.replace(/^the /, "");
}
