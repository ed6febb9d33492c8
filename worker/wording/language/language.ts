import type { Period } from "../../contract/common.ts";
import type { FigureKind, Offence, Sentence, Service, Unit } from "../../contract/terms.ts";
import type { Age } from "./age.ts";
import type { Amount } from "./amount.ts";
import type { ChangeClass } from "./change-class.ts";
import type { DrawingTerms } from "./drawing-terms.ts";
import type { Formats } from "./formats.ts";
import type { HistoryTerms } from "./history-terms.ts";
import type { Ratio } from "./ratio.ts";

export type RateKind = Exclude<FigureKind, "total" | "percent">;

/** A period by name ("April 2025") and as an adverbial ("in April 2025"). */
export interface PeriodWords {
  name: string;
  during: string;
}

/** By how much two numbers differ; `about` where one of them isn't exact, `rate` where they are counts a week. */
export interface Difference {
  numeral: string;
  about: boolean;
  rate: boolean;
}

/** What a number is about: the unit, the articles and each filter; null: not narrowed by it. */
export interface Topic {
  unit: Unit;
  /** Derived from the articles, never the other way round. */
  group: Offence | null;
  articles: readonly string[];
  service: Service | null;
  sentence: Sentence | null;
  /** The court as a reader may call it: its name, or else what it is and its code. */
  court: string | null;
  region: string | null;
  /** That it is in the region: "in Rostov oblast"; null: by its name alone. */
  within: string | null;
}

/** What is counted, in unit and filters; the articles and the place are said beside it. */
export type Counted = Pick<Topic, "unit" | "service" | "sentence">;

