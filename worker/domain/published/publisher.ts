import { publishersIn } from "./source.ts";

/** Who counted, who printed it where those are others, and in which courts if not in all. */
export interface Publisher {
  /** As the ledger spells it. */
  counter: string;
  /** Nearest to the counter first. */
  via: readonly string[];
  courts: CourtsCounted | null;
}

/** The courts that a count is limited to. */
export type CourtsCounted = "garrison" | "garrison-and-district";

const COURTS: Readonly<Record<string, CourtsCounted>> = {
  "garrison courts": "garrison",
  "garrison and district courts": "garrison-and-district",
};
/** Offices whose numbers others print: where one is named in brackets, it counted, whoever stands before them. */
const OFFICES = ["Judicial Department", "Prosecutor General data"];
/** What says nothing about who counted: which of its own editions it was, or that the name before has counted. */
const ASIDE = ["English", "own count"];
/** Editions of a paper by country, which are papers of their own. */
const COUNTRIES = ["Spain"];

/**
 * Reads a publisher as the ledger spells it: `Mediazona via The Kyiv Independent`, `Mediazona via Korrespondent/Buna
 * Times`, `The Moscow Times (Mediazona)`, `Verstka via Actualno (Judicial Department)`, `RTVI (own count, garrison
 * courts)`.
 */
export function publisherOf(source: string): Publisher {
  const [, head = source, inside = ""] = /^(.*) \(([^()]*)\)$/.exec(source) ?? [];
  const [name = head, printers] = head.split(/ via (.+)/);
  const via = printers?.split(/ ?\/ ?/) ?? [];
  const asides = inside.split(/[;,] /).filter((aside) => aside && !ASIDE.includes(aside));
  const country = asides.find((aside) => COUNTRIES.includes(aside));
  const courts = asides.flatMap((aside) => COURTS[aside] ?? [])[0] ?? null;
  const office = asides.find((aside) => OFFICES.includes(aside));
  const others = asides.filter((aside) => aside !== country && aside !== office && !COURTS[aside]);
  if (country) via.push(`${via.pop() ?? name} (${country})`);
  // "The Moscow Times (Mediazona)": the name in brackets counted, the one before them printed it.
  const counter = office ?? (printers === undefined ? (others.shift() ?? name) : name);
  const between = counter === name ? others : [...others, name];
  return {
    counter,
    via: office && printers !== undefined ? [name, ...others, ...via] : [...between, ...via],
    courts,
  };
}

/** Of one count, all who printed what a number is made from. */
export interface Printed extends Publisher {
  /** Whether the counter printed some of it, and others the rest. */
  partly: boolean;
}

/** Who counted what a number is made from, each once, with all who printed it; of a source as `sourceBehind` names it. */
export function countersOf(source: string): Printed[] {
  const publishers = publishersIn(source).map(publisherOf);
  const alike = Map.groupBy(publishers, ({ counter, courts }) => `${counter} ${courts}`);
  return [...alike.values()].map((printed) => ({
    ...printed[0]!,
    via: [...new Set(printed.flatMap(({ via }) => via))],
    partly: printed.some(({ via }) => via.length > 0) && printed.some(({ via }) => via.length === 0),
  }));
}

/** Publishers whose name is written in Latin letters in every language, because it is their own. */
export const LATIN_NAMES: readonly string[] = [
  "Actualno",
  "Buna Times",
  "Connection e.V.",
  "Defense Express",
  "Dron.media",
  "Euromaidan Press",
  "Global Military Justice Reform",
  "HuffPost (Spain)",
  "ORF",
  "Pakistan in the World",
  "Planeta.press",
  "PointMedia",
  "RTVI",
  "Re:Russia",
  "Russian Free Press",
  "TASR",
  "The Barents Observer",
  "The Kyiv Independent",
  "The Moscow Times",
  "computer-arts.info",
  "dpa",
  "in-ukraine.info",
];
