import type { EmptySeriesText } from "../language/empty-series-text.ts";

export const en: EmptySeriesText = {
  "not-broken-down": "Nobody has published this broken down; only court records can be.",
  "no-figures": "Nobody has published a figure for this.",
  "no-whole-period": "The published totals don’t cover a whole period of this length.",
  "no-records": "There are no court records here; there are only published figures.",
  "not-covered": "The court records here don’t cover this.",
  "outside-range": "Nothing is known for these dates; something is for others.",
  "not-coded": "The verdicts that would say so haven’t been read yet.",
};
