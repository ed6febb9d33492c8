import { type CourtsCounted, publisherOf } from "../../domain/published/publisher.ts";
import type { Formats } from "../language/formats.ts";

/** A name in the nominative and in the genitive. */
export type DeclinedName = readonly [nominative: string, genitive: string];

/** What Russian and Ukrainian don't share when they name who counted. */
export interface PublisherTerms {
  /** Those whose own name isn't written in Latin letters, and the service's own sources. */
  names: Readonly<Record<string, DeclinedName>>;
  courts: Readonly<Record<CourtsCounted, string>>;
  /** "According to the data of", before a genitive. */
  byData: string;
  calculation: string;
  /** "Which … prints", of one and of several. */
  printedBy: readonly [one: string, several: string];
  source: string;
  /** "In the publication of", of one and of several, before a genitive. */
  inPublication: readonly [one: string, several: string];
}

/** How a Slavic language says whose number it is. */
export function publisherWords(f: Formats, terms: PublisherTerms) {
  const declined = (name: string) => terms.names[name] ?? ([name, name] as const);
  const whose = (source: string, grammaticalCase: 0 | 1) => {
    const { counter, courts, via } = publisherOf(source);
    const name = declined(counter)[grammaticalCase];
    return { who: courts ? `${name} (${terms.courts[courts]})` : name, via, several: via.length > 1 ? 1 : 0 };
  };
  const according = (source: string) => {
    const { who, via, several } = whose(source, 1);
    const printers = f.list(via.map((name) => declined(name)[0]));
    return `${terms.byData} ${who}${printers && `, ${terms.printedBy[several]} ${printers}`}`;
  };
  return {
    according,
    calculated: (source: string) => `${terms.calculation} ${according(source)}`,
    source(source: string) {
      const { who, via, several } = whose(source, 0);
      const printers = f.list(via.map((name) => declined(name)[1]));
      return `${terms.source}: ${who}${printers && `, ${terms.inPublication[several]} ${printers}`}`;
    },
  };
}
