import type { FeedText } from "../language/feed-text.ts";

export const uk: FeedText = {
  title: "Нові випуски даних",
  subtitle:
    "Кожна публікація даних під своїм номером: будь-яке число можна запитати станом на будь-який із випусків.",
  kinds: { ledger: "Опубліковані цифри", cases: "Записи судів", revert: "Повернення до попереднього стану" },
  added: "доповнення",
  addedBy: {
    desk: (date) => `Доповнення відділу даних від ${date}`,
    admin: (date) => `Доповнення адміністрації сервісу від ${date}`,
  },
};
