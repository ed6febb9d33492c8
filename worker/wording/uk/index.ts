import type { Unit } from "../../contract/terms.ts";
import { articleList } from "../language/articles.ts";
import { capitalised, formats, JOINER, NBSP } from "../language/formats.ts";
import type { Difference, Language } from "../language/language.ts";
import { publisherOf } from "../language/publisher.ts";
import { countingWords } from "../slavic/counted.ts";
import { counting, forms } from "../slavic/forms.ts";
import { type PeriodTerms, periodWords } from "../slavic/period.ts";
import { type RatioTerms, ratioWords } from "../slavic/ratio.ts";
import { drawing } from "./drawing.ts";
import { history } from "./history.ts";
import { COUNTING, GROUND, LABEL, OFFENCES, PUBLISHERS } from "./words.ts";

const f = formats("uk");
const { counted } = counting(f, COUNTING.sureness);
const UNITS = COUNTING.units;
export const DAYS = forms("день", "дні", "днів", "дня");
const PARTS = {
  week: forms("тиждень", "тижні", "тижнів", "тижня"),
  month: forms("місяць", "місяці", "місяців", "місяця"),
};
const AGES = { month: PARTS.month, year: forms("рік", "роки", "років", "року") };
const PER_PERIOD = { week: COUNTING.perWeek, month: "на місяць" };
const FIRST_PART = { week: "першого тижня", month: "першого місяця" };
const LAST_PART = "останнього";
const NOW = { week: "цього тижня", year: "цього року" };

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
  heading({ unit, group, articles }, now) {
    const when = now && NOW[now];
    if (group === "desertion" && unit === "convictions") {
      return `Вироки дезертирам ${when ?? "в Росії"}`;
    }
    const offence = group && `${unit === "cases_received" ? "про" : "за"} ${OFFENCES[group]}`;
    return [UNITS[unit].heading, when, offence ?? under(articles)].filter(Boolean).join(" ");
  },
  fallback: (offence) =>
    `${UNITS.convictions.heading} за ${offence ? OFFENCES[offence] : "невиконання наказу чи залишення частини"}`,
  inSample: (number) => `${number} (зразок)`,
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
  thisWeekTo: (date) =>
    `поки що цього тижня, за даними на ${accusative(f.weekday(date))}, ${f.dayMonth(date)}`,
  recordedSoFar: "поки що враховано",
  thisWeekSoFar: (n) => `Цього тижня поки що ${n === null ? "нічого не враховано" : `враховано: ${n}`}`,
  age: ({ unit, count, over }) => `${over ? "понад " : ""}${counted(AGES[unit], count)}`,
  estimate: {
    label: "оцінка",
    recorded: (n) => `поки що враховано ${n}`,
    expected: (range) => `очікується ${range}`,
    sentence: (n, range) =>
      `Це оцінка: поки що враховано ${n}, очікується ${range} (90-${JOINER}відсотковий інтервал).`,
  },
  inDays: (days) => `за ${counted(DAYS, days)}`,
  according,
  calculated: (source) => `розрахунок ${according(source)}`,
  source(source) {
    const { name, via } = publisherOf(source);
    return `Джерело: ${PUBLISHERS[name]?.[0] ?? name}${via ? `, за публікацією ${via}` : ""}`;
  },
  asOfEdition: (id) => `дані випуску ${id}`,
  asOf: (date, id) => `дані на ${date} (випуск ${id})`,
  beforeFirst: (asked, id, date) =>
    `Станом на ${asked} ще не було жодного випуску: перший, ${id}, вийшов ${date}. Укажіть цю дату або пізнішу.`,
  detail: {
    counted: (unit) => `Підраховано за картками судових справ, за датою ${dated(unit)}`,
    estimated: (unit) => `Оцінка за картками судових справ, за датою ${dated(unit)}`,
    uncoded: "вид служби й покарання відомі лише там, де прочитано текст вироку",
    arrived: (share) => `за оцінкою, надійшло ${share} записів`,
    unknown: "За цим запитом даних немає; це не означає, що число дорівнює нулю",
  },
  unknownNumber: (what, ground) => `Кількість ${what} ${ground} невідома`,
  notZero: "Це не означає, що вона дорівнює нулю.",
  change: {
    weekBefore: { name: "попередній тиждень", during: "попереднього тижня" },
    samePart: (year, of) => {
      const name = `${of === "weeks" ? "ті самі тижні" : "той самий період"} ${year}${NBSP}року`;
      return { name, during: `за ${name}` };
    },
    more: (by, { during }) => `${differing(by, "більше")}, ніж ${during}`,
    fewer: (by, { during }) => `${differing(by, "менше")}, ніж ${during}`,
    same: ({ during }, about) => `${about ? "приблизно " : ""}стільки ж, скільки ${during}`,
  },
  status: {
    sample: `ЗРАЗОК${NBSP}— згенеровані дані, не справжні.`,
    stale: (date) => `Показано дані на ${date}; новіші зараз недоступні.`,
    incomplete: "Неповні дані: записи за останні тижні ще надходять.",
    expected: (range) => `Коли надійдуть усі, очікується ${range} (90-${JOINER}відсотковий інтервал).`,
    expectedWeek: (range) => `За весь тиждень очікується ${range} (90-${JOINER}відсотковий інтервал).`,
    estimated: "Записи ще надходять: у дев’яти випадках із десяти підсумок потрапляє в очікувані межі.",
    agedFigure: (age) => `Цьому числу ${age}; новішого такого самого не знайдено.`,
    agedRecords: (age) => `Цьому числу ${age}; новіше назвати поки що не можна.`,
    now: (n) => `тепер ${n}`,
    nowUnknown: "тепер невідомо",
    moreSince: (by) => `відтоді ${differing(by, "більше")}`,
    fewerSince: (by) => `відтоді ${differing(by, "менше")}`,
    sameSince: "відтоді без змін",
  },
  correction: (date, { during }, before, after) =>
    `Виправлено ${date}: ${during}${NBSP}— ${after} замість ${before}.`,
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
    title: (unit, during, granularity, n) =>
      `кількість ${UNITS[unit].noun.many} ${PER_PERIOD[granularity]} ${during}, ${counted(PARTS[granularity], n)}`,
    evenly: "Між опублікованими підсумками зростання показано рівномірним.",
    calculated: {
      rates: "Середні за тиждень розраховано за оприлюдненими підсумками.",
      counts: "Що не було надруковано, розраховано за оприлюдненими підсумками.",
    },
    total: (what) => `загальна кількість ${what}`,
    growth: (first, last, part) => `${first} наприкінці ${FIRST_PART[part]}, ${last} наприкінці ${LAST_PART}`,
    extremes: (first, last, lowest, highest) =>
      `перше значення ${first}, останнє ${last}, найменше ${lowest}, найбільше ${highest}`,
    unknown: (count) => `Немає даних: ${count}.`,
    lowerBounds: (count) => `Відома лише нижня межа: ${count}.`,
    estimated: (count) => `Оцінка в кінці ряду: ${count}.`,
    incomplete: (count) => `Неповні дані в кінці ряду, тут не враховані: ${count}.`,
    count: (granularity, n) => counted(PARTS[granularity], n),
    empty: "Значення невідомі.",
  },
  drawing,
  correctionsFeed: {
    title: "Виправлення в підрахунках засуджених російських військовослужбовців",
    subtitle: "Що кожен випуск змінив у тижнях, про які вже повідомлялося",
  },
  history,
} satisfies Language;

function according(source: string): string {
  const { name, via } = publisherOf(source);
  return `за даними ${PUBLISHERS[name]?.[1] ?? name}${via ? `, які наводить ${via}` : ""}`;
}

function under(articles: readonly string[]): string {
  return `за ${articleList(articles, GROUND, f)}`;
}

/** The event that a unit is counted by, in the genitive. */
function dated(unit: Unit): string {
  return unit === "cases_received" ? "надходження" : "вироку";
}

/** «Приблизно на 12 більше на тиждень» */
function differing({ numeral, about, rate }: Difference, more: string): string {
  return `${about ? "приблизно " : ""}на ${numeral} ${more}${rate ? " на тиждень" : ""}`;
}

/** Weekdays in the accusative; Intl knows only the nominative. */
function accusative(weekday: string): string {
  return weekday.replace(/а$/, "у").replace(/я$/, "ю");
}
