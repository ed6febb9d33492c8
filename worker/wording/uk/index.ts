import type { Period } from "../../contract/common.ts";
import type { Unit } from "../../contract/terms.ts";
import { articleList } from "../language/articles.ts";
import { editionOf } from "../language/edition-id.ts";
import { capitalised, formats, NBSP } from "../language/formats.ts";
import type { Difference, Language } from "../language/language.ts";
import { countingWords } from "../slavic/counted.ts";
import { counting, forms } from "../slavic/forms.ts";
import { daysOfPeriod, type PeriodTerms, periodWords } from "../slavic/period.ts";
import { publisherWords } from "../slavic/publishers.ts";
import { type RatioTerms, ratioWords } from "../slavic/ratio.ts";
import { drawing } from "./drawing.ts";
import { euphonic } from "./euphony.ts";
import { history } from "./history.ts";
import { PUBLISHERS } from "./publishers.ts";
import { COUNTING, GROUND, LABEL, OFFENCES } from "./words.ts";

const f = formats("uk");
const { counted } = counting(f, COUNTING.sureness);
const UNITS = COUNTING.units;
export const DAYS = forms("день", "дні", "днів", "дня");
const PARTS = {
  week: forms("тиждень", "тижні", "тижнів", "тижня"),
  month: forms("місяць", "місяці", "місяців", "місяця"),
};
const AGES = { month: PARTS.month, year: forms("рік", "роки", "років", "року") };
const FIRST_PART = { week: "першого тижня", month: "першого місяця" };
const LAST_PART = "останнього";
const NOW = { week: "цього тижня", year: "цього року" };

const PERIODS: PeriodTerms = {
  year: ["рік", "році"],
  ofYear: "року",
  half: ["півріччя", "півріччі", "півріччя"],
  quarter: ["квартал", "кварталі", "кварталу"],
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

const compared = ratioWords(f, RATIOS);

export const uk = {
  dir: "ltr",
  formats: f,
  ...countingWords(f, COUNTING),
  heading({ unit, group, articles }, now) {
    const when = now && NOW[now];
    if (group === "desertion" && unit === "convictions") {
      return ["Вироки російським дезертирам", when].filter(Boolean).join(" ");
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
  date,
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
      `Це оцінка: поки що враховано ${n}, очікується ${range} (у дев’яти випадках із десяти).`,
  },
  days: (days) => counted(DAYS, days),
  inDaysOf,
  forDaysOf: inDaysOf,
  ...publisherWords(f, PUBLISHERS),
  asOfEdition(id) {
    const edition = editionOf(id);
    return edition ? `дані на ${date(edition.date)}, випуск${NBSP}${edition.ordinal}` : `випуск ${id}`;
  },
  asOf: (date, id) => `дані на ${date} (випуск ${id})`,
  detail: {
    counted: (unit) => `Підраховано за картками судових справ, за датою ${dated(unit)}`,
    estimated: (unit) => `Оцінка за картками судових справ, за датою ${dated(unit)}`,
    uncoded: "вид служби й покарання відомі лише там, де прочитано текст вироку",
    arrived: (share) => `за оцінкою, надійшло ${share} записів`,
    unknown: "За цим запитом даних немає; це не означає, що число дорівнює нулю",
  },
  unknownNumber: (what, ground, asOf) =>
    euphonic(`У цьому випуску немає даних про кількість ${what} ${ground} (${asOf}).`),
  notZero: "Це не означає, що їх не було.",
  change: {
    weekBefore: { name: "попередній тиждень", during: "попереднього тижня" },
    samePart: (year, of) => {
      const name = `${of === "weeks" ? "ті самі тижні" : "той самий період"} ${year}${NBSP}року`;
      return { name, during: `за ${name}` };
    },
    more: (by, { during }) => euphonic(`${differing(by, "більше")}, ніж ${during}`),
    fewer: (by, { during }) => euphonic(`${differing(by, "менше")}, ніж ${during}`),
    same: ({ during }, about) => euphonic(`${about ? "приблизно " : ""}стільки ж, скільки ${during}`),
  },
  status: {
    sample: `ЗРАЗОК${NBSP}— дані створені програмою, вони не справжні.`,
    stale: (date) => `Показано дані на ${date}; новіші зараз недоступні.`,
    incomplete: "Неповні дані: записи за останні тижні ще надходять.",
    expected: (range) => `Коли надійдуть усі, очікується ${range} (у дев’яти випадках із десяти).`,
    expectedWeek: (range, { name }) =>
      `Усього за ${name} очікується ${range} (у дев’яти випадках із десяти).`,
    frozen: {
      incomplete: (range) =>
        `Тоді дані були неповними: записи ще надходили${range ? `, очікувалося ${range}` : ""}.`,
      estimated: "Тоді записи ще надходили, і число було оцінкою.",
    },
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
    `Уточнено ${date}: ${during}${NBSP}— ${after} замість ${before}.`,
  changeLine: ({ name }, what, counts, why) =>
    `${capitalised(name, f.locale)}, кількість ${what}: ${counts} (${why})`,
  classes: {
    late: "пізні записи",
    corrected: "виправлені записи",
    vanished: "записи зникли з джерела",
    method: "змінився метод підрахунку",
  },
  compare: {
    clause: (ratio, during) => euphonic(compared.clause(ratio, during)),
    clauses: compared.clauses,
    wholeYear: (year) => `за весь ${year}${NBSP}рік`,
    beside: (counts) => euphonic(`для порівняння: ${counts}`),
    none: "нуль",
    known: (counts, according) => euphonic(`Що відомо: ${counts}, ${according}.`),
    unknown: (names) => `Немає даних: ${names}.`,
    final: (comparison) => euphonic(`Остаточні дані: ${comparison}.`),
    covered: (share) => `дані є за ${share} днів`,
  },
  series: {
    title: (what, during, granularity, n) =>
      euphonic(`кількість ${what} ${during}, ${counted(PARTS[granularity], n)}`),
    evenly: "Між оприлюдненими підсумками зростання показано рівномірним.",
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
    title: "Уточнення й виправлення в підрахунках засуджених російських військовослужбовців",
    subtitle: "Що кожен випуск змінив у тижнях, про які вже повідомлялося",
    more: (n) => `і ще ${n}`,
  },
  history,
} satisfies Language;

function date(iso: string): string {
  return `${f.dayMonth(iso)} ${iso.slice(0, 4)}${NBSP}${PERIODS.ofYear}`;
}

function inDaysOf(dates: Period): string {
  return euphonic(daysOfPeriod(dates, f, PERIODS, (days) => counted(DAYS, days)));
}

function under(articles: readonly string[]): string {
  return `за ${articleList(articles, GROUND, f)}`;
}

/** The event that a unit is counted by, in the genitive. */
function dated(unit: Unit): string {
  return unit === "cases_received" ? "надходження" : "вироку";
}

/** «На тиждень приблизно на 12 більше» */
function differing({ numeral, about, rate }: Difference, more: string): string {
  return `${rate ? "на тиждень " : ""}${about ? "приблизно " : ""}на ${numeral} ${more}`;
}

/** Weekdays in the accusative; Intl knows only the nominative. */
function accusative(weekday: string): string {
  return weekday.replace(/а$/, "у").replace(/я$/, "ю");
}
