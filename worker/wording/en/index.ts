import { SOURCES } from "../../domain/sources.ts";
import { articleList } from "../language/articles.ts";
import { capitalised, formats } from "../language/formats.ts";
import type { Language, PeriodWords } from "../language/language.ts";
import { publisherOf } from "../language/publisher.ts";
import { counted, counting } from "./counted.ts";
import { history } from "./history.ts";
import { period } from "./period.ts";
import { ratioWords } from "./ratio.ts";
import { BRIEF_GROUND, GROUND, LABEL, OFFENCES, UNITS } from "./words.ts";

const f = formats("en-GB");

export const en = {
  dir: "ltr",
  formats: f,
  ...counting,
  heading({ unit, group, articles }, thisWeek) {
    const when = thisWeek ? " this week" : "";
    if (group === "desertion" && unit === "convictions") return `Deserters convicted${when || " in Russia"}`;
    const { heading, link } = UNITS[unit];
    return `${heading}${when} ${group ? `${link} ${OFFENCES[group]}` : under(articles)}`;
  },
  atLeastAfter: "at least",
  per: { per_day: "a day", per_working_day: "a working day", per_week: "a week", per_month: "a month" },
  articles: (articles) => articleList(articles, LABEL, f),
  under,
  underBriefly: (articles) => `under ${articleList(articles, BRIEF_GROUND, f)}`,
  period,
  date: (date) => `${f.dayMonth(date)} ${date.slice(0, 4)}`,
  thisWeekTo: (date) => `this week so far, to ${f.weekday(date)} ${f.dayMonth(date)}`,
  inDays: (days) => counted(days, ["day", "days"]),
  according(source) {
    // Within a sentence a description has no capital.
    if (source === SOURCES.records.name) return "according to records of Russian military courts";
    const { name, via } = publisherOf(source);
    // A name of several words takes no possessive, and one with a parenthesis names whose count it was.
    if (!/^\w+$/.test(name) || via?.includes("(")) return `according to ${source}`;
    return `by ${name}’s count${via ? `, via ${via}` : ""}`;
  },
  source: (source) => `Source: ${source}`,
  asOfEdition: (id) => `as of edition ${id}`,
  asOf: (date, id) => `as of ${date} (edition ${id})`,
  beforeFirst: (asked, id, date) =>
    `There was no edition yet as of ${asked}: the first, ${id}, was published on ${date}. Ask for that date or a later one.`,
  detail: {
    derived: "derived from published totals",
    counted: (unit) =>
      `Counted from court records by date of ${unit === "cases_received" ? "receipt" : "verdict"}`,
    suppressed: "a count of one court, week and kind that is so small is not given, to point at nobody",
    uncoded: "the kind of service and the sentence are known only where the verdict’s text has been read",
    arrived: (share) => `an estimated ${share} of records are in so far`,
    unknown: "Nothing is known for this question; that does not mean zero",
  },
  unknownNumber: (what, ground) => `The number of ${what} ${ground} is not known`,
  notZero: "That does not mean zero.",
  change: {
    weekBefore: { name: "the week before", during: "the week before" },
    more: (n, rate, { during }) => `${n} more${rate ? " a week" : ""} than ${during}`,
    fewer: (n, rate, { during }) => `${n} fewer${rate ? " a week" : ""} than ${during}`,
    same: ({ name }) => `no change from ${name}`,
  },
  status: {
    sample: "SAMPLE – generated data, not real.",
    stale: (date) => `Shown as of ${date}; newer data can’t be reached.`,
    incomplete: "Incomplete: records of recent weeks are still arriving.",
    expected: (range) => `Expected ${range} when complete (90% interval).`,
    now: (n) => `now ${n}`,
    nowUnknown: "not known now",
    moreSince: (n) => `${n} more since`,
    fewerSince: (n) => `${n} fewer since`,
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
    title: (unit, during, weeks) =>
      `${UNITS[unit].noun[1]} a week ${during}, ${counted(weeks, ["week", "weeks"])}`,
    extremes: (first, last, lowest, highest) =>
      `first ${first}, last ${last}, lowest ${lowest}, highest ${highest}`,
    unknown: (weeks) => `Nothing known for ${counted(weeks, ["week", "weeks"])}.`,
    suppressed: (weeks) => `Counts too small to be given in ${counted(weeks, ["week", "weeks"])}.`,
    lowerBounds: (weeks) => `Lower bounds for ${counted(weeks, ["week", "weeks"])}.`,
    incomplete: (weeks) =>
      weeks === 1 ? "The last week is incomplete." : `The last ${f.number(weeks)} weeks are incomplete.`,
    empty: "No weekly values are known.",
  },
  correctionsFeed: {
    title: "Corrections of the counts of Russian soldiers convicted",
    subtitle: "What each edition changed in weeks that had been reported before",
  },
  history,
} satisfies Language;

function under(articles: readonly string[]): string {
  return `under ${articleList(articles, GROUND, f)}`;
}

/** A period's name without its article. */
function bare({ name }: PeriodWords): string {
  return name.replace(/^the /, "");
}
