import type { FeedText } from "../language/feed-text.ts";

export const ru: FeedText = {
  title: "Новые выпуски данных",
  subtitle:
    "Каждая публикация данных под своим номером: любое число можно запросить по состоянию на любой из выпусков.",
  kinds: { ledger: "Опубликованные цифры", cases: "Записи судов", revert: "Возврат к прежнему состоянию" },
  added: "дополнение",
  addedBy: {
    desk: (date) => `Дополнение отдела данных от ${date}`,
    admin: (date) => `Дополнение администрации сервиса от ${date}`,
  },
};
