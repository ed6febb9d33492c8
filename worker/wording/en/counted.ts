import type { Unit } from "../../contract/terms.ts";
import type { Amount, Sureness } from "../language/amount.ts";
import { formats, NBSP } from "../language/formats.ts";
import type { Counted, Language } from "../language/language.ts";
import { COURTS, type Noun, PUNISHMENTS, SERVICES, SOLDIERS, UNITS } from "./words.ts";

/** In running text whole numbers below ten are words. */
const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

const f = formats("en-GB");
const SEVERAL: Amount = { value: 2, sureness: "exact" };
const SURENESS: Readonly<Record<Sureness, string>> = {
  exact: "",
  at_least: "at least",
  about: "about",
  less_than: "fewer than",
};

/** How English counts: nouns beside numbers, and who did what to how many. */
export const counting = {
  noun: (counted, amount, per) => noun(counted, amount ?? SEVERAL, often(per)),
  numberOf: (counted) => `${noun(counted, SEVERAL)}${outcome(counted, SEVERAL)}`,
  numberPer: (counted, per) => {
    const outcome = counted.sentence === null ? "" : `: ${PUNISHMENTS[counted.sentence].label}`;
    return `${noun(counted, SEVERAL, often(per))}${outcome}`;
  },
  amount: (unit, amount) => `${numeral(unit, amount)}${NBSP}${agreeing(UNITS[unit].noun, amount)}`,
  act(topic, amount, rate) {
    const { act, noun, object = noun, whom } = UNITS[topic.unit];
    const actor = topic.court === null ? COURTS : `the ${topic.court}`;
    const { within } = topic;
    const where = within ? ` ${within}` : topic.region === null ? "" : ` (${region(topic.region)})`;
    // Where soldiers themselves are counted, their kind of service is said in their place.
    const [done, unknown] = whom === null ? soldiers(topic, amount) : [agreeing(object, amount), ""];
    return [
      `${actor}${where} ${act} ${numeral(topic.unit, amount)}${NBSP}${done}${often(rate ? "week" : undefined)}`,
      unknown,
      whomOf(topic, amount),
      outcome(topic, amount),
    ].join("");
  },
  qualified,
  qualifier: (sureness) => SURENESS[sureness],
  punishment: (sentence) => PUNISHMENTS[sentence].label,
  unknownRegion: "region unknown",
  court: (code) => `military court ${code}`,
  region,
} satisfies Pick<
  Language,
  | "noun"
  | "numberOf"
  | "numberPer"
  | "amount"
  | "act"
  | "qualified"
  | "qualifier"
  | "punishment"
  | "court"
  | "region"
  | "unknownRegion"
>;

/** A plain number and its noun: "2 weeks". */
export function counted(value: number, noun: Noun): string {
  return `${f.number(value)}${NBSP}${agreeing(noun, { value, sureness: "exact" })}`;
}

function noun(counted: Counted, amount: Amount, often = ""): string {
  const { noun, whom } = UNITS[counted.unit];
  if (whom !== null) return `${agreeing(noun, amount)}${often}${whomOf(counted, amount)}`;
  const [who, unknown] = soldiers(counted, amount);
  return `${agreeing(noun, amount).replace(agreeing(SOLDIERS, amount), who)}${often}${unknown}`;
}

/** Who is counted, and a clause on them that stands after all else. */
function soldiers({ service }: Counted, amount: Amount): [who: string, clause: string] {
  const who = agreeing(service === null ? SOLDIERS : SERVICES[service], amount);
  const [, soldier = who, clause = ""] = /^(\w+)( whose .*)$/.exec(who) ?? [];
  return [soldier, clause];
}

function often(per: "week" | "month" | undefined): string {
  return per ? ` a ${per}` : "";
}

/** " of contract soldiers", and of one conviction " of a contract soldier". */
function whomOf({ unit, service }: Counted, amount: Amount): string {
  const { whom } = UNITS[unit];
  if (whom === null || service === null) return "";
  const noun = agreeing(SERVICES[service], amount);
  if (!isOne(amount)) return ` ${whom} ${noun}`;
  return ` ${whom} ${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** " resulting in imprisonment" */
function outcome({ unit, sentence }: Counted, amount: Amount): string {
  if (sentence === null) return "";
  if (sentence === "unknown") return " whose sentence isn’t known";
  const { outcome, to } = PUNISHMENTS[sentence];
  return UNITS[unit].outcome === "to" ? ` to ${to}` : ` resulting in ${agreeing(outcome, amount)}`;
}

function agreeing([one, other]: Noun, amount: Amount): string {
  return isOne(amount) ? one : other;
}

function isOne({ value }: Amount): boolean {
  return f.category(value) === "one";
}

/** As it stands in running text: "no", "about three", "at least 198". */
function numeral(unit: Unit, { value, sureness }: Amount): string {
  if (unit === "share_suspended") return qualified(f.percent(value), sureness);
  const word = value > 0 || sureness === "exact" ? SMALL[value] : undefined;
  return qualified(word ?? f.number(value), sureness);
}

function qualified(text: string, sureness: Sureness): string {
  if (sureness === "exact") return text;
  // One that anything is said to be fewer than stands beside no figures, and is a word.
  const isWord = sureness === "less_than" && text === f.number(1);
  return `${SURENESS[sureness]}${NBSP}${isWord ? "one" : text}`;
}

function region(name: string): string {
  return `region: ${name}`;
}
