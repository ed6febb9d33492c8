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
import { uk as words } from "./index.ts";

const { number, category, percent, weekday } = words.formats;

/** "3 тижні" */
export const counted = (noun: Forms, n: number) => `${number(n)}${NBSP}${agreeing(noun, category(n))}`;
/** "із 3 тижнів" */
export const ofSo = (noun: Forms, n: number) => `${number(n)}${NBSP}${genitive(noun, category(n))}`;

/** Nominative and accusative alike: also after "за". */
export const WEEKS = forms("тиждень", "тижні", "тижнів", "тижня");
/** From this share on a week is final. */
export const FINAL = percent(FINAL_COMPLETENESS * 100);
/** From this share on a week that is over is told, and how far such numbers move at most: half, nine in ten. */
export const TOLD = percent(TOLD_COMPLETENESS * 100);
export const HALF_MOVE = percent(TOLD_PROMISE.medianMove * 100);
export const MOST_MOVE = percent(TOLD_PROMISE.p90Move * 100);
/** The least from which lateness is learnt, in the genitive: after "менше". */
export const EVIDENCE = `${ofSo(forms("вирок", "вироки", "вироків", "вироку"), MIN_REPORTS)} за ${counted(WEEKS, RETROSPECTIVE_ORIGINS)}`;
const after = (n: number) => (n === 0 ? "того самого тижня" : `за ${counted(WEEKS, n)}`);

/** Weekdays in the instrumental; Intl knows only the nominative. */
function instrumental(weekday: string): string {
  return weekday.replace(/ок$/, "ком").replace(/ер$/, "ергом").replace(/а$/, "ою").replace(/я$/, "ею");
}

export const terms = {
  labels: {
    languages: "Мова",
    contents: "На цій сторінці",
    counter: "Лічильник",
    data: "Дані",
    sources: "Джерела методу",
  },
  edition: {
    title: "Цей випуск",
    id: "Випуск",
    published: "Вийшов",
    figures: "Оприлюднених чисел",
    rates: "Обчислених за ними середніх за тиждень",
    conflicts: "Розбіжностей між ними",
    records: "Карток справ",
    cases: "Судових справ",
    convictions: "Вироків у них",
    vanished: "Записів, що зникли в джерела",
    none: "поки немає",
  },
  unitColumns: ["Одиниця", "Чисел у цьому випуску"],
  units: {
    cases_received: {
      name: "Нові кримінальні справи",
      meaning: "Кримінальні справи за датою надходження до суду. В одній справі може бути кілька підсудних.",
    },
    convictions: {
      name: "Вироки",
      meaning:
        "Обвинувальні вироки суду першої інстанції за датою ухвалення; за картками справ — по одному на кожного засудженого.",
    },
    persons_charged: { name: "Обвинувачені", meaning: "Люди, чиї справи надійшли до суду." },
    persons_sentenced: { name: "Засуджені", meaning: "Люди, які отримали вирок." },
    verdict_texts_published: {
      name: "Оприлюднені вироки",
      meaning: "Вироки, текст яких суд виклав у мережу: мала частка всіх, і з запізненням на місяці.",
    },
    suspended_of_published: {
      name: "Умовні строки в оприлюднених вироках",
      meaning: "У скількох із них строк умовний. Має сенс лише поряд із їхньою кількістю.",
    },
    share_suspended: {
      name: "Частка умовних строків",
      meaning: "Те саме у відсотках від прочитаних вироків. Частки не додають і не усереднюють.",
    },
  },
  articles: {
    "337": {
      name: "Самовільне залишення частини",
      meaning: "Піти з частини чи місця служби без дозволу або не з’явитися вчасно — більш ніж на дві доби.",
    },
    "338": { name: "Дезертирство", meaning: "Піти або не з’явитися, щоб не служити зовсім." },
    "332": {
      name: "Невиконання наказу",
      meaning:
        "Не виконати наказ начальника; з вересня 2022 року — також відмовитися від участі в бойових діях.",
    },
    "352.1": {
      name: "Добровільна здача в полон",
      meaning: "Здатися в полон із власної волі. Злочин із вересня 2022 року.",
    },
    "356.1": {
      name: "Мародерство",
      meaning:
        "Заволодіти чужим майном у воєнний час або в зоні бойових дій. Окрема стаття з вересня 2022 року.",
    },
    "339": {
      name: "Ухилення від обов’язків шляхом симуляції",
      meaning:
        "Ухилитися від служби, вдавши хворобу, скалічивши себе, підробивши документи чи обдуривши інакше.",
    },
  },
  example: {
    caption: "Приклад із цього випуску",
    columns: ["Підсумок", "Період", "Джерело"],
    difference: (days) => `Різниця за ${days}`,
  },
  curve: {
    title: "Як скоро надходять записи",
    summary: ({ shares, half, final }, articles, readOn) =>
      `Із вироків ${words.underBriefly(articles)}, ухвалених протягом тижня, того самого тижня відомо ${percent(Math.round((shares[0] ?? 0) * 100))}, половину — ${after(half)}, ${FINAL} — ${after(final)}. Кожен тиждень закінчується тут тим днем, коли прочитано сайти судів: ${instrumental(weekday(readOn))}.`,
    axis: "тижнів після тижня вироку",
    final: `${FINAL}: остаточно`,
    numbers: "Крива в числах",
    columns: ["Тижнів по тому", "Відома частка"],
    noRecords: "Затримки ще не виміряно: у цьому випуску немає карток справ.",
    tooFew: `Затримки ще не виміряно: замало записів цього випуску надійшло за час спостереження. Потрібно не менше ${EVIDENCE} і тижні, які встигли стати повними.`,
  },
  told: {
    caption: "Наскільки ще змінювалося число, набране великим шрифтом",
    columns: [
      "Відомо щонайменше",
      "Половина змінилася не більше ніж на",
      "Дев’ять із десяти — не більше ніж на",
    ],
  },
  conflicts: {
    "different-values": "Два значення того самого",
    "different-periods": "Те саме число за різні періоди",
    "paths-disagree": "Підсумки, що не сходяться",
    "negative-difference": "Підсумок, що зменшується",
    "part-exceeds-whole": "Частина, більша за ціле",
  },
  services: {
    mobilised: "мобілізовані",
    contract: "контрактники",
    conscript: "строковики",
    officer: "офіцери",
    unknown: "вид служби невідомий",
  },
  printed: (date) => `оприлюднено ${date}`,
  undated: "без дати",
  citing: {
    reference: (id, date) => `desertion-stats, випуск ${id} від ${date}`,
    page: "Ця сторінка в тому самому випуску",
    number: "Число в тому самому випуску",
    tag: "Лічильник у тому самому випуску",
    sha256: "Відбиток умісту випуску (SHA-256)",
  },
} satisfies MethodologyTerms;
