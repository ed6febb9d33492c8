import type { Offence } from "../../contract/terms.ts";
import { SOURCES } from "../../domain/sources.ts";
import type { ArticleWords } from "../language/articles.ts";
import { NBSP } from "../language/formats.ts";
import type { CountingTerms, ServiceWords, SlavicUnit } from "../slavic/counted.ts";
import { forms } from "../slavic/forms.ts";

type Verbs = readonly [rate: string, once: string];

const COURTS = "російські військові суди";
const SUSPENDED = "умовних вироків";
const VERDICTS = forms("вирок", "вироки", "вироків", "вироку");
/** The accusative of people is their genitive: засудили 22 військових. */
const SOLDIERS = forms("військового", "військових", "військових", "військового");
const CONVICTING = "із засудженням до";

/** What all courts do; the masculine of one follows from it: ухвалили → ухвалив. */
function courts(verbs: Verbs): SlavicUnit["act"] {
  return ({ court, where }, rate) => {
    const verb = verbs[rate ? 0 : 1];
    return `${court ?? COURTS}${where} ${court === null ? verb : verb.replace(/ли$/, "в")}`;
  };
}

const UNITS: CountingTerms["units"] = {
  cases_received: {
    heading: "Нові судові справи російських військових",
    noun: forms("нова судова справа", "нові судові справи", "нових судових справ", "нової судової справи"),
    act: courts(["отримували", "отримали"]),
    object: forms("нову судову справу", "нові судові справи", "нових судових справ", "нової судової справи"),
    whom: "of",
    outcome: CONVICTING,
  },
  convictions: {
    heading: "Вироки російським військовим",
    noun: VERDICTS,
    act: courts(["ухвалювали", "ухвалили"]),
    whom: "to",
    outcome: CONVICTING,
  },
  persons_charged: {
    heading: "Російські військові під судом",
    noun: forms("обвинувачений", "обвинувачені", "обвинувачених", "обвинуваченого"),
    act: courts(["отримували", "отримали"]),
    deed: "справи",
    object: SOLDIERS,
    whom: "among",
    outcome: CONVICTING,
  },
  persons_sentenced: {
    heading: "Російські військові, засуджені",
    noun: forms("засуджений", "засуджені", "засуджених", "засудженого"),
    act: courts(["засуджували", "засудили"]),
    object: SOLDIERS,
    whom: "among",
    outcome: "до",
  },
  verdict_texts_published: {
    heading: "Оприлюднені вироки російським військовим",
    noun: forms("оприлюднений вирок", "оприлюднені вироки", "оприлюднених вироків", "оприлюдненого вироку"),
    act: courts(["оприлюднювали", "оприлюднили"]),
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
    whom: "to",
    outcome: CONVICTING,
  },
  share_suspended: {
    heading: "Частка умовних вироків російським військовим",
    noun: forms(SUSPENDED, SUSPENDED, SUSPENDED, SUSPENDED),
    act: courts(["ухвалювали", "ухвалили"]),
    whom: "to",
    outcome: CONVICTING,
  },
};

/** In the accusative: after "за" and after "про". */
export const OFFENCES: Readonly<Record<Offence, string>> = {
  desertion: "дезертирство чи самовільне залишення частини",
  awol: "самовільне залишення частини",
  "desertion-strict": "дезертирство",
  refusal: "відмову служити чи залишення частини",
  surrender: "добровільну здачу в полон",
  looting: "мародерство",
  malingering: "симуляцію та інше ухилення від служби",
};

function service(of: ServiceWords["of"], to: ServiceWords["to"]): ServiceWords {
  const among = `із числа ${of[1]}`;
  return { of, to, among: [among, among] };
}

const NO_SERVICE = "з невідомим видом служби";

const SERVICES: CountingTerms["services"] = {
  mobilised: service(["мобілізованого", "мобілізованих"], ["мобілізованому", "мобілізованим"]),
  contract: service(["контрактника", "контрактників"], ["контрактнику", "контрактникам"]),
  conscript: service(["строковика", "строковиків"], ["строковику", "строковикам"]),
  officer: service(["офіцера", "офіцерів"], ["офіцеру", "офіцерам"]),
  unknown: {
    of: [`військового ${NO_SERVICE}`, `військових ${NO_SERVICE}`],
    to: [`військовому ${NO_SERVICE}`, `військовим ${NO_SERVICE}`],
    among: [NO_SERVICE, NO_SERVICE],
  },
};

/** The outcome in the genitive, after "до". */
const PUNISHMENTS: CountingTerms["punishments"] = {
  suspended: { label: "умовні строки", outcome: ["умовного строку", "умовних строків"] },
  imprisonment: { label: "позбавлення волі", outcome: ["позбавлення волі", "позбавлення волі"] },
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

/** How Ukrainian writes and declines the service's own sources, and publishers whose own name is Russian. */
export const PUBLISHERS: Readonly<Record<string, readonly [nominative: string, genitive: string]>> = {
  Mediazona: ["«Медіазона»", "«Медіазони»"],
  Verstka: ["«Верстка»", "«Верстки»"],
  [SOURCES.records.name]: [
    "картки справ російських військових судів",
    "карток справ російських військових судів",
  ],
  [SOURCES.published.name]: [
    "«Медіазона» та інші, названі біля кожного числа",
    "«Медіазони» та інших, названих біля кожного числа",
  ],
};
