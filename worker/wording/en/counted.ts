import type { Unit } from "../../contract/terms.ts";
import type { Amount, Sureness } from "../language/amount.ts";
import { formats, NBSP } from "../language/formats.ts";
import type { Counted, Language } from "../language/language.ts";
import { COURTS, type Noun, PUNISHMENTS, SERVICES, SOLDIERS, UNITS } from "./words.ts";

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
  noun: (counted, amount) => noun(counted, amount ?? SEVERAL),
  numberOf: (counted) => `${noun(counted, SEVERAL)}${outcome(counted, SEVERAL)}`,
  amount: (unit, amount) => `${numeral(unit, amount)}${NBSP}${agreeing(UNITS[unit].noun, amount)}`,
  act(topic, amount, rate) {
    const { act, noun, object = noun, whom } = UNITS[topic.unit];
    const actor = topic.court === null ? COURTS : `the ${topic.court}`;
    const where = topic.region === null ? "" : ` (${region(topic.region)})`;
    // Where soldiers themselves are counted, their kind of service is said in their place.
    const done = agreeing(whom === null ? soldiers(topic) : object, amount);
    const often = rate ? " a week" : "";
    return [
      `${actor}${where} ${act} ${numeral(topic.unit, amount)}${NBSP}${done}${often}`,
      whomOf(topic, amount),
      outcome(topic, amount),
    ].join("");
  },
  qualified,
  qualifier: (sureness) => SURENESS[sureness],
  punishment: (sentence) => PUNISHMENTS[sentence].label,
  court: (code) => `military court ${code}`,
  region,
} satisfies Pick<
  Language,
  "noun" | "numberOf" | "amount" | "act" | "qualified" | "qualifier" | "punishment" | "court" | "region"
>;

/** A plain number and its noun: "2 weeks". */
export function counted(value: number, noun: Noun): string {
  return `${f.number(value)}${NBSP}${agreeing(noun, { value, sureness: "exact" })}`;
}

function noun(counted: Counted, amount: Amount): string {
  const { noun, whom } = UNITS[counted.unit];
  if (whom !== null) return `${agreeing(noun, amount)}${whomOf(counted, amount)}`;
  return agreeing(noun, amount).replace(agreeing(SOLDIERS, amount), agreeing(soldiers(counted), amount));
}

function soldiers({ service }: Counted): Noun {
  return service === null ? SOLDIERS : SERVICES[service];
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
  const { outcome, to } = PUNISHMENTS[sentence];
  return UNITS[unit].outcome === "to" ? ` to ${to}` : ` resulting in ${agreeing(outcome, amount)}`;
}

function agreeing([one, other]: Noun, amount: Amount): string {
  return isOne(amount) ? one : other;
}

function isOne({ value }: Amount): boolean {
  return f.category(value) === "one";
}

function numeral(unit: Unit, { value, sureness }: Amount): string {
  return qualified(unit === "share_suspended" ? f.percent(value) : f.number(value), sureness);
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
