import type { Offence } from "../../contract/terms.ts";
import type { ArticleWords } from "../language/articles.ts";
import { NBSP } from "../language/formats.ts";
import type { CountingTerms, ServiceWords, SlavicUnit } from "../slavic/counted.ts";
import { forms } from "../slavic/forms.ts";

type Verbs = readonly [rate: string, once: string];

const COURTS = "российские военные суды";
const SUSPENDED = "условных сроков";
const VERDICTS = forms("приговор", "приговора", "приговоров", "приговора");
/** The accusative of an animate adjective-noun is its genitive: осудили 22 военных. */
const SOLDIERS = forms("военного", "военных", "военных", "военного");

/** Not every приговор convicts. */
const CONVICTIONS = forms(
  "обвинительный приговор",
  "обвинительных приговора",
  "обвинительных приговоров",
  "обвинительного приговора",
);
const NOT_ONE = "ни одного";

/** What all courts do, and what one of them does. */
function courts(all: Verbs, one: Verbs): SlavicUnit["act"] {
  return ({ court, where }, { rate, none }) =>
    `${court ?? COURTS}${where} ${none ? "не " : ""}${(court === null ? all : one)[rate ? 0 : 1]}`;
}

/** What arrives in the courts. Their accusative is their nominative, as they aren't people. */
function intoCourts(verbs: Verbs): SlavicUnit["act"] {
  return ({ court, where }, { rate, none }) => {
    const name = court ?? COURTS;
    // "во Владимирский", "во 2-й Западный"
    const into = /^(?:[вф][бвгджзклмнпрстфхцчшщ]|2(?!\d))/i.test(name) ? "во" : "в";
    return `${into} ${name}${where} ${none ? "не " : ""}${verbs[rate ? 0 : 1]}`;
  };
}

const UNITS: CountingTerms["units"] = {
  cases_received: {
    heading: "Новые уголовные дела против российских военных",
    noun: forms(
      "новое уголовное дело",
      "новых уголовных дела",
      "новых уголовных дел",
      "нового уголовного дела",
    ),
    act: intoCourts(["поступало", "поступило"]),
    notOne: NOT_ONE,
    whom: "against",
    outcome: "с приговором к",
  },
  convictions: {
    heading: "Приговоры российским военным",
    noun: VERDICTS,
    stated: CONVICTIONS,
    act: courts(["выносили", "вынесли"], ["выносил", "вынес"]),
    notOne: NOT_ONE,
    whom: "to",
    outcome: "к",
  },
  persons_charged: {
    heading: "Российские военные под судом",
    noun: forms("обвиняемый", "обвиняемых", "обвиняемых", "обвиняемого"),
    act: intoCourts(["поступали", "поступили"]),
    deed: "дела",
    notOne: NOT_ONE,
    object: SOLDIERS,
    whom: "among",
    outcome: "с приговором к",
  },
  persons_sentenced: {
    heading: "Российские военные, осуждённые",
    noun: forms("осуждённый", "осуждённых", "осуждённых", "осуждённого"),
    act: courts(["осуждали", "осудили"], ["осуждал", "осудил"]),
    notOne: NOT_ONE,
    object: SOLDIERS,
    whom: "among",
    outcome: "к",
  },
  verdict_texts_published: {
    heading: "Опубликованные приговоры российским военным",
    noun: forms(
      "опубликованный приговор",
      "опубликованных приговора",
      "опубликованных приговоров",
      "опубликованного приговора",
    ),
    act: courts(["публиковали", "опубликовали"], ["публиковал", "опубликовал"]),
    notOne: NOT_ONE,
    object: VERDICTS,
    whom: "to",
    outcome: "к",
  },
  suspended_of_published: {
    heading: "Условные сроки в опубликованных приговорах российским военным",
    noun: forms(
      "условный срок в опубликованных приговорах",
      "условных срока в опубликованных приговорах",
      "условных сроков в опубликованных приговорах",
      "условного срока в опубликованных приговорах",
    ),
    act: courts(["назначали", "назначили"], ["назначал", "назначил"]),
    notOne: NOT_ONE,
    whom: "to",
    outcome: "к",
  },
  share_suspended: {
    heading: "Доля условных сроков в приговорах российским военным",
    noun: forms(SUSPENDED, SUSPENDED, SUSPENDED, SUSPENDED),
    act: courts(["назначали", "назначили"], ["назначал", "назначил"]),
    notOne: NOT_ONE,
    whom: "to",
    outcome: "к",
  },
};

