import type { Outcome } from "../contract/terms.ts";
import type { Card } from "../domain/case-state.ts";
import { readCaseNumber } from "./normalise/case-number.ts";

/** What all cards of a defendant say together. */
export interface Folded {
  /** The court whose decision counts, else where the case is now. */
  court_code: string;
  case_number: string;
  earlier_numbers: string[];
  articles: string[];
  received_on: string | null;
  /** The court that received the case first. */
  received_court: string;
  decided_on: string | null;
  outcome: Outcome;
  source_url: string | null;
  first_seen_on: string | null;
}

/** The contract's limit. */
const MOST_EARLIER_NUMBERS = 10;

/** Of two outcomes of one registration, said on the same day, the one that a court's list is less likely to say of any. */
const TELLING: readonly Outcome[] = [
  "pending",
  "other",
  "convicted",
  "transferred",
  "returned",
  "dismissed",
  "medical",
  "acquitted",
];

/**
 * One case from a set of cards, whatever their order:
 *
 * - cards of one court and number are one registration; of what they say differently, the newest word holds, said on
 *   the same day the later date; what one doesn't say, erases nothing;
 * - the newest registration gives the number;
 * - the case was received when it was first registered;
 * - a conviction counts where and when a court first gave it, whatever a new trial made of it; only of a defendant
 *   who was never convicted the latest decision counts.
 */
export function foldCards(cards: readonly Card[]): Folded {
  const superseded = new Set(
    cards.flatMap((card) => card.earlier_numbers.map((number) => `${card.court_code}|${number}`)),
  );
  const registrations = [...Map.groupBy(cards, nameOf).values()]
    .map(registrationOf)
    .sort((a, b) => Number(superseded.has(b.name)) - Number(superseded.has(a.name)) || byAge(a, b));
  const newest = registrations.at(-1)!;
  const decided = countedDecision(registrations);
  const { court_code } = decided ?? newest;
  const here = registrations.filter((one) => one.court_code === court_code);
  const { case_number } = here.at(-1)!;
  const first = registrations
    .filter(({ received_on }) => received_on !== null)
    .reduce<Registration | null>((a, b) => (a && a.received_on! <= b.received_on! ? a : b), null);
  const newestWith = (isKnown: (one: Registration) => boolean) =>
    (decided && isKnown(decided) ? decided : null) ?? registrations.findLast(isKnown);
  return {
    court_code,
    case_number,
    earlier_numbers: numbersOf(cards.filter((card) => card.court_code === court_code))
      .filter((number) => number !== case_number)
      .slice(0, MOST_EARLIER_NUMBERS),
    articles: newestWith(({ articles }) => articles !== null)?.articles ?? [],
    received_on: first?.received_on ?? null,
    received_court: (first ?? registrations[0]!).court_code,
    decided_on: decided?.decided_on ?? null,
    outcome: decided?.outcome ?? "pending",
    source_url: newestWith(({ source_url }) => source_url !== null)?.source_url ?? null,
    first_seen_on: cards.flatMap((card) => card.first_seen_on ?? []).sort()[0] ?? null,
  };
}

/** All cards of two sets. The same card is one, as old as its first reading; their order says nothing. */
export function joinCards(one: readonly Card[], other: readonly Card[]): Card[] {
  const joined = new Map<string, Card>();
  for (const card of [...one, ...other]) {
    const key = wordsOf(card);
    const known = joined.get(key);
    if (!known || card.since < known.since) joined.set(key, card);
  }
  return [...joined].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, card]) => card);
}

function wordsOf(card: Card): string {
  const { court_code, case_number, earlier_numbers, articles } = card;
  const { received_on, decided_on, outcome, source_url, first_seen_on, by_number = false } = card;
  const said = [received_on, decided_on, outcome, source_url, first_seen_on, by_number];
  return JSON.stringify([court_code, case_number, earlier_numbers, articles, ...said]);
}

