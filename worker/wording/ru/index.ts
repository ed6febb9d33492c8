import type { Period } from "../../contract/common.ts";
import type { Unit } from "../../contract/terms.ts";
import { articleList } from "../language/articles.ts";
import { editionOf } from "../language/edition-id.ts";
import { capitalised, formats, NBSP } from "../language/formats.ts";
import type { Difference, Language } from "../language/language.ts";
import { countingWords } from "../slavic/counted.ts";
import { counting, forms, genitive } from "../slavic/forms.ts";
import { daysOfPeriod, type PeriodTerms, periodWords } from "../slavic/period.ts";
import { publisherWords } from "../slavic/publishers.ts";
import { type RatioTerms, ratioWords } from "../slavic/ratio.ts";
import { drawing } from "./drawing.ts";
import { history } from "./history.ts";
import { PUBLISHERS } from "./publishers.ts";
import { COUNTING, GROUND, LABEL, OFFENCES } from "./words.ts";

const f = formats("ru");
const { counted } = counting(f, COUNTING.sureness);
const UNITS = COUNTING.units;
export const DAYS = forms("день", "дня", "дней", "дня");
const PARTS = {
  week: forms("неделя", "недели", "недель", "недели"),
  month: forms("месяц", "месяца", "месяцев", "месяца"),
};
const AGES = { month: PARTS.month, year: forms("год", "года", "лет", "года") };
const FIRST_PART = { week: "первой недели", month: "первого месяца" };
const LAST_PART = { week: "последней", month: "последнего" };
const NOW = { week: "на этой неделе", year: "в этом году" };

