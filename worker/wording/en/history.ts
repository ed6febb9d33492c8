import type { HistoryTerms } from "../language/history-terms.ts";

export const history: HistoryTerms = {
  open: "History and data",
  close: "Close",
  week: "Week from",
  services: {
    mobilised: "mobilised soldiers",
    contract: "contract soldiers",
    conscript: "conscripts",
    officer: "officers",
    unknown: "service unknown",
  },
  by: { label: "Parted by", all: "not parted", article: "article", service: "service", sentence: "sentence" },
  granularity: {
    label: "Counted by",
    week: "week",
    month: "month",
    quarter: "quarter",
    "half-year": "half-year",
    year: "year",
  },
  range: { label: "Shown", all: "everything" },
  period: "Period",
  known: "Known of",
  expected: "expected {n} when complete (90% interval)",
  provisional: "incomplete",
  unknown: "not known",
  nothing: "Nothing is known for this question; that does not mean zero.",
  csv: "Data (CSV)",
  png: "Image (PNG)",
  failed: "These numbers didn’t come. What is shown is what was shown before.",
};
