import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { TypedFigure } from "../../../../../widget/studio/figures/typed.ts";
import type { Figure } from "../../../../../worker/contract/figure.ts";
import { FIGURE_KINDS, QUALIFIERS, SERVICES, UNITS } from "../../../../../worker/contract/terms.ts";
import { readLedger } from "../../../../../worker/desk/formats/ledger.ts";

export const SHIPPED = readFileSync("worker/data/published-figures.csv", "utf8");
export const LEDGER = readLedger(SHIPPED).figures;
export const TODAY = "2026-11-30";

export const figure = (id: string): Figure => LEDGER.find((one) => one.id === id)!;

const day = fc
  .date({ min: new Date("2012-01-01"), max: new Date("2028-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const text = fc.oneof(
  fc.string({ maxLength: 40, unit: "grapheme" }),
  fc.constantFrom("", " ", "=1+1", "'=x", "a\u202Eb", "Mediazona (English)", 'with "quotes", and; more'),
);

/** Whatever may stand in a form: what people type, what they paste, and what they slip. */
export const anyTyped: fc.Arbitrary<TypedFigure> = fc.record({
  source_url: fc.oneof(fc.webUrl({ withQueryParameters: true }), text),
  publisher: text,
  published_on: fc.oneof(day, fc.constantFrom("", "2025-02-30", "yesterday")),
  unit: fc.constantFrom(...UNITS),
  articles: fc.oneof(
    fc.constantFrom(
      "337",
      "332, 337, 338",
      "desertion",
      "дезертирство",
      "самовольное оставление части",
      "ch33",
      "any",
    ),
    text,
  ),
  region: text,
  service: fc.constantFrom("" as const, ...SERVICES),
  kind: fc.constantFrom(...FIGURE_KINDS),
  value: fc.oneof(
    fc.nat(20_000_000_000).map(String),
    fc.double({ min: 0, max: 200, noNaN: true }).map(String),
    fc.constantFrom("1,076", "18 159", "1.5", "2,5", "-3", "1e9", "half", ""),
    text,
  ),
  period_start: fc.oneof(day, fc.constant("")),
  period_end: fc.oneof(day, fc.constant("")),
  qualifier: fc.constantFrom(...QUALIFIERS),
  series: text,
  note: text,
});
