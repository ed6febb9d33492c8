import type { HistoryTerms } from "../language/history-terms.ts";

export const history: HistoryTerms = {
  open: "Історія та дані",
  close: "Закрити",
  week: "Тиждень від",
  services: {
    mobilised: "мобілізовані",
    contract: "контрактники",
    conscript: "строковики",
    officer: "офіцери",
    unknown: "вид служби невідомий",
  },
  by: {
    label: "Розбивка",
    all: "без розбивки",
    article: "за статтями",
    service: "за видом служби",
    sentence: "за покаранням",
  },
  granularity: {
    label: "Крок",
    week: "тиждень",
    month: "місяць",
    quarter: "квартал",
    "half-year": "півріччя",
    year: "рік",
  },
  range: { label: "Показано", all: "за весь час" },
  period: "Період",
  known: "З відомих",
  expected: "очікується {n}, коли надійдуть усі дані (у дев’яти випадках із десяти)",
  provisional: "дані неповні",
  unknown: "невідомо",
  nothing: "За цим запитом нічого не відомо; це не означає нуль.",
  csv: "Дані (CSV)",
  png: "Зображення (PNG)",
  failed: "Ці числа отримати не вдалося. Показано попередні.",
};
