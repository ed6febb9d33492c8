import type { Period } from "../../contract/common.ts";
import type { FigureKind, Offence, Sentence, Service, Unit } from "../../contract/terms.ts";
import type { Amount } from "./amount.ts";
import type { ChangeClass } from "./change-class.ts";
import type { Formats } from "./formats.ts";
import type { HistoryTerms } from "./history-terms.ts";
import type { Ratio } from "./ratio.ts";

export type RateKind = Exclude<FigureKind, "total" | "percent">;

/** A period by name ("April 2025") and as an adverbial ("in April 2025"). */
export interface PeriodWords {
  name: string;
  during: string;
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
}

/** What is counted, in unit and filters; the articles and the place are said beside it. */
export type Counted = Pick<Topic, "unit" | "service" | "sentence">;

/** Vocabulary and grammar of one language. What is said, and in which order, is the composer's. */
export interface Language {
  dir: "ltr" | "rtl";
  formats: Formats;
  heading(topic: Topic, thisWeek: boolean): string;
  /**
   * The unit and the kind of service as they agree with a number that stands apart from them: "convictions of
   * contract soldiers"; null: a number that isn't known.
   */
  noun(counted: Counted, amount: Amount | null): string;
  /** Unit, service and punishment in the plural, as after "the number of". */
  numberOf(counted: Counted): string;
  /** Number and unit: "about 198 convictions". */
  amount(unit: Unit, amount: Amount): string;
  /**
   * Who did what to how many, as a rate or once: "Russian military courts handed down 12 convictions a week of
   * contract soldiers resulting in imprisonment". A named court does it instead of all of them.
   */
  act(topic: Counted & Pick<Topic, "court" | "region">, amount: Amount, rate: boolean): string;
  /** A number in figures with how sure it is: "about 198". */
  qualified(numeral: string, sureness: Amount["sureness"]): string;
  /** "At least", said after the thing counted. */
  atLeastAfter: string;
  per: Readonly<Record<RateKind, string>>;
  /** A punishment as a label: "suspended sentences". */
  punishment(sentence: Sentence): string;
  /** A court of which only the code is known. */
  court(code: string): string;
  region(name: string): string;
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
  inDays(days: number): string;
  according(source: string): string;
  source(name: string): string;
  asOfEdition(id: string): string;
  /** Which edition was asked for, by its date: "as of 30 June 2025 (edition 2025-06-30.1)". */
  asOf(date: string, id: string): string;
  /** That on the date asked for there was no edition yet. */
  beforeFirst(asked: string, id: string, date: string): string;
  detail: {
    /** That a rate lies between two published totals; may follow a colon, so in small letters. */
    derived: string;
    /** A count of court records. */
    counted(unit: Unit): string;
    /** Why a small count isn't given. */
    suppressed: string;
    /** Why a count is a lower bound: of some cases what was asked for isn't known. */
    uncoded: string;
    /** The share of the records that is thought to be in. */
    arrived(share: string): string;
    unknown: string;
  };
  /** That a number isn't known: `what` in the words of `numberOf`, then its ground, and perhaps its time. */
  unknownNumber(what: string, ground: string): string;
  /** That what isn't known isn't zero. */
  notZero: string;
  change: {
    weekBefore: PeriodWords;
    more(numeral: string, rate: boolean, than: PeriodWords): string;
    fewer(numeral: string, rate: boolean, than: PeriodWords): string;
    same(than: PeriodWords): string;
  };
  status: {
    sample: string;
    stale(date: string): string;
    incomplete: string;
    expected(range: string): string;
    now(numeral: string): string;
    nowUnknown: string;
    moreSince(numeral: string): string;
    fewerSince(numeral: string): string;
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
    unknown: string;
    /** The share of a period's days of which anything is known. */
    covered(share: string): string;
  };
  series: {
    title(unit: Unit, during: string, weeks: number): string;
    extremes(first: string, last: string, lowest: string, highest: string): string;
    unknown(weeks: number): string;
    suppressed(weeks: number): string;
    lowerBounds(weeks: number): string;
    incomplete(weeks: number): string;
    empty: string;
  };
  /** What the feed of corrections is called, and what it says of itself. */
  correctionsFeed: { title: string; subtitle: string };
  /** What is said around a history. */
  history: HistoryTerms;
}
