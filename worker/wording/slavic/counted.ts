import type { Sentence, Service, Unit } from "../../contract/terms.ts";
import type { Sureness } from "../language/amount.ts";
import type { Formats } from "../language/formats.ts";
import type { Counted, Language } from "../language/language.ts";
import { agreeing, counting, type Forms, genitive } from "./forms.ts";

/** Of one and of several. */
export type Number = readonly [one: string, several: string];

/** The kinds of service in the cases that something is counted of them in. */
export interface ServiceWords {
  /** Cases "against contract soldiers". */
  against: Number;
  /** Dative: verdicts "to contract soldiers". */
  to: Number;
  /** Soldiers "from among contract soldiers", so that no numeral governs the kind of service. */
  among: Number;
}

export interface SlavicUnit {
  heading: string;
  noun: Forms;
  /** The noun in running text, where a label's is too short to be exact: a приговор may also acquit. */
  stated?: Forms;
  /** Who did it and what they did; the imperfective verb for a rate, the perfective for once. */
  act(doer: Doer, how: ActHow): string;
  /** "Not one", in the gender of what the act is done to. */
  notOne: string;
  /** Stands before the number where the act has an object of its own: "дела" of 22 soldiers. */
  deed?: string;
  /** What the act is done to, where that differs from the noun of the label. */
  object?: Forms;
  whom: keyof ServiceWords;
  /** Between the soldiers and their punishment. */
  outcome: string;
}

/** The court by name, null: all military courts, and in brackets where it is. */
export interface Doer {
  court: string | null;
  where: string;
}

/** As a rate or once; `none`: that it was not done. */
export interface ActHow {
  rate: boolean;
  none: boolean;
}

/** What Russian and Ukrainian don't share when they count. */
export interface CountingTerms {
  units: Readonly<Record<Unit, SlavicUnit>>;
  services: Readonly<Record<Service, ServiceWords>>;
  /** As they stand alone, and in the case that a unit's `outcome` governs. */
  punishments: Readonly<Record<Exclude<Sentence, "unknown">, { label: string; outcome: Number }>>;
  /** Its outcome follows no unit's words: it has its own. */
  unknownPunishment: { label: string; outcome: string };
  sureness: Readonly<Record<Exclude<Sureness, "exact">, string>>;
  perWeek: string;
  perMonth: string;
  /** That a rate is an average, after the verb. */
  onAverage: string;
  unknownRegion: string;
  /** A court of which only the code is known. */
  court: string;
  region: string;
}

/** How a Slavic language counts: nouns beside numbers, and who did what to how many. */
export function countingWords(f: Formats, terms: CountingTerms) {
  const { units, services, punishments, unknownPunishment } = terms;
  const { qualified, counted } = counting(f, terms.sureness);
  const numeral = (unit: Unit, value: number) =>
    unit === "share_suspended" ? f.percent(value) : f.number(value);
  const region = (name: string) => `${terms.region}: ${name}`;

  const often = (per: "week" | "month" | undefined) =>
    per ? ` ${per === "week" ? terms.perWeek : terms.perMonth}` : "";

  const punishment = (sentence: Sentence) =>
    (sentence === "unknown" ? unknownPunishment : punishments[sentence]).label;

  const whom = ({ unit, service }: Counted, value: number) =>
    service === null ? "" : ` ${inNumber(services[service][units[unit].whom], value)}`;

  const outcome = ({ unit, sentence }: Counted, value: number) => {
    if (sentence === null) return "";
    if (sentence === "unknown") return ` ${unknownPunishment.outcome}`;
    return ` ${units[unit].outcome} ${inNumber(punishments[sentence].outcome, value)}`;
  };

  return {
    noun(topic, amount, per) {
      const { noun } = units[topic.unit];
      if (amount === null) return `${noun.many}${often(per)}${whom(topic, 2)}`;
      const { value, sureness } = amount;
      const form = sureness === "exact" ? agreeing : genitive;
      return `${form(noun, f.category(value))}${often(per)}${whom(topic, value)}`;
    },
    numberOf: (topic) => `${units[topic.unit].noun.many}${whom(topic, 2)}${outcome(topic, 2)}`,
    numberPer(topic, per) {
      const outcome = topic.sentence === null ? "" : `: ${punishment(topic.sentence)}`;
      return `${units[topic.unit].noun.many}${often(per)}${whom(topic, 2)}${outcome}`;
    },
    amount: (unit, { value, sureness }) => {
      const { noun, stated = noun } = units[unit];
      return counted(stated, value, sureness, numeral(unit, value));
    },
    act(topic, { value, sureness }, rate) {
      const { act, deed, noun, stated = noun, object = stated, notOne } = units[topic.unit];
      const { within } = topic;
      const where = within ? ` ${within}` : topic.region === null ? "" : ` (${region(topic.region)})`;
      const none = value === 0 && sureness === "exact" && topic.unit !== "share_suspended";
      const words = [
        act({ court: topic.court, where }, { rate, none }),
        deed ?? "",
        rate && !none ? terms.onAverage : "",
        none ? `${notOne} ${object.other}` : counted(object, value, sureness, numeral(topic.unit, value)),
        rate ? terms.perWeek : "",
      ];
      const number = none ? 1 : value;
      return `${words.filter(Boolean).join(" ")}${whom(topic, number)}${outcome(topic, number)}`;
    },
    qualified,
    qualifier: (sureness) => (sureness === "exact" ? "" : terms.sureness[sureness]),
    punishment,
    unknownRegion: terms.unknownRegion,
    court: (code) => `${terms.court} ${code}`,
    region,
  } satisfies Partial<Language>;
}

/** Singular of exactly one: 21 is of several in Slavic languages too, whatever form its own noun takes. */
function inNumber([one, several]: Number, value: number): string {
  return value === 1 ? one : several;
}