/** All numbers that cards of one court name, the newest first. */
export function numbersOf(cards: readonly Card[]): string[] {
  const numbers = new Set(cards.flatMap((card) => [card.case_number, ...card.earlier_numbers]));
  return [...numbers].sort((a, b) => byAge({ case_number: b }, { case_number: a }));
}

interface Registration {
  name: string;
  court_code: string;
  case_number: string;
  articles: string[] | null;
  received_on: string | null;
  outcome: Outcome;
  decided_on: string | null;
  source_url: string | null;
}

function registrationOf(cards: Card[]): Registration {
  const [{ court_code, case_number }] = cards as [Card, ...Card[]];
  const outcome = newestOf(
    cards,
    ({ outcome }) => (outcome === "pending" ? null : outcome),
    (a, b) => TELLING.indexOf(a) - TELLING.indexOf(b),
    // «Other» is what is left of words that nobody understood: it says nothing against a known outcome.
    (one) => one !== "other",
  );
  const ofOutcome = cards.filter((card) => card.outcome === outcome);
  const articles = newestOf(
    cards,
    (card) => (card.articles.length > 0 ? card.articles.join(";") : null),
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
  return {
    name: nameOf(cards[0]!),
    court_code,
    case_number,
    articles: articles?.split(";") ?? null,
    received_on: newestOf(
      cards,
      (card) => card.received_on,
      (a, b) => (a > b ? -1 : 1),
    ),
    outcome: outcome ?? "pending",
    decided_on: newestOf(
      ofOutcome,
      (card) => card.decided_on,
      (a, b) => (a < b ? -1 : 1),
    ),
    source_url: newestOf(
      cards,
      (card) => card.source_url,
      (a, b) => (a < b ? -1 : 1),
    ),
  };
}

/** The value said last; a value is as old as the first card that says it, so that reading an old card again is no news. */
function newestOf<Value extends string>(
  cards: readonly Card[],
  read: (card: Card) => Value | null,
  compare: (a: Value, b: Value) => number,
  isTelling: (value: Value) => boolean = () => true,
): Value | null {
  const since = new Map<Value, string>();
  for (const card of cards) {
    const value = read(card);
    if (value === null) continue;
    const known = since.get(value);
    if (known === undefined || card.since < known) since.set(value, card.since);
  }
  const values = [...since].map(([value, day]) => ({ value, day }));
  const newest = values.sort(
    (a, b) =>
      Number(isTelling(a.value)) - Number(isTelling(b.value)) ||
      (a.day === b.day ? compare(a.value, b.value) : a.day < b.day ? -1 : 1),
  );
  return newest.at(-1)?.value ?? null;
}

function countedDecision(registrations: readonly Registration[]): Registration | null {
  const decided = registrations.filter(({ outcome }) => outcome !== "pending");
  const convicted = decided.filter(({ outcome }) => outcome === "convicted");
  const dated = convicted.filter(({ decided_on }) => decided_on !== null);
  if (convicted.length > 0) {
    return (
      dated.reduce<Registration | null>((a, b) => (a && a.decided_on! <= b.decided_on! ? a : b), null) ??
      convicted[0]!
    );
  }
  const weight = ({ outcome, decided_on }: Registration) =>
    `${outcome === "other" ? 0 : 1} ${decided_on ?? ""}`;
  return decided.reduce<Registration | null>((a, b) => (a && weight(a) > weight(b) ? a : b), null);
}

function nameOf({ court_code, case_number }: Card): string {
  return `${court_code}|${case_number}`;
}

/** A case is registered anew under a number with a later year, or further on in the same year. */
function byAge(one: { case_number: string }, other: { case_number: string }): number {
  const [a, b] = [placeOf(one.case_number), placeOf(other.case_number)];
  return a.year - b.year || a.serial - b.serial || compareText(textOf(one), textOf(other));
}

function textOf(one: { case_number: string; court_code?: string }): string {
  return `${one.case_number} ${one.court_code ?? ""}`;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function placeOf(number: string): { year: number; serial: number } {
  const read = readCaseNumber(number);
  return "value" in read ? { year: read.value.year ?? 0, serial: read.value.serial } : { year: 0, serial: 0 };
}
