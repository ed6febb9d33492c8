import { type CourtsCounted, countersOf, type Printed } from "../../domain/published/publisher.ts";
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
  /** "Part of which … prints", of one and of several. */
  partlyPrintedBy: readonly [one: string, several: string];
  source: string;
  /** "In part", where a counter has printed the rest. */
  inPart: string;
  /** "In the publication of", of one and of several, before a genitive. */
  inPublication: readonly [one: string, several: string];
}

/** How a Slavic language says whose number it is. */
export function publisherWords(f: Formats, terms: PublisherTerms) {
  const declined = (name: string) => terms.names[name] ?? ([name, name] as const);
  const whose = ({ counter, courts }: Printed, grammaticalCase: 0 | 1) => {
    const name = declined(counter)[grammaticalCase];
    return courts ? `${name} (${terms.courts[courts]})` : name;
  };
  const printers = ({ via }: Printed, grammaticalCase: 0 | 1) =>
    f.list(via.map((name) => declined(name)[grammaticalCase]));
  const several = ({ via }: Printed) => (via.length > 1 ? 1 : 0);

  const according = (source: string) => {
    const said = countersOf(source).map((printed) => {
      const by = printed.partly ? terms.partlyPrintedBy : terms.printedBy;
      const named = printers(printed, 0);
      return `${terms.byData} ${whose(printed, 1)}${named && `, ${by[several(printed)]} ${named}`}`;
    });
    return f.list(said);
  };
  return {
    according,
    calculated: (source: string) => `${terms.calculation} ${according(source)}`,
    source(source: string) {
      const said = countersOf(source).map((printed) => {
        const named = printers(printed, 1);
        const inPart = printed.partly ? `${terms.inPart} ` : "";
        return `${whose(printed, 0)}${named && `, ${inPart}${terms.inPublication[several(printed)]} ${named}`}`;
      });
      return `${terms.source}: ${f.list(said)}`;
    },
  };
}
