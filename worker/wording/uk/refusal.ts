import type { RefusalText } from "../language/refusal-text.ts";

export const uk: RefusalText = {
  title: "Показати це число не вдається",
  reasons: {
    "bad-address": "В адресі цієї сторінки є те, чого сервіс не знає.",
    "no-such-edition": "Станом на {asked} числа немає: перший випуск даних — {first}.",
    "not-now": "Зараз число завантажити не вдається. Спробуйте ще раз за хвилину.",
    "nothing-here": "За цією адресою нічого немає.",
  },
  current: "Показати нинішнє число",
  details: "Тим, хто поставив його сюди",
};
