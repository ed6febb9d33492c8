import type { RefusalText } from "../language/refusal-text.ts";

export const ru: RefusalText = {
  title: "Показать это число не получается",
  reasons: {
    "bad-address": "В адресе этой страницы есть то, чего сервис не знает.",
    "no-such-edition": "По состоянию на {asked} числа нет: первый выпуск данных — {first}.",
    "not-now": "Сейчас число загрузить не удаётся. Попробуйте ещё раз через минуту.",
    "nothing-here": "По этому адресу ничего нет.",
  },
  current: "Показать нынешнее число",
  details: "Тем, кто поставил его сюда",
};
