import type { Offence, Sentence, Service, Unit } from "../../contract/terms.ts";
import type { ArticleWords } from "../language/articles.ts";
import { NBSP } from "../language/formats.ts";

export type Noun = readonly [one: string, other: string];

export interface UnitWords {
  heading: string;
  /** Between the heading and the offence. */
  link: string;
  noun: Noun;
  /** What the courts did. */
  act: string;
  /** What the act is done to, where the noun of the label isn't it. */
  object?: Noun;
  /** Between the noun and the soldiers; null where the noun is the soldiers themselves. */
  whom: string | null;
  /** Between the soldiers and their punishment. */
  outcome: "resulting in" | "to";
}

export const COURTS = "Russian military courts";
export const SOLDIERS: Noun = ["soldier", "soldiers"];

export const UNITS: Readonly<Record<Unit, UnitWords>> = {
  cases_received: {
    heading: "New court cases against Russian soldiers",
    link: "for",
    noun: ["new court case", "new court cases"],
    act: "received",
    object: ["case", "cases"],
    whom: "against",
    outcome: "resulting in",
  },
  convictions: {
    heading: "Russian soldiers convicted",
    link: "of",
    noun: ["conviction", "convictions"],
    act: "handed down",
    whom: "of",
    outcome: "resulting in",
  },
  persons_charged: {
    heading: "Russian soldiers charged",
    link: "with",
    noun: ["soldier charged", "soldiers charged"],
    act: "received cases against",
    object: SOLDIERS,
    whom: null,
    outcome: "resulting in",
  },
  persons_sentenced: {
    heading: "Russian soldiers sentenced",
    link: "for",
    noun: ["soldier sentenced", "soldiers sentenced"],
    act: "sentenced",
    object: SOLDIERS,
    whom: null,
    outcome: "to",
  },
  verdict_texts_published: {
    heading: "Published verdicts on Russian soldiers",
    link: "for",
    noun: ["verdict published", "verdicts published"],
    act: "published",
    object: ["verdict", "verdicts"],
    whom: "on",
    outcome: "resulting in",
  },
  suspended_of_published: {
    heading: "Suspended sentences in published verdicts on Russian soldiers",
    link: "for",
    noun: ["suspended sentence in published verdicts", "suspended sentences in published verdicts"],
    act: "handed down",
    whom: "on",
    outcome: "resulting in",
  },
  share_suspended: {
    heading: "Share of suspended sentences for Russian soldiers",
    link: "for",
    noun: ["suspended sentences", "suspended sentences"],
    act: "handed down",
    whom: "for",
    outcome: "resulting in",
  },
};

export const OFFENCES: Readonly<Record<Offence, string>> = {
  desertion: "desertion or absence without leave",
  awol: "absence without leave",
  "desertion-strict": "desertion",
  refusal: "disobeying orders or leaving their units",
  surrender: "voluntary surrender",
  looting: "looting",
  malingering: "malingering or otherwise evading duty",
};

export const SERVICES: Readonly<Record<Service, Noun>> = {
  mobilised: ["mobilised soldier", "mobilised soldiers"],
  contract: ["contract soldier", "contract soldiers"],
  conscript: ["conscript", "conscripts"],
  officer: ["officer", "officers"],
  unknown: ["soldier whose type of service isn’t known", "soldiers whose type of service isn’t known"],
};

export interface PunishmentWords {
  /** As it stands alone. */
  label: string;
  /** After "resulting in", of one and of several. */
  outcome: Noun;
  /** After "sentenced to". */
  to: string;
}

export const PUNISHMENTS: Readonly<Record<Sentence, PunishmentWords>> = {
  suspended: {
    label: "suspended sentences",
    outcome: ["a suspended sentence", "suspended sentences"],
    to: "suspended terms",
  },
  imprisonment: {
    label: "imprisonment",
    outcome: ["imprisonment", "imprisonment"],
    to: "imprisonment",
  },
  fine: { label: "fines", outcome: ["a fine", "fines"], to: "fines" },
  "disciplinary-unit": {
    label: "terms in a disciplinary unit",
    outcome: ["a term in a disciplinary unit", "terms in a disciplinary unit"],
    to: "terms in a disciplinary unit",
  },
  restriction: {
    label: "restrictions on military service",
    outcome: ["restrictions on military service", "restrictions on military service"],
    to: "restrictions on military service",
  },
  other: {
    label: "other sentences",
    outcome: ["another sentence", "other sentences"],
    to: "other sentences",
  },
  unknown: {
    label: "sentence not known",
    outcome: ["a sentence that isn’t known", "sentences that aren’t known"],
    to: "sentences that aren’t known",
  },
};

export const LABEL: ArticleWords = {
  numbered: (list, count) => (count === 1 ? `article${NBSP}${list}` : `articles ${list}`),
  named: {
    toughened: "the military articles toughened in September 2022",
    ch33: "chapter 33, crimes against military service",
    any: "all articles of the Criminal Code",
  },
};

export const GROUND: ArticleWords = {
  numbered: (list, count) => `${BRIEF_GROUND.numbered(list, count)} of Russia’s Criminal Code`,
  named: {
    toughened: "the military articles toughened in September 2022",
    ch33: "chapter 33 of Russia’s Criminal Code, crimes against military service",
    any: "any article of Russia’s Criminal Code",
  },
};

export const BRIEF_GROUND: ArticleWords = {
  numbered: (list, count) => `${count === 1 ? "article" : "articles"} ${list}`,
  named: {
    toughened: "the military articles toughened in September 2022",
    ch33: "chapter 33, crimes against military service",
    any: "any article",
  },
};
