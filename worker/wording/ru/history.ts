import type { HistoryTerms } from "../language/history-terms.ts";

export const history: HistoryTerms = {
  open: "История и данные",
  close: "Закрыть",
  week: "Неделя с",
  services: {
    mobilised: "мобилизованные",
    contract: "контрактники",
    conscript: "срочники",
    officer: "офицеры",
    unknown: "вид службы неизвестен",
  },
  by: {
    label: "Разбивка",
    all: "без разбивки",
    article: "по статьям",
    service: "по виду службы",
    sentence: "по наказанию",
  },
  granularity: {
    label: "Шаг",
    week: "неделя",
    month: "месяц",
    quarter: "квартал",
    "half-year": "полугодие",
    year: "год",
  },
  range: { label: "Показано", all: "за всё время" },
  period: "Период",
  known: "Из известных",
  expected: "ожидается {n}, когда поступят все данные (в девяти случаях из десяти)",
  provisional: "данные неполные",
  unknown: "неизвестно",
  nothing: "По этому запросу ничего не известно; это не значит, что там ноль.",
  csv: "Данные (CSV)",
  png: "Изображение (PNG)",
  failed: "Эти числа получить не удалось. Показаны прежние.",
};
