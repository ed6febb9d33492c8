import { articleList } from "../language/articles.ts";
import { capitalised, formats, NBSP } from "../language/formats.ts";
import type { Language } from "../language/language.ts";
import { publisherOf } from "../language/publisher.ts";
import { countingWords } from "../slavic/counted.ts";
import { counting, forms } from "../slavic/forms.ts";
import { type PeriodTerms, periodWords } from "../slavic/period.ts";
import { type RatioTerms, ratioWords } from "../slavic/ratio.ts";
import { history } from "./history.ts";
import { COUNTING, GROUND, LABEL, OFFENCES, PUBLISHERS } from "./words.ts";

const f = formats("uk");
const { counted } = counting(f, COUNTING.sureness);
const UNITS = COUNTING.units;
export const DAYS = forms("день", "дні", "днів", "дня");
const WEEKS = forms("тиждень", "тижні", "тижнів", "тижня");

const PERIODS: PeriodTerms = {
  year: ["рік", "році"],
  ofYear: "року",
  half: ["півріччя", "півріччі"],
  quarter: ["квартал", "кварталі"],
  week: ["тиждень", "за тиждень"],
  within: () => "у",
  prepositional: (month) => month.replace(/ого$/, "ому").replace(/[ая]$/, "і"),
  from: () => "з",
};

const TIMES = forms("раз", "рази", "разів", "разу");
const FOLDS: Readonly<Record<number, string>> = { 2: "двічі", 3: "тричі", 4: "четверо" };

const RATIOS: RatioTerms = {
  nearness: { exact: "", about: "приблизно", nearly: "майже", over: "більш як" },
  fold(times, nearness) {
    // "в" after a vowel, "у" after a consonant or a pause
    const into = nearness === "about" || nearness === "nearly" ? "в" : "у";
    return FOLDS[times] ? `${into}${FOLDS[times]}` : `${into}${NBSP}${counted(TIMES, times)}`;
  },
  same: "стільки ж, скільки",
  more: "більше, ніж",
  fewer: "менше, ніж",
  and: "і",
};

