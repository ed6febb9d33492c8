import type { Unit } from "../../contract/terms.ts";
import { articleList } from "../language/articles.ts";
import { editionOf } from "../language/edition-id.ts";
import { capitalised, formats, NBSP } from "../language/formats.ts";
import type { Difference, Language, PeriodWords } from "../language/language.ts";
import { counted, counting } from "./counted.ts";
import { drawing } from "./drawing.ts";
import { history } from "./history.ts";
import { forDaysOf, inDaysOf, period } from "./period.ts";
import { according, calculated, sourceLine } from "./publishers.ts";
import { ratioWords } from "./ratio.ts";
import { BRIEF_GROUND, GROUND, LABEL, OFFENCES, UNITS } from "./words.ts";

const f = formats("en-GB");

export const en = {
  dir: "ltr",
  formats: f,
  ...counting,
  heading({ unit, group, articles }, now) {
    const when = now ? ` this ${now}` : "";
    if (group === "desertion" && unit === "convictions") return `Russian deserters convicted${when}`;
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
  date,
  thisWeekTo: (date) => `so far this week, as recorded by ${f.weekday(date)} ${f.dayMonth(date)}`,
  recordedSoFar: "recorded so far",
  thisWeekSoFar: (n) => `This week so far: ${n === null ? "none recorded yet" : `${n} recorded`}`,
  age: ({ unit, count, over }) => `${over ? "more than " : ""}${counted(count, [unit, `${unit}s`])}`,
  estimate: {
    label: "estimated",
    recorded: (n) => `${n} recorded so far`,
    expected: (range) => `${range} expected`,
    sentence: (n, range) =>
      `An estimate: ${n} recorded so far, likely to reach ${range} (nine times in ten).`,
  },
  days: (days) => counted(days, ["day", "days"]),
  inDaysOf,
  forDaysOf,
  according,
  calculated,
  source: sourceLine,
  asOfEdition(id) {
    const edition = editionOf(id);
    return edition ? `data of ${date(edition.date)}, edition ${edition.ordinal}` : `edition ${id}`;
  },
  asOf: (date, id) => `as of ${date} (edition ${id})`,
  detail: {
    counted: (unit) => `Counted from court records by date of ${dated(unit)}`,
    estimated: (unit) => `Estimated from court records by date of ${dated(unit)}`,
    uncoded: "the kind of service and the sentence are known only where the verdict’s text has been read",
    arrived: (share) => `an estimated ${share} of records are in so far`,
    unknown: "There is no figure for this question; this does not mean zero",
  },
  unknownNumber: (what, ground, asOf) => `This edition has no figure for ${what} ${ground} (${asOf}).`,
  notZero: "This does not mean there were none.",
  change: {
    weekBefore: { name: "the week before", during: "the week before" },
    samePart: (year, of) => {
      const name = `the same ${of === "weeks" ? "weeks" : "period"} of ${year}`;
      return { name, during: `in ${name}` };
    },
    more: (by, { during }) => `${differing(by, "more")} than ${between(during)}`,
    fewer: (by, { during }) => `${differing(by, "fewer")} than ${between(during)}`,
    same: ({ name, during }, about) =>
      about ? `about the same as ${between(during)}` : `no change from ${name}`,
  },
  status: {
    sample: `SAMPLE${NBSP}– generated data, not real.`,
    stale: (date) => `Data as of ${date}; newer data is unavailable at the moment.`,
    incomplete: "Incomplete: records of recent weeks are still arriving.",
    expected: (range) => `Likely to reach ${range} when all are in (nine times in ten).`,
    expectedWeek: (range, week) =>
      `Likely to reach ${range} for the whole ${bare(week)} (nine times in ten).`,
    estimated:
      "Records are still arriving: nine times in ten the final count falls within the expected range.",
    frozen: {
      incomplete: (range) =>
        `Incomplete then: records were still arriving${range ? `, and ${range} were expected` : ""}.`,
      estimated: "Records were still arriving then, and the number was an estimate.",
    },
    agedFigure: (age) => `This figure is ${age} old; no newer one of its kind has been found.`,
    agedRecords: (age) => `This number is ${age} old; a newer one can’t be given yet.`,
    now: (n) => `now ${n}`,
    nowUnknown: "not known now",
    moreSince: (by) => `${differing(by, "more")} since`,
    fewerSince: (by) => `${differing(by, "fewer")} since`,
    sameSince: "unchanged since",
  },
  correction: (date, week, before, after) => `Revised on ${date}: ${bare(week)} from ${before} to ${after}.`,
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
    clause: (ratio, during) => `${ratioWords(ratio)} ${between(during)}`,
    clauses: f.list,
    beside: (counts) => `for comparison, ${counts}`,
    none: "none",
    known: (counts, according) => `What is known: ${counts}, ${according}.`,
    unknown: (names) => `There are no figures for ${names}.`,
    final: (comparison) => `Final so far: ${comparison}.`,
    covered: (share) => `figures for ${share} of its days`,
  },
  series: {
    title: (what, during, granularity, n) =>
      `${what}, ${during}, ${counted(n, [granularity, `${granularity}s`])}`,
    evenly: "Between published totals, growth is drawn as even.",
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
    title: "Updates and corrections to the counts of Russian soldiers convicted",
    subtitle: "What each edition changed in weeks that had been reported before",
    more: (n) => `and ${n} more`,
  },
  history,
} satisfies Language;

function date(iso: string): string {
  return `${f.dayMonth(iso)} ${iso.slice(0, 4)}`;
}

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

/** "Than from … to" reads badly: after a comparison the dates are "between". */
function between(during: string): string {
  return during.replace(/^from(\s)(.+?) to(\s)(.+)$/, "between$1$2 and$3$4");
}

/** A period's name without its article. */
function bare({ name }: PeriodWords): string {
  return name.replace(/^the /, "");
}
