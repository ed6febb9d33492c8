import type { Figure } from "../contract/figure.ts";
import type { EditionContent } from "./edition.ts";
import { bitsOf, hexOf, Sum, withNumber } from "./fingerprint.ts";
import type { CountedCases } from "./tally.ts";

/**
 * What was let in or counted, part by part, in 16 hex digits each: a ledger's figures by their position, an edition's
 * records by court, with their `totals` and the `delays` of their verdicts.
 */
export type Prints = Readonly<Record<string, string>>;

/** Raised whenever the same rows come to other prints: those that stand in a database then say nothing. */
export const PRINTS_VERSION = 1;

export const TOTALS = "totals";
export const DELAYS = "delays";

/** What an edition's counts are made of, as the store gives it: before anything is left out that isn't covered. */
export type CountedRecords = Pick<
  NonNullable<EditionContent["records"]>,
  "convictions" | "receipts" | "delays" | "counts"
>;

export function printsOfFigures(figures: readonly Figure[]): Prints {
  return Object.fromEntries(figures.map((figure, position) => [position, hexOf(bitsOf(lineOf(figure)))]));
}

/** Field by field, so that neither their order nor one that comes later changes a print. */
function lineOf({ id, unit, articles, region, service, series, period, ...figure }: Figure): string {
  const { kind, value, qualifier, publisher, published_on, source_url, note } = figure;
  const what = [id, unit, articles, region, service, series, period.start, period.end, kind];
  return JSON.stringify([...what, value, qualifier, publisher, published_on, source_url, note]);
}

/** @param records null: there are none */
export function printsOfRecords(records: CountedRecords | null): Prints {
  if (!records) return {};
  const courts = new Map<string, Sum>();
  for (const unit of ["convictions", "receipts"] as const) {
    for (const row of records[unit]) addRow(courts, unit, row);
  }
  const delays = new Sum();
  for (const { scope, week, delay, count } of records.delays) {
    delays.add(withNumber(withNumber(bitsOf(scope), week), delay), count);
  }
  const { cases, defendants, convictions, removed } = records.counts;
  return {
    ...Object.fromEntries([...courts].map(([court, sum]) => [court, hexOf(sum.bits)])),
    [TOTALS]: hexOf(bitsOf(JSON.stringify([cases, defendants, convictions, removed]))),
    [DELAYS]: hexOf(delays.bits),
  };
}

function addRow(courts: Map<string, Sum>, unit: string, row: CountedCases): void {
  const sum = courts.get(row.court) ?? new Sum();
  courts.set(row.court, sum);
  // Several articles or kinds of service come in any order.
  const articles = [...new Set(row.scope.split(/[,;]/))].sort();
  const kind = [unit, articles, row.service.split(",").sort(), row.sentence];
  const [all, early] = [bitsOf(JSON.stringify(kind)), bitsOf(JSON.stringify([...kind, "early"]))];
  row.weeks.forEach((week, at) => {
    sum.add(withNumber(all, week), row.counts[at]!);
    sum.add(withNumber(early, week), row.early[at]!);
  });
}

/** The parts that aren't what they were, in their order. */
export function alteredParts(was: Prints, is: Prints): string[] {
  const parts = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...parts].filter((part) => was[part] !== is[part]);
}
