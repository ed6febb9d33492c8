import type { HistoryTerms } from "../language/history-terms.ts";

export const history: HistoryTerms = {
  open: "History and data",
  close: "Close",
  week: "Week beginning",
  services: {
    mobilised: "mobilised soldiers",
    contract: "contract soldiers",
    conscript: "conscripts",
    officer: "officers",
    unknown: "type of service not known",
  },
  by: {
    label: "Broken down by",
    all: "no breakdown",
    article: "article",
    service: "type of service",
    sentence: "sentence",
  },
  granularity: {
    label: "Per",
    week: "week",
    month: "month",
    quarter: "quarter",
    "half-year": "half-year",
    year: "year",
  },
  range: { label: "Range", all: "all" },
  period: "Period",
  known: "Of (known)",
  expected: "likely to reach {n} (nine times in ten)",
  provisional: "incomplete",
  unknown: "not known",
  nothing: "There is no figure for this question; this does not mean zero.",
  csv: "Data (CSV)",
  png: "Image (PNG)",
  failed: "These numbers couldn’t be loaded; the previous ones are shown.",
};
