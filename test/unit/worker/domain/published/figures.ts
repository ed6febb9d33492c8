import { readFileSync } from "node:fs";
import type { Figure, Rate } from "../../../../../worker/contract/figure.ts";
import { readLedger } from "../../../../../worker/desk/formats/ledger.ts";

export const SHIPPED_LEDGER = readFileSync(
  new URL("../../../../../worker/data/published-figures.csv", import.meta.url),
  "utf8",
);

export const shippedFigures = (): Figure[] => readLedger(SHIPPED_LEDGER).figures;

/** An exact total of convictions under article 337, unless told otherwise. */
export function total(
  id: string,
  start: string,
  end: string,
  value: number,
  other: Partial<Figure> = {},
): Figure {
  return {
    id,
    unit: "convictions",
    articles: ["337"],
    region: null,
    service: null,
    series: "courts",
    period: { start, end },
    kind: "total",
    value,
    qualifier: "exact",
    publisher: "The Example",
    published_on: "2025-06-01",
    source_url: "https://example.org/figures",
    note: null,
    ...other,
  };
}

/** What each rate says, without its scope: `2023-01-01 – 2023-01-31: 62`. */
export const counts = (rates: readonly Rate[]): string[] =>
  rates.map(({ period, value }) => `${period.start} – ${period.end}: ${value}`);