export const uk = {
  dir: "ltr",
  formats: f,
  ...countingWords(f, COUNTING),
  heading({ unit, group, articles }, thisWeek) {
    if (group === "desertion" && unit === "convictions") {
      return `Вироки дезертирам ${thisWeek ? "цього тижня" : "в Росії"}`;
    }
    const offence = group && `${unit === "cases_received" ? "про" : "за"} ${OFFENCES[group]}`;
    return `${UNITS[unit].heading} ${offence ?? under(articles)}${thisWeek ? " цього тижня" : ""}`;
  },
  atLeastAfter: "щонайменше",
  per: {
    per_day: "на день",
    per_working_day: "на робочий день",
    per_week: COUNTING.perWeek,
    per_month: "на місяць",
  },
  articles: (articles) => articleList(articles, LABEL, f),
  under,
  underBriefly: under,
  period: (dates) => periodWords(dates, f, PERIODS),
  date: (date) => `${f.dayMonth(date)} ${date.slice(0, 4)}${NBSP}${PERIODS.ofYear}`,
  thisWeekTo: (date) => `від початку цього тижня по ${accusative(f.weekday(date))}, ${f.dayMonth(date)}`,
  inDays: (days) => `за ${counted(DAYS, days)}`,
  according(source) {
    const { name, via } = publisherOf(source);
    return `за даними ${PUBLISHERS[name]?.[1] ?? name}${via ? `, які наводить ${via}` : ""}`;
  },
  source(source) {
    const { name, via } = publisherOf(source);
    return `Джерело: ${PUBLISHERS[name]?.[0] ?? name}${via ? `, за публікацією ${via}` : ""}`;
  },
  asOfEdition: (id) => `дані випуску ${id}`,
  asOf: (date, id) => `дані на ${date} (випуск ${id})`,
  beforeFirst: (asked, id, date) =>
    `Станом на ${asked} ще не було жодного випуску: перший, ${id}, вийшов ${date}. Укажіть цю дату або пізнішу.`,
  detail: {
    derived: "обчислено з опублікованих підсумків",
    counted: (unit) =>
      `Підраховано за картками судових справ, за датою ${unit === "cases_received" ? "надходження" : "вироку"}`,
    suppressed: "такі малі числа за одним судом, тижнем і ознакою не наводяться, щоб не вказувати на людину",
    uncoded: "вид служби й покарання відомі лише там, де прочитано текст вироку",
    arrived: (share) => `за оцінкою, надійшло ${share} записів`,
    unknown: "За цим запитом даних немає; це не означає, що число дорівнює нулю",
  },
  unknownNumber: (what, ground) => `Кількість ${what} ${ground} невідома`,
  notZero: "Це не означає, що вона дорівнює нулю.",
  change: {
    weekBefore: { name: "попередній тиждень", during: "попереднього тижня" },
    more: (n, rate, { during }) => `на ${n} більше${rate ? " на тиждень" : ""}, ніж ${during}`,
    fewer: (n, rate, { during }) => `на ${n} менше${rate ? " на тиждень" : ""}, ніж ${during}`,
    same: ({ during }) => `стільки ж, скільки ${during}`,
  },
  status: {
    sample: "ЗРАЗОК — згенеровані дані, не справжні.",
    stale: (date) => `Показано дані на ${date}; новіші зараз недоступні.`,
    incomplete: "Неповні дані: записи за останні тижні ще надходять.",
    expected: (range) => `Коли надійдуть усі, очікується ${range} (90-відсотковий інтервал).`,
    now: (n) => `тепер ${n}`,
    nowUnknown: "тепер невідомо",
    moreSince: (n) => `відтоді на ${n} більше`,
    fewerSince: (n) => `відтоді на ${n} менше`,
    sameSince: "відтоді без змін",
  },
  correction: (date, { during }, before, after) =>
    `Виправлено ${date}: ${during} — ${after} замість ${before}.`,
  changeLine: ({ name }, what, counts, why) =>
    `${capitalised(name, f.locale)}, кількість ${what}: ${counts} (${why})`,
  classes: {
    late: "пізні записи",
    corrected: "виправлені записи",
    vanished: "записи зникли з джерела",
    method: "змінився метод підрахунку",
  },
  compare: {
    ...ratioWords(f, RATIOS),
    wholeYear: (year) => `за весь ${year}${NBSP}рік`,
    beside: (counts) => `для порівняння: ${counts}`,
    none: "нуль",
    unknown: "невідома кількість",
    covered: (share) => `дані є за ${share} днів`,
  },
  series: {
    title: (unit, during, weeks) =>
      `кількість ${UNITS[unit].noun.many} на тиждень ${during}, ${counted(WEEKS, weeks)}`,
    extremes: (first, last, lowest, highest) =>
      `перше значення ${first}, останнє ${last}, найменше ${lowest}, найбільше ${highest}`,
    unknown: (weeks) => `Немає даних: ${counted(WEEKS, weeks)}.`,
    suppressed: (weeks) => `Надто малі числа не наводяться: ${counted(WEEKS, weeks)}.`,
    lowerBounds: (weeks) => `Відома лише нижня межа: ${counted(WEEKS, weeks)}.`,
    incomplete: (weeks) => `Неповні дані наприкінці ряду: ${counted(WEEKS, weeks)}.`,
    empty: "Значення за тижнями невідомі.",
  },
  correctionsFeed: {
    title: "Виправлення в підрахунках засуджених російських військовослужбовців",
    subtitle: "Що кожен випуск змінив у тижнях, про які вже повідомлялося",
  },
  history,
} satisfies Language;

function under(articles: readonly string[]): string {
  return `за ${articleList(articles, GROUND, f)}`;
}

/** Weekdays in the accusative; Intl knows only the nominative. */
function accusative(weekday: string): string {
  return weekday.replace(/а$/, "у").replace(/я$/, "ю");
}
