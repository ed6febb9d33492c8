import { TOLD_COMPLETENESS } from "../../config.ts";
import {
  FINAL_COMPLETENESS,
  MIN_REPORTS,
  RETROSPECTIVE_ORIGINS,
} from "../../domain/completeness/constants.ts";
import { TOLD_PROMISE } from "../../domain/completeness/told.ts";
import { NBSP } from "../language/formats.ts";
import type { MethodologyTerms } from "../language/methodology-terms.ts";
import { agreeing, type Forms, forms, genitive } from "../slavic/forms.ts";
import { ru as words } from "./index.ts";

const { number, category, percent, weekday } = words.formats;

/** "3 недели" */
export const counted = (noun: Forms, n: number) => `${number(n)}${NBSP}${agreeing(noun, category(n))}`;
/** "из 3 недель" */
export const ofSo = (noun: Forms, n: number) => `${number(n)}${NBSP}${genitive(noun, category(n))}`;

/** In the accusative: after "за" and "через". */
export const WEEKS = forms("неделю", "недели", "недель", "недели");
/** From this share on a week is final. */
export const FINAL = percent(FINAL_COMPLETENESS * 100);
/** From this share on a week that is over is told, and how far such numbers move at most: half, nine in ten. */
export const TOLD = percent(TOLD_COMPLETENESS * 100);
export const HALF_MOVE = percent(TOLD_PROMISE.medianMove * 100);
export const MOST_MOVE = percent(TOLD_PROMISE.p90Move * 100);
/** The least from which lateness is learnt, in the genitive: after "менее". */
export const EVIDENCE = `${ofSo(forms("приговор", "приговора", "приговоров", "приговора"), MIN_REPORTS)} за ${counted(WEEKS, RETROSPECTIVE_ORIGINS)}`;
const after = (n: number) => (n === 0 ? "на ней же" : `через ${counted(WEEKS, n)}`);

/** Weekdays in the instrumental; Intl knows only the nominative. */
function instrumental(weekday: string): string {
  return weekday
    .replace(/(ник|рг)$/, "$1ом")
    .replace(/е$/, "ем")
    .replace(/ца$/, "цей")
    .replace(/а$/, "ой");
}

export const terms = {
  labels: {
    languages: "Язык",
    contents: "На этой странице",
    counter: "Счётчик",
    data: "Данные",
    sources: "Источники метода",
  },
  edition: {
    title: "Этот выпуск",
    id: "Выпуск",
    published: "Вышел",
    figures: "Опубликованных чисел",
    rates: "Вычисленных по ним средних за неделю",
    conflicts: "Расхождений между ними",
    records: "Карточек дел",
    cases: "Судебных дел",
    convictions: "Приговоров по ним",
    vanished: "Записей, исчезнувших у источника",
    none: "пока нет",
  },
  unitColumns: ["Единица", "Чисел в этом выпуске"],
  units: {
    cases_received: {
      name: "Новые уголовные дела",
      meaning: "Уголовные дела по дате поступления в суд. По одному делу может быть несколько подсудимых.",
    },
    convictions: {
      name: "Приговоры",
      meaning:
        "Обвинительные приговоры суда первой инстанции по дате вынесения; по карточкам дел — по одному на каждого осуждённого.",
    },
    persons_charged: { name: "Обвиняемые", meaning: "Люди, чьи дела поступили в суд." },
    persons_sentenced: { name: "Осуждённые", meaning: "Люди, получившие приговор." },
    verdict_texts_published: {
      name: "Опубликованные приговоры",
      meaning: "Приговоры, текст которых суд выложил в сеть: малая часть всех, и с опозданием на месяцы.",
    },
    suspended_of_published: {
      name: "Условные сроки в опубликованных приговорах",
      meaning: "В скольких из них срок условный. Имеет смысл только рядом с их числом.",
    },
    share_suspended: {
      name: "Доля условных сроков",
      meaning: "То же в процентах от прочитанных приговоров. Доли не складывают и не усредняют.",
    },
  },
  articles: {
    "337": {
      name: "Самовольное оставление части",
      meaning:
        "Уйти из части или с места службы без разрешения либо не явиться в срок — больше чем на двое суток.",
    },
    "338": { name: "Дезертирство", meaning: "Уйти или не явиться, чтобы не служить вовсе." },
    "332": {
      name: "Неисполнение приказа",
      meaning:
        "Не выполнить приказ начальника; с сентября 2022 года — также отказаться участвовать в боевых действиях.",
    },
    "352.1": {
      name: "Добровольная сдача в плен",
      meaning: "Сдаться в плен по своей воле. Преступление с сентября 2022 года.",
    },
    "356.1": {
      name: "Мародёрство",
      meaning:
        "Завладеть чужим имуществом в военное время или в зоне боевых действий. Отдельная статья с сентября 2022 года.",
    },
    "339": {
      name: "Уклонение от обязанностей путём симуляции",
      meaning:
        "Уклониться от службы, притворившись больным, покалечив себя, подделав документы или обманув иначе.",
    },
  },
  example: {
    caption: "Пример из этого выпуска",
    columns: ["Итог", "Период", "Источник"],
    difference: (days) => `Разность за ${days}`,
  },
  curve: {
    title: "Как скоро приходят записи",
    summary: ({ shares, half, final }, articles, readOn) =>
      `Из приговоров ${words.underBriefly(articles)}, вынесенных за неделю, на ней же известно ${percent(Math.round((shares[0] ?? 0) * 100))}, половина — ${after(half)}, ${FINAL} — ${after(final)}. Каждая неделя кончается здесь тем днём, в который прочитаны сайты судов: ${instrumental(weekday(readOn))}.`,
    axis: "недель после недели приговора",
    final: `${FINAL}: окончательно`,
    numbers: "Кривая в числах",
    columns: ["Недель спустя", "Известная доля"],
    noRecords: "Задержка ещё не измерена: в этом выпуске нет карточек дел.",
    tooFew: `Задержка ещё не измерена: слишком мало записей этого выпуска поступило за время наблюдения. Нужно не менее ${EVIDENCE} и недели, которые успели стать полными.`,
  },
  told: {
    caption: "Насколько ещё менялось число, набранное крупно",
    columns: [
      "Известно не менее",
      "Половина изменилась не более чем на",
      "Девять из десяти — не более чем на",
    ],
  },
  conflicts: {
    "different-values": "Два значения одного и того же",
    "different-periods": "Одно число за разные периоды",
    "paths-disagree": "Итоги, которые не сходятся",
    "negative-difference": "Итог, который уменьшается",
    "part-exceeds-whole": "Часть больше целого",
  },
  services: {
    mobilised: "мобилизованные",
    contract: "контрактники",
    conscript: "срочники",
    officer: "офицеры",
    unknown: "вид службы неизвестен",
  },
  printed: (date) => `опубликовано ${date}`,
  undated: "без даты",
  citing: {
    reference: (id, date) => `desertion-stats, выпуск ${id} от ${date}`,
    page: "Эта страница в том же выпуске",
    number: "Число в том же выпуске",
    tag: "Счётчик в том же выпуске",
    sha256: "Отпечаток содержимого выпуска (SHA-256)",
  },
} satisfies MethodologyTerms;