/** After "за" (accusative) and after "о" (prepositional). */
export const OFFENCES: Readonly<Record<Offence, readonly [why: string, about: string]>> = {
  desertion: [
    "за дезертирство или самовольное оставление части",
    "о дезертирстве или самовольном оставлении части",
  ],
  awol: ["за самовольное оставление части", "о самовольном оставлении части"],
  "desertion-strict": ["за дезертирство", "о дезертирстве"],
  refusal: ["за неисполнение приказа или уход из части", "о неисполнении приказа или уходе из части"],
  surrender: ["за добровольную сдачу в плен", "о добровольной сдаче в плен"],
  looting: ["за мародёрство", "о мародёрстве"],
  malingering: [
    "за симуляцию и иное уклонение от обязанностей службы",
    "о симуляции и ином уклонении от обязанностей службы",
  ],
};

/** @param of in the genitive */
function service(of: ServiceWords["to"], to: ServiceWords["to"]): ServiceWords {
  const among = `из числа ${of[1]}`;
  const against: ServiceWords["against"] = [`против ${of[0]}`, `против ${of[1]}`];
  return { against, to, among: [among, among] };
}

const NO_SERVICE = "с неизвестным видом службы";

const SERVICES: CountingTerms["services"] = {
  mobilised: service(["мобилизованного", "мобилизованных"], ["мобилизованному", "мобилизованным"]),
  contract: service(["контрактника", "контрактников"], ["контрактнику", "контрактникам"]),
  conscript: service(["срочника", "срочников"], ["срочнику", "срочникам"]),
  officer: service(["офицера", "офицеров"], ["офицеру", "офицерам"]),
  unknown: {
    against: [`против военного ${NO_SERVICE}`, `против военных ${NO_SERVICE}`],
    to: [`военному ${NO_SERVICE}`, `военным ${NO_SERVICE}`],
    among: [NO_SERVICE, NO_SERVICE],
  },
};

/** The outcome in the dative, after "к". */
const PUNISHMENTS: CountingTerms["punishments"] = {
  suspended: { label: "условные сроки", outcome: ["условному сроку", "условным срокам"] },
  // A suspended term is one of imprisonment too, which isn't served.
  imprisonment: {
    label: "реальное лишение свободы",
    outcome: ["реальному лишению свободы", "реальному лишению свободы"],
  },
  fine: { label: "штрафы", outcome: ["штрафу", "штрафам"] },
  "disciplinary-unit": {
    label: "содержание в дисциплинарной воинской части",
    outcome: ["содержанию в дисциплинарной воинской части", "содержанию в дисциплинарной воинской части"],
  },
  restriction: {
    label: "ограничение по военной службе",
    outcome: ["ограничению по военной службе", "ограничению по военной службе"],
  },
  other: { label: "иные наказания", outcome: ["иному наказанию", "иным наказаниям"] },
};

export const COUNTING: CountingTerms = {
  units: UNITS,
  services: SERVICES,
  punishments: PUNISHMENTS,
  unknownPunishment: { label: "наказание неизвестно", outcome: "(наказание неизвестно)" },
  sureness: { at_least: "не менее", about: "около", less_than: "менее" },
  perWeek: "в неделю",
  perMonth: "в месяц",
  onAverage: "в среднем",
  unknownRegion: "регион неизвестен",
  court: "военный суд",
  region: "регион",
};

const numbered = (list: string) => `ст.${NBSP}${list} УК${NBSP}РФ`;

export const LABEL: ArticleWords = {
  numbered,
  named: {
    toughened: "воинские статьи, ужесточённые в сентябре 2022 года",
    ch33: `глава${NBSP}33 УК${NBSP}РФ, преступления против военной службы`,
    any: `все статьи УК${NBSP}РФ`,
  },
};

export const GROUND: ArticleWords = {
  numbered,
  named: {
    toughened: "воинским статьям, ужесточённым в сентябре 2022 года",
    ch33: `главе${NBSP}33 УК${NBSP}РФ о преступлениях против военной службы`,
    any: `всем статьям УК${NBSP}РФ`,
  },
};
