import { stringify } from "csv-stringify/browser/esm/sync";
import type { Figure } from "../../contract/figure.ts";
import { escapeFormula, LEDGER_COLUMNS, type LedgerColumn } from "./ledger-columns.ts";

const CELLS: Readonly<Record<LedgerColumn, (figure: Figure) => string>> = {
  id: ({ id }) => id,
  unit: ({ unit }) => unit,
  articles: ({ articles }) => articles.join(";"),
  region: ({ region }) => region ?? "",
  service: ({ service }) => service ?? "",
  series: ({ series }) => series,
  period_start: ({ period }) => period.start,
  period_end: ({ period }) => period.end,
  kind: ({ kind }) => kind,
  value: ({ value }) => digits(value),
  qualifier: ({ qualifier }) => (qualifier === "about" ? "approx" : qualifier),
  publisher: ({ publisher }) => publisher,
  published_on: ({ published_on }) => published_on ?? "",
  source_url: ({ source_url }) => source_url,
  note: ({ note }) => note ?? "",
};

/**
 * The ledger as it is imported: what `readLedger` reads of it are the same figures, and what it writes of the shipped
 * ledger is that file, byte for byte. No cell can start a spreadsheet's formula.
 */
export function writeLedger(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => LEDGER_COLUMNS.map((column) => escapeFormula(CELLS[column](figure))));
  return stringify([[...LEDGER_COLUMNS], ...rows], { record_delimiter: "unix", quoted_match: /[\r\n]/ });
}

/** Without the exponent that JavaScript writes of very small numbers, and the ledger doesn't take. */
const DIGITS = new Intl.NumberFormat("en", { useGrouping: false, maximumFractionDigits: 100 });

function digits(value: number): string {
  const written = String(value);
  return written.includes("e") ? DIGITS.format(value) : written;
}