const PERIODS: PeriodTerms = {
  year: ["год", "году"],
  ofYear: "года",
  half: ["полугодие", "полугодии", "полугодия"],
  quarter: ["квартал", "квартале", "квартала"],
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
  heading({ unit, group, articles }, now) {
    const when = now && NOW[now];
    if (group === "desertion" && unit === "convictions") {
      return ["Приговоры российским дезертирам", when].filter(Boolean).join(" ");
    }
    const offence = group && OFFENCES[group][unit === "cases_received" ? 1 : 0];
    return [UNITS[unit].heading, when, offence ?? under(articles)].filter(Boolean).join(" ");
  },
  fallback: (offence) =>
    `${UNITS.convictions.heading} ${offence ? OFFENCES[offence][0] : "за неисполнение приказа или уход из части"}`,
  inSample: (number) => `${number} (образец)`,
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
  date,
  thisWeekTo: (date) =>
    `пока на этой неделе, по данным на ${accusative(f.weekday(date))}, ${f.dayMonth(date)}`,
  recordedSoFar: "пока учтено",
  thisWeekSoFar: (n) => `На этой неделе пока ${n === null ? "ничего не учтено" : `учтено: ${n}`}`,
  age: ({ unit, count, over }) =>
    over
      ? `более ${f.number(count)}${NBSP}${genitive(AGES[unit], f.category(count))}`
      : counted(AGES[unit], count),
  estimate: {
    label: "оценка",
    recorded: (n) => `пока учтено ${n}`,
    expected: (range) => `ожидается ${range}`,
    sentence: (n, range) => `Это оценка: пока учтено ${n}, ожидается ${range} (в девяти случаях из десяти).`,
  },
  days: (days) => counted(DAYS, days),
  inDaysOf,
  forDaysOf: inDaysOf,
  ...publisherWords(f, PUBLISHERS),
  asOfEdition(id) {
    const edition = editionOf(id);
    return edition ? `данные на ${date(edition.date)}, выпуск${NBSP}${edition.ordinal}` : `выпуск ${id}`;
  },
  asOf: (date, id) => `данные на ${date} (выпуск ${id})`,
  detail: {
    counted: (unit) => `Подсчитано по карточкам судебных дел, по дате ${dated(unit)}`,
    estimated: (unit) => `Оценка по карточкам судебных дел, по дате ${dated(unit)}`,
    uncoded: "вид службы и наказание известны лишь там, где прочитан текст приговора",
    arrived: (share) => `по оценке, поступило ${share} записей`,
    unknown: "По этому запросу данных нет; это не значит, что число равно нулю",
  },
  unknownNumber: (what, ground, asOf) => `В этом выпуске нет данных о числе ${what} ${ground} (${asOf}).`,
  notZero: "Это не значит, что их не было.",
  change: {
    weekBefore: { name: "предыдущая неделя", during: "неделей ранее" },
    samePart: (year, of) => {
      const name = `${of === "weeks" ? "те же недели" : "тот же период"} ${year}${NBSP}года`;
      return { name, during: `за ${name}` };
    },
    more: (by, { during }) => `${differing(by, "больше")}, чем ${during}`,
    fewer: (by, { during }) => `${differing(by, "меньше")}, чем ${during}`,
    same: ({ during }, about) => `${about ? "примерно " : ""}столько же, сколько ${during}`,
  },
  status: {
    sample: `ОБРАЗЕЦ${NBSP}— данные созданы программой, они не настоящие.`,
    stale: (date) => `Показаны данные на ${date}; более новые сейчас недоступны.`,
    incomplete: "Неполные данные: записи за последние недели ещё поступают.",
    expected: (range) => `Когда поступят все, ожидается ${range} (в девяти случаях из десяти).`,
    expectedWeek: (range, { name }) =>
      `Всего за ${name.replace(/^неделя/, "неделю")} ожидается ${range} (в девяти случаях из десяти).`,
    frozen: {
      incomplete: (range) =>
        `Тогда данные были неполными: записи ещё поступали${range ? `, ожидалось ${range}` : ""}.`,
      estimated: "Тогда записи ещё поступали, и число было оценкой.",
    },
    estimated: "Записи ещё поступают: в девяти случаях из десяти итог попадает в ожидаемый диапазон.",
    agedFigure: (age) => `Этому числу ${age}; более нового такого же не найдено.`,
    agedRecords: (age) => `Этому числу ${age}; более новое назвать пока нельзя.`,
    now: (n) => `сейчас ${n}`,
    nowUnknown: "сейчас неизвестно",
    moreSince: (by) => `с тех пор ${differing(by, "больше")}`,
    fewerSince: (by) => `с тех пор ${differing(by, "меньше")}`,
    sameSince: "с тех пор без изменений",
  },
  correction: (date, { during }, before, after) =>
    `Уточнено ${date}: ${during}${NBSP}— ${after} вместо ${before}.`,
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
    known: (counts, according) => `Что известно: ${counts}, ${according}.`,
    unknown: (names) => `Нет данных: ${names}.`,
    final: (comparison) => `Окончательные данные: ${comparison}.`,
    covered: (share) => `данные есть за ${share} дней`,
  },
  series: {
    title: (what, during, granularity, n) => `число ${what} ${during}, ${counted(PARTS[granularity], n)}`,
    evenly: "Между опубликованными итогами рост показан равномерным.",
    calculated: {
      rates: "Средние за неделю рассчитаны по опубликованным итогам.",
      counts: "Что не было напечатано, рассчитано по опубликованным итогам.",
    },
    total: (what) => `общее число ${what}`,
    growth: (first, last, part) => `${first} в конце ${FIRST_PART[part]}, ${last} в конце ${LAST_PART[part]}`,
    extremes: (first, last, lowest, highest) =>
      `первое значение ${first}, последнее ${last}, наименьшее ${lowest}, наибольшее ${highest}`,
    unknown: (count) => `Нет данных: ${count}.`,
    lowerBounds: (count) => `Известна лишь нижняя граница: ${count}.`,
    estimated: (count) => `Оценка в конце ряда: ${count}.`,
    incomplete: (count) => `Неполные данные в конце ряда, здесь не учтены: ${count}.`,
    count: (granularity, n) => counted(PARTS[granularity], n),
    empty: "Значения неизвестны.",
  },
  drawing,
  correctionsFeed: {
    title: "Уточнения и исправления в подсчётах осуждённых российских военнослужащих",
    subtitle: "Что каждый выпуск изменил в неделях, о которых уже сообщалось",
    more: (n) => `и ещё ${n}`,
  },
  history,
} satisfies Language;

function date(iso: string): string {
  return `${f.dayMonth(iso)} ${iso.slice(0, 4)}${NBSP}${PERIODS.ofYear}`;
}

function inDaysOf(dates: Period): string {
  return daysOfPeriod(dates, f, PERIODS, (days) => counted(DAYS, days));
}

function under(articles: readonly string[]): string {
  return `по ${articleList(articles, GROUND, f)}`;
}

/** The event that a unit is counted by, in the genitive. */
function dated(unit: Unit): string {
  return unit === "cases_received" ? "поступления" : "приговора";
}

/** "Примерно на 12 больше в неделю" */
function differing({ numeral, about, rate }: Difference, more: string): string {
  return `${about ? "примерно " : ""}на ${numeral} ${more}${rate ? " в неделю" : ""}`;
}

/** Weekdays in the accusative; Intl knows only the nominative. */
function accusative(weekday: string): string {
  return weekday.replace(/а$/, "у");
}