/** Vocabulary and grammar of one language. What is said, and in which order, is the composer's. */
export interface Language {
  dir: "ltr" | "rtl";
  formats: Formats;
  /** @param now the current week or year, where the number is of that; null: of any other time */
  heading(topic: Topic, now: "week" | "year" | null): string;
  /** Convictions of an offence group, null: of whichever may answer; in words that hold without the articles beside them. */
  fallback(offence: Offence | null): string;
  /**
   * The unit and the kind of service as they agree with a number that stands apart from them: "convictions of
   * contract soldiers"; null: a number that isn't known. As a rate "convictions a week of contract soldiers".
   */
  noun(counted: Counted, amount: Amount | null, per?: "week" | "month"): string;
  /** Unit, service and punishment in the plural, as after "the number of". */
  numberOf(counted: Counted): string;
  /**
   * The same as a rate, the punishment after it, so that nobody is sentenced to "imprisonment a week": "convictions a
   * week of contract soldiers: imprisonment".
   */
  numberPer(counted: Counted, per: "week" | "month"): string;
  /** Number and unit: "about 198 convictions". */
  amount(unit: Unit, amount: Amount): string;
  /**
   * Who did what to how many, as a rate or once: "Russian military courts handed down 12 convictions a week of
   * contract soldiers resulting in imprisonment". A named court does it instead of all of them.
   */
  act(topic: Counted & Pick<Topic, "court" | "region" | "within">, amount: Amount, rate: boolean): string;
  /** A number in figures with how sure it is: "about 198". */
  qualified(numeral: string, sureness: Amount["sureness"]): string;
  /** How sure a number is told to be, as a word that stands before it; empty where it is exact. */
  qualifier(sureness: Amount["sureness"]): string;
  /** A number that stands for itself in a sentence, of generated data. */
  inSample(number: string): string;
  per: Readonly<Record<RateKind, string>>;
  /** A punishment as a label: "suspended sentences". */
  punishment(sentence: Sentence): string;
  /** A court of which only the code is known. */
  court(code: string): string;
  region(name: string): string;
  /** Of a court whose region nobody knows. */
  unknownRegion: string;
  /** The articles as a label: "art. 337". */
  articles(articles: readonly string[]): string;
  /** The articles as a ground: "under article 337 of Russia’s Criminal Code". */
  under(articles: readonly string[]): string;
  /** The same as briefly as the language allows: "under article 337". */
  underBriefly(articles: readonly string[]): string;
  period(period: Period): PeriodWords;
  date(date: string): string;
  /** The current week, to this date. */
  thisWeekTo(date: string): string;
  /** That there is more to come; before a colon and what is known of it. */
  recordedSoFar: string;
  /** What is recorded so far of the current week, a line of its own; null: nothing. */
  thisWeekSoFar(numeral: string | null): string;
  /** "19 months", "more than 2 years". */
  age(age: Age): string;
  /** Of a number that isn't recorded whole: said in its label, part by part, and in a sentence. */
  estimate: {
    label: string;
    recorded(numeral: string): string;
    expected(range: string): string;
    sentence(recorded: string, range: string): string;
  };
  /** "30 days". */
  days(days: number): string;
  /** A period with how many days it has: "in the 30 days of April 2025". A day or a week is its own length. */
  inDaysOf(period: Period): string;
  /** The same of what was calculated for it: "for the 30 days of April 2025". */
  forDaysOf(period: Period): string;
  /** Whose number it is, and who printed it where that is somebody else; a source may name several, as `sourceBehind` does. */
  according(source: string): string;
  /** That a number was calculated from what a source has printed, by nobody but this service. */
  calculated(source: string): string;
  source(name: string): string;
  /** Of which day's data a sentence speaks, by the id of its edition: "data of 30 June 2025, edition 1". */
  asOfEdition(id: string): string;
  /** Which edition was asked for, by its date: "as of 30 June 2025 (edition 2025-06-30.1)". */
  asOf(date: string, id: string): string;
  detail: {
    /** A count of court records. */
    counted(unit: Unit): string;
    /** The same where the number isn't what was counted. */
    estimated(unit: Unit): string;
    /** Why a count is a lower bound: of some cases what was asked for isn't known. */
    uncoded: string;
    /** The share of the records that is thought to be in. */
    arrived(share: string): string;
    unknown: string;
  };
  /** That an edition doesn't know a number: `what` in the words of `numberOf`, then its ground, and perhaps its time. */
  unknownNumber(what: string, ground: string, asOf: string): string;
  /** That what isn't known isn't zero, a sentence after `unknownNumber`. */
  notZero: string;
  change: {
    weekBefore: PeriodWords;
    /** The part of an earlier year that a year to date is compared with: as many weeks, or up to the same day. */
    samePart(year: string, of: "weeks" | "days"): PeriodWords;
    more(difference: Difference, than: PeriodWords): string;
    fewer(difference: Difference, than: PeriodWords): string;
    same(than: PeriodWords, about: boolean): string;
  };
  status: {
    sample: string;
    stale(date: string): string;
    incomplete: string;
    expected(range: string): string;
    /** The same of the week that has only begun; `week` is all of it. */
    expectedWeek(range: string, week: PeriodWords): string;
    /** That the number stands for records that are still to come. */
    estimated: string;
    /** The same three of an edition from before, in the past tense; `range` null: none was stated. */
    frozen: { incomplete(range: string | null): string; estimated: string };
    /** How old a number is, and that there is no newer one of its unit, scope and kind of period. */
    agedFigure(age: string): string;
    agedRecords(age: string): string;
    now(numeral: string): string;
    nowUnknown: string;
    moreSince(difference: Difference): string;
    fewerSince(difference: Difference): string;
    sameSince: string;
  };
  /** A week's count that was corrected, and when. */
  correction(date: string, week: PeriodWords, before: string, after: string): string;
  /** A week's count that changed from one edition to the next. `what` begins in the words of `numberOf`. */
  changeLine(week: PeriodWords, what: string, counts: string, why: string): string;
  classes: Readonly<Record<ChangeClass, string>>;
  compare: {
    /** All of a year, beside a period that is shorter. */
    wholeYear(year: string): string;
    /** "About twice as many as in 2022". */
    clause(ratio: Ratio, during: string): string;
    /** Several of them in a row. */
    clauses(clauses: readonly string[]): string;
    /** A list of counts of which no ratio can be told: "1,001 in 2022 and none in 2021". */
    beside(counts: string): string;
    none: string;
    /** What is known where the number asked for isn't, and whose it is. */
    known(counts: string, according: string): string;
    /** The periods of which nothing is known, by their names. */
    unknown(names: string): string;
    /** The part of an unfinished period that is final, compared. */
    final(comparison: string): string;
    /** The share of a period's days of which anything is known. */
    covered(share: string): string;
  };
  series: {
    /** So many weeks or months of what is counted in each; `during` is all of their time. */
    title(what: string, during: string, granularity: "week" | "month", count: number): string;
    /** All that is counted up to some day; `what` in the words of `numberOf`. */
    total(what: string): string;
    /** That what stands between printed totals was neither printed nor counted. */
    evenly: string;
    /** That a series' weekly rates, or some of its counts, were calculated from printed totals. */
    calculated: { rates: string; counts: string };
    /** How a total has grown, from the end of the first week or month to that of the last. */
    growth(first: string, last: string, granularity: "week" | "month"): string;
    extremes(first: string, last: string, lowest: string, highest: string): string;
    unknown(count: string): string;
    lowerBounds(count: string): string;
    estimated(count: string): string;
    incomplete(count: string): string;
    /** "3 weeks". */
    count(granularity: "week" | "month", count: number): string;
    empty: string;
  };
  /** What is written beside a drawing. */
  drawing: DrawingTerms;
  /** What the feed of corrections is called, and what it says of itself. */
  correctionsFeed: { title: string; subtitle: string; more(changes: string): string };
  /** What is said around a history. */
  history: HistoryTerms;
}
