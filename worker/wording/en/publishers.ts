import { type CourtsCounted, countersOf, type Printed } from "../../domain/published/publisher.ts";
import { SOURCES } from "../../domain/sources.ts";
import { formats } from "../language/formats.ts";

const f = formats("en-GB");

/** What English calls those whom the ledger names otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  "HuffPost (Spain)": "HuffPost Spain",
  "Judicial Department": "Russia’s Judicial Department",
  // The desk of the outlet whose site PointMedia is.
  "MO data desk": "Mozhem Obyasnit",
  "Prosecutor General data": "Russia’s Prosecutor General",
  "UK MoD": "the UK Ministry of Defence",
};

const COURTS: Readonly<Record<CourtsCounted, string>> = {
  garrison: "garrison courts",
  "garrison-and-district": "garrison and district courts",
};

/** Within a sentence: "by Mediazona’s count as reported by The Moscow Times". */
export function according(source: string): string {
  // Within a sentence a description has no capital.
  if (source === SOURCES.records.name) return "according to court records";
  return told(source, ({ name, courts, via }) => {
    // A name of several words takes no possessive.
    const who = isOneWord(name) ? `by ${name}’s count` : `according to ${name}`;
    return `${who}${courts}${via && ` as reported by ${via}`}`;
  });
}

/** "calculated from Mediazona’s totals, some of them as reported by The Moscow Times" */
export function calculated(source: string): string {
  const totals = told(source, ({ name, courts, via, partly }) => {
    const whose = isOneWord(name) ? `${name}’s totals` : `totals published by ${name}`;
    return `${whose}${courts}${via && `${partly ? ", some of them" : ""} as reported by ${via}`}`;
  });
  return `calculated from ${totals}`;
}

export function sourceLine(source: string): string {
  const who = told(
    source,
    ({ name, courts, via, partly }) => `${name}${courts}${via && `${partly ? ", in part" : ""} via ${via}`}`,
  );
  return `Source: ${who}`;
}

interface Named {
  name: string;
  courts: string;
  via: string;
  partly: boolean;
}

/** Each counter with its printers, as a list. */
function told(source: string, words: (named: Named) => string): string {
  return f.list(countersOf(source).map((printed) => words(named(printed))));
}

function named({ counter, courts, via, partly }: Printed): Named {
  const called = (name: string) => NAMES[name] ?? name;
  return {
    name: called(counter),
    courts: courts ? ` (${COURTS[courts]})` : "",
    via: f.list(via.map(called)),
    partly,
  };
}

function isOneWord(name: string): boolean {
  return /^[\w.]+$/.test(name);
}
