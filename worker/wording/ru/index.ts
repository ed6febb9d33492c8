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

const f = formats("ru");
const { counted } = counting(f, COUNTING.sureness);
const UNITS = COUNTING.units;
export const DAYS = forms("день", "дня", "дней", "дня");
const WEEKS = forms("неделя", "недели", "недель", "недели");

const PERIODS: PeriodTerms = {
  year: ["год", "году"],
  ofYear: "года",
  half: ["полугодие", "полугодии"],
  quarter: ["квартал", "квартале"],
  week: ["неделя", "за неделю"],
  // "во втором"
  within: (ordinal) => (ordinal === 2 ? "во" : "в"),
  prepositional: (month) => month.replace(/[ая]$/, "е"),
  // "со второго"
  from: (day) => (day === "2" ? "со" : "с"),
};

const TIMES = forms("раз", "раза", "раз", "раза");
const FOLDS: Readonly<Record<number, string>> = { 2: "вдвое", 3: "втрое", 4: "вчетверо" };

const RATIOS: RatioTerms = {
  nearness: { exact: "", about: "примерно", nearly: "почти", over: "более чем" },
  fold: (times) => FOLDS[times] ?? `в${NBSP}${counted(TIMES, times)}`,
  same: "столько же, сколько",
  more: "больше, чем",
  fewer: "меньше, чем",
  and: "и",
};

export const ru = {
  dir: "ltr",
  formats: f,
  ...countingWords(f, COUNTING),
  heading({ unit, group, articles }, thisWeek) {
    if (group === "desertion" && unit === "convictions") {
      return `Приговоры дезертирам ${thisWeek ? "на этой неделе" : "в России"}`;
    }
    const offence = group && OFFENCES[group][unit === "cases_received" ? 1 : 0];
    return `${UNITS[unit].heading} ${offence ?? under(articles)}${thisWeek ? " на этой неделе" : ""}`;
  },
  atLeastAfter: "как минимум",
  per: {
    per_day: "в день",
    per_working_day: "в рабочий день",
    per_week: COUNTING.perWeek,
    per_month: "в месяц",
  },
  articles: (articles) => articleList(articles, LABEL, f),
  under,
  underBriefly: under,
  period: (dates) => periodWords(dates, f, PERIODS),
  date: (date) => `${f.dayMonth(date)} ${date.slice(0, 4)}${NBSP}${PERIODS.ofYear}`,
  thisWeekTo: (date) => `с начала этой недели по ${accusative(f.weekday(date))}, ${f.dayMonth(date)}`,
  inDays: (days) => `за ${counted(DAYS, days)}`,
  according(source) {
    const { name, via } = publisherOf(source);
    return `по данным ${PUBLISHERS[name]?.[1] ?? name}${via ? `, которые приводит ${via}` : ""}`;
  },
  source(source) {
    const { name, via } = publisherOf(source);
    return `Источник: ${PUBLISHERS[name]?.[0] ?? name}${via ? `, по публикации ${via}` : ""}`;
  },
  asOfEdition: (id) => `данные выпуска ${id}`,
  asOf: (date, id) => `данные на ${date} (выпуск ${id})`,
  beforeFirst: (asked, id, date) =>
    `По состоянию на ${asked} ещё не было ни одного выпуска: первый, ${id}, вышел ${date}. Укажите эту дату или более позднюю.`,
  detail: {
    derived: "вычислено из опубликованных итогов",
    counted: (unit) =>
      `Подсчитано по карточкам судебных дел, по дате ${unit === "cases_received" ? "поступления" : "приговора"}`,
    suppressed:
      "столь малые числа по одному суду, неделе и признаку не приводятся, чтобы не указывать на человека",
    uncoded: "вид службы и наказание известны лишь там, где прочитан текст приговора",
    arrived: (share) => `по оценке, поступило ${share} записей`,
    unknown: "По этому запросу данных нет; это не значит, что число равно нулю",
  },
  unknownNumber: (what, ground) => `Число ${what} ${ground} неизвестно`,
  notZero: "Это не значит, что оно равно нулю.",
  change: {
    weekBefore: { name: "предыдущая неделя", during: "неделей ранее" },
    more: (n, rate, { during }) => `на ${n} больше${rate ? " в неделю" : ""}, чем ${during}`,
    fewer: (n, rate, { during }) => `на ${n} меньше${rate ? " в неделю" : ""}, чем ${during}`,
    same: ({ during }) => `столько же, сколько ${during}`,
  },
  status: {
    sample: "ОБРАЗЕЦ — сгенерированные данные, не настоящие.",
    stale: (date) => `Показаны данные на ${date}; более новые сейчас недоступны.`,
    incomplete: "Неполные данные: записи за последние недели ещё поступают.",
    expected: (range) => `Когда поступят все, ожидается ${range} (90-процентный интервал).`,
    now: (n) => `сейчас ${n}`,
    nowUnknown: "сейчас неизвестно",
    moreSince: (n) => `с тех пор на ${n} больше`,
    fewerSince: (n) => `с тех пор на ${n} меньше`,
    sameSince: "с тех пор без изменений",
  },
  correction: (date, { during }, before, after) =>
    `Исправлено ${date}: ${during} — ${after} вместо ${before}.`,
  changeLine: ({ name }, what, counts, why) =>
    `${capitalised(name, f.locale)}, число ${what}: ${counts} (${why})`,
  classes: {
    late: "поздние записи",
    corrected: "исправленные записи",
    vanished: "записи исчезли у источника",
    method: "изменился метод подсчёта",
  },
  compare: {
    ...ratioWords(f, RATIOS),
    wholeYear: (year) => `за весь ${year}${NBSP}год`,
    beside: (counts) => `для сравнения: ${counts}`,
    none: "ноль",
    unknown: "неизвестное число",
    covered: (share) => `данные есть за ${share} дней`,
  },
  series: {
    title: (unit, during, weeks) =>
      `число ${UNITS[unit].noun.many} в неделю ${during}, ${counted(WEEKS, weeks)}`,
    extremes: (first, last, lowest, highest) =>
      `первое значение ${first}, последнее ${last}, наименьшее ${lowest}, наибольшее ${highest}`,
    unknown: (weeks) => `Нет данных: ${counted(WEEKS, weeks)}.`,
    suppressed: (weeks) => `Слишком малые числа не приводятся: ${counted(WEEKS, weeks)}.`,
    lowerBounds: (weeks) => `Известна лишь нижняя граница: ${counted(WEEKS, weeks)}.`,
    incomplete: (weeks) => `Неполные данные в конце ряда: ${counted(WEEKS, weeks)}.`,
    empty: "Значения по неделям неизвестны.",
  },
  correctionsFeed: {
    title: "Исправления в подсчётах осуждённых российских военнослужащих",
    subtitle: "Что каждый выпуск изменил в неделях, о которых уже сообщалось",
  },
  history,
} satisfies Language;

function under(articles: readonly string[]): string {
  return `по ${articleList(articles, GROUND, f)}`;
}

/** Weekdays in the accusative; Intl knows only the nominative. */
function accusative(weekday: string): string {
  return weekday.replace(/а$/, "у");
}
