import { type CourtsCounted, publisherOf } from "../../domain/published/publisher.ts";
import { SOURCES } from "../../domain/sources.ts";
import { formats } from "../language/formats.ts";

const f = formats("en-GB");

/** What English calls those whom the ledger names otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  "HuffPost (Spain)": "HuffPost Spain",
  "Judicial Department": "Russia’s Judicial Department",
  "MO data desk": "MO’s data desk",
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
  const { name, courts, via } = namesOf(source);
  // A name of several words takes no possessive.
  const who = isOneWord(name) ? `by ${name}’s count` : `according to ${name}`;
  return `${who}${courts}${via && ` as reported by ${via}`}`;
}

/** "calculated from Mediazona’s totals as reported by The Moscow Times" */
export function calculated(source: string): string {
  const { name, courts, via } = namesOf(source);
  const whose = isOneWord(name) ? `${name}’s totals` : `totals published by ${name}`;
  return `calculated from ${whose}${courts}${via && ` as reported by ${via}`}`;
}

export function sourceLine(source: string): string {
  const { name, courts, via } = namesOf(source);
  return `Source: ${name}${courts}${via && ` via ${via}`}`;
}

function namesOf(source: string): { name: string; courts: string; via: string } {
  const { counter, courts, via } = publisherOf(source);
  const called = (name: string) => NAMES[name] ?? name;
  return {
    name: called(counter),
    courts: courts ? ` (${COURTS[courts]})` : "",
    via: f.list(via.map(called)),
  };
}

function isOneWord(name: string): boolean {
  return /^[\w.]+$/.test(name);
}
