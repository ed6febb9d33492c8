import type { Figure } from "../../../worker/contract/figure.ts";
import { addDays, isIsoDate } from "../../../worker/domain/calendar.ts";
import { scopeKey } from "../../../worker/domain/offence.ts";
import { publisherOf } from "../../../worker/domain/published/publisher.ts";
import { seriesKey } from "../../../worker/domain/published/scope.ts";
import { type TypedFigure, typedOf } from "./typed.ts";

/** What the ledger lets one expect of a figure that is being typed. */
export interface Proposals {
  /** Publishers whose pages have this host, the newest first. */
  publishers: string[];
  /** The day that the page's address names; null: none. */
  printedOn: string | null;
  /** Counting series of this publisher, or of who counted for it, the most used first. */
  series: string[];
  /** The newest figure of each thing that this publisher, or else this series, counts: to copy what is said again. */
  last: Figure[];
}

/** How many of each are offered. */
const MOST = 4;
const MOST_COPIED = 6;

export function propose(figures: readonly Figure[], typed: TypedFigure, today: string): Proposals {
  const host = hostOf(typed.source_url);
  const here = figures.filter(({ source_url }) => host !== null && hostOf(source_url) === host);
  const publishers = distinct(here.toSorted(newestFirst).map(({ publisher }) => publisher));
  const own = ofPublisher(figures, typed.publisher.trim());
  const series = byFrequency(own.map((figure) => figure.series));
  const among = own.length > 0 ? own : figures.filter((figure) => figure.series === typed.series.trim());
  return {
    publishers: publishers.slice(0, MOST),
    printedOn: dayIn(typed.source_url, today),
    series: series.slice(0, MOST),
    last: newestOfEach(among).slice(0, MOST_COPIED),
  };
}

/**
 * The form with all that the address and the publisher tell, in fields in which nothing is typed: of several publishers of
 * one host the newest, of several series the most used.
 */
export function filled(figures: readonly Figure[], typed: TypedFigure, today: string): TypedFigure {
  const first = propose(figures, typed, today);
  const named = {
    ...typed,
    publisher: typed.publisher || (first.publishers[0] ?? ""),
    published_on: typed.published_on || (first.printedOn ?? ""),
  };
  return { ...named, series: typed.series || (propose(figures, named, today).series[0] ?? "") };
}

/**
 * What a series says again of the same things; the number stays to be typed. A running total goes on from its first day,
 * any other period from the day after the last one.
 */
export function copiedFrom(last: Figure, figures: readonly Figure[], typed: TypedFigure): TypedFigure {
  const { unit, articles, region, service, kind, qualifier, series } = typedOf(last);
  const { start, end } = last.period;
  const isRunning = figures.some(
    (other) => seriesKey(other) === seriesKey(last) && other.period.start === start && other.period.end < end,
  );
  return {
    ...typed,
    ...{ unit, articles, region, service, kind, series },
    // A total that was rounded the last time may be exact this time; a rate is hardly ever.
    qualifier: kind === "total" ? typed.qualifier : qualifier,
    period_start: isRunning ? start : addDays(end, 1),
    period_end: typed.period_end || typed.published_on,
  };
}

/** Figures of the same source, unit and period: of one page some may count other articles, and then both may stand. */
export interface Duplicate {
  figure: Figure;
  /** It counts the very same thing. */
  isSame: boolean;
}

export function duplicatesOf(figures: readonly Figure[], figure: Omit<Figure, "id">): Duplicate[] {
  return figures
    .filter(
      (other) =>
        isSameSource(other, figure) &&
        other.unit === figure.unit &&
        other.period.start === figure.period.start &&
        other.period.end === figure.period.end,
    )
    .map((other) => ({
      figure: other,
      isSame:
        scopeKey(other.articles) === scopeKey(figure.articles) &&
        other.kind === figure.kind &&
        other.region === figure.region &&
        other.service === figure.service,
    }))
    .sort((a, b) => Number(b.isSame) - Number(a.isSame));
}

/** The host of an address without what makes no other paper of it; null where there is none. */
export function hostOf(address: string): string | null {
  if (!URL.canParse(address.trim())) return null;
  return new URL(address.trim()).hostname.replace(/^(?:www|m|amp|en|ru|uk)\./, "") || null;
}

/** `/2025/06/26/`, `-2025-06-26-`, `20250626`: a day that isn't to come. */
function dayIn(address: string, today: string): string | null {
  const found = /(?<!\d)(20\d\d)[/._-]?(\d\d)[/._-]?(\d\d)(?!\d)/.exec(address);
  if (!found) return null;
  const day = `${found[1]}-${found[2]}-${found[3]}`;
  return isIsoDate(day) && day <= today ? day : null;
}

function isSameSource(a: Omit<Figure, "id">, b: Omit<Figure, "id">): boolean {
  return a.publisher === b.publisher || pageOf(a.source_url) === pageOf(b.source_url);
}

/** Without what only says from where somebody came. */
function pageOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { pathname } = new URL(address);
  return `${hostOf(address)}${pathname.replace(/\/$/, "")}`;
}

function ofPublisher(figures: readonly Figure[], publisher: string): Figure[] {
  if (publisher === "") return [];
  const own = figures.filter((figure) => figure.publisher === publisher);
  if (own.length > 0) return own;
  const { counter } = publisherOf(publisher);
  return figures.filter((figure) => publisherOf(figure.publisher).counter === counter);
}

function newestOfEach(figures: readonly Figure[]): Figure[] {
  const counts = Map.groupBy(figures, ({ unit, articles, region, service, series, kind }) =>
    JSON.stringify([unit, scopeKey(articles), region, service, series, kind]),
  );
  return [...counts.values()].map((same) => same.toSorted(newestFirst)[0]!).sort(likeliestFirst);
}

/** Totals before rates, which nothing follows from; what the number in big type counts before all else; then the newest. */
function likeliestFirst(a: Figure, b: Figure): number {
  const rank = ({ kind, unit }: Figure) => Number(kind !== "total") * 2 + Number(unit !== "convictions");
  return rank(a) - rank(b) || newestFirst(a, b);
}

function newestFirst(a: Figure, b: Figure): number {
  if (a.period.end !== b.period.end) return a.period.end < b.period.end ? 1 : -1;
  const [printedA, printedB] = [a.published_on ?? "", b.published_on ?? ""];
  return printedA < printedB ? 1 : -Number(printedA > printedB);
}

function byFrequency(names: readonly string[]): string[] {
  return [...Map.groupBy(names, (name) => name)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name]) => name);
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
