import type { Offence } from "../../contract/terms.ts";
import type { ArticleWords } from "../language/articles.ts";
import { NBSP } from "../language/formats.ts";
import type { CountingTerms, ServiceWords, SlavicUnit } from "../slavic/counted.ts";
import { forms } from "../slavic/forms.ts";
import { euphonic } from "./euphony.ts";

type Verbs = readonly [rate: string, once: string];

const COURTS = "російські військові суди";
const SUSPENDED = "умовних строків";
const VERDICTS = forms("вирок", "вироки", "вироків", "вироку");
/** The accusative of people is their genitive: засудили 22 військових. */
const SOLDIERS = forms("військового", "військових", "військових", "військового");
const CONVICTING = "із засудженням до";
/** Not every вирок convicts. */
const CONVICTIONS = forms(
  "обвинувальний вирок",
  "обвинувальні вироки",
  "обвинувальних вироків",
  "обвинувального вироку",
);
const NOT_ONE = "жодного";

/** What all courts do; the masculine of one follows from it: ухвалили → ухвалив. */
function courts(verbs: Verbs): SlavicUnit["act"] {
  return ({ court, where }, { rate, none }) => {
    const verb = verbs[rate ? 0 : 1];
    const did = court === null ? verb : verb.replace(/ли$/, "в");
    return `${euphonic(`${court ?? COURTS}${where}`)} ${none ? "не " : ""}${did}`;
  };
}

const UNITS: CountingTerms["units"] = {
  cases_received: {
    heading: "Нові кримінальні справи проти російських військових",
    noun: forms(
      "нова кримінальна справа",
      "нові кримінальні справи",
      "нових кримінальних справ",
      "нової кримінальної справи",
    ),
    act: courts(["отримували", "отримали"]),
    object: forms(
      "нову кримінальну справу",
      "нові кримінальні справи",
      "нових кримінальних справ",
      "нової кримінальної справи",
    ),
    notOne: "жодної",
    whom: "against",
    outcome: CONVICTING,
  },
  convictions: {
    heading: "Вироки російським військовим",
    noun: VERDICTS,
    stated: CONVICTIONS,
    act: courts(["ухвалювали", "ухвалили"]),
    notOne: NOT_ONE,
    whom: "to",
    outcome: CONVICTING,
  },
  persons_charged: {
    heading: "Російські військові під судом",
    noun: forms("обвинувачений", "обвинувачені", "обвинувачених", "обвинуваченого"),
    act: courts(["отримували", "отримали"]),
    deed: "справи",
    notOne: NOT_ONE,
    object: SOLDIERS,
    whom: "among",
    outcome: CONVICTING,
  },
  persons_sentenced: {
    heading: "Російські військові, засуджені",
    noun: forms("засуджений", "засуджені", "засуджених", "засудженого"),
    act: courts(["засуджували", "засудили"]),
    notOne: NOT_ONE,
    object: SOLDIERS,
    whom: "among",
    outcome: "до",
  },
  verdict_texts_published: {
    heading: "Оприлюднені вироки російським військовим",
    noun: forms("оприлюднений вирок", "оприлюднені вироки", "оприлюднених вироків", "оприлюдненого вироку"),
    act: courts(["оприлюднювали", "оприлюднили"]),
    notOne: NOT_ONE,
    object: VERDICTS,
    whom: "to",
    outcome: CONVICTING,
  },
  suspended_of_published: {
    heading: "Умовні строки в оприлюднених вироках російським військовим",
    noun: forms(
      "умовний строк в оприлюднених вироках",
      "умовні строки в оприлюднених вироках",
      "умовних строків в оприлюднених вироках",
      "умовного строку в оприлюднених вироках",
    ),
    act: courts(["призначали", "призначили"]),
    notOne: NOT_ONE,
    whom: "to",
    outcome: CONVICTING,
  },
  share_suspended: {
    heading: "Частка умовних строків у вироках російським військовим",
    noun: forms(SUSPENDED, SUSPENDED, SUSPENDED, SUSPENDED),
    act: courts(["призначали", "призначили"]),
    notOne: NOT_ONE,
    whom: "to",
    outcome: CONVICTING,
  },
};

/** In the accusative: after "за" and after "про". */
export const OFFENCES: Readonly<Record<Offence, string>> = {
  desertion: "дезертирство чи самовільне залишення частини",
  awol: "самовільне залишення частини",
  "desertion-strict": "дезертирство",
  refusal: "невиконання наказу чи залишення частини",
  surrender: "добровільну здачу в полон",
  looting: "мародерство",
  malingering: "симуляцію та інше ухилення від обов’язків служби",
};

/** @param of in the genitive */
function service(of: ServiceWords["to"], to: ServiceWords["to"]): ServiceWords {
  const among = `із числа ${of[1]}`;
  const against: ServiceWords["against"] = [`проти ${of[0]}`, `проти ${of[1]}`];
  return { against, to, among: [among, among] };
}

const NO_SERVICE = "з невідомим видом служби";

const SERVICES: CountingTerms["services"] = {
  mobilised: service(["мобілізованого", "мобілізованих"], ["мобілізованому", "мобілізованим"]),
  contract: service(["контрактника", "контрактників"], ["контрактнику", "контрактникам"]),
  conscript: service(["строковика", "строковиків"], ["строковику", "строковикам"]),
  officer: service(["офіцера", "офіцерів"], ["офіцеру", "офіцерам"]),
  unknown: {
    against: [`проти військового ${NO_SERVICE}`, `проти військових ${NO_SERVICE}`],
    to: [`військовому ${NO_SERVICE}`, `військовим ${NO_SERVICE}`],
    among: [NO_SERVICE, NO_SERVICE],
  },
};

/** The outcome in the genitive, after "до". */
const PUNISHMENTS: CountingTerms["punishments"] = {
  suspended: { label: "умовні строки", outcome: ["умовного строку", "умовних строків"] },
  // A suspended term is one of imprisonment too, which isn't served.
  imprisonment: {
    label: "реальне позбавлення волі",
    outcome: ["реального позбавлення волі", "реального позбавлення волі"],
  },
  fine: { label: "штрафи", outcome: ["штрафу", "штрафів"] },
  "disciplinary-unit": {
    label: "тримання в дисциплінарній військовій частині",
    outcome: ["тримання в дисциплінарній військовій частині", "тримання в дисциплінарній військовій частині"],
  },
  restriction: {
    label: "службові обмеження",
    outcome: ["службового обмеження", "службових обмежень"],
  },
  other: { label: "інші покарання", outcome: ["іншого покарання", "інших покарань"] },
};

export const COUNTING: CountingTerms = {
  units: UNITS,
  services: SERVICES,
  punishments: PUNISHMENTS,
  unknownPunishment: { label: "покарання невідоме", outcome: "(покарання невідоме)" },
  sureness: { at_least: "не менше", about: "близько", less_than: "менше" },
  perWeek: "на тиждень",
  perMonth: "на місяць",
  onAverage: "в середньому",
  unknownRegion: "регіон невідомий",
  court: "військовий суд",
  region: "регіон",
};

const numbered = (list: string) => `ст.${NBSP}${list} КК${NBSP}РФ`;

export const LABEL: ArticleWords = {
  numbered,
  named: {
    toughened: "військові статті, посилені у вересні 2022 року",
    ch33: `глава${NBSP}33 КК${NBSP}РФ, злочини проти військової служби`,
    any: `усі статті КК${NBSP}РФ`,
  },
};

export const GROUND: ArticleWords = {
  numbered,
  named: {
    toughened: "військовими статтями, посиленими у вересні 2022 року",
    ch33: `главою${NBSP}33 КК${NBSP}РФ про злочини проти військової служби`,
    any: `усіма статтями КК${NBSP}РФ`,
  },
};
