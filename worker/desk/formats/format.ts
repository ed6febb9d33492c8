import type { Outcome, Sentence, Service } from "../../contract/terms.ts";
import type { FirstCourt } from "../normalise/appeal-tail.ts";
import type { Accused } from "../normalise/articles.ts";
import type { Rejection } from "../rejection.ts";

/** One card of a dump, whatever its format, in the dump's words. It has no field for a person's name. */
export interface SourceRow {
  /** Physical line on which the row starts, from 1. */
  line: number;
  /** How the file spells the columns that a rejection may have to name. */
  columns: SourceColumns;
  caseUid: string | null;
  courtCode: string | null;
  courtName: string | null;
  courtHost: string | null;
  caseNumber: string | null;
  /** One for each accused, one decision for all of them; none where the card hides everything. */
  accused: Accused[];
  /** Whether the card says that it hides the accused. */
  hidesAccused: boolean;
  /** Of an appeal's card: where the case was tried first. */
  firstCourt: FirstCourt | null;
  receivedOn: string | null;
  decidedOn: string | null;
  decision: string | null;
  /** When the court posted the verdict on its site. */
  verdictPostedOn: string | null;
  sourceUrl: string | null;
  /** What only the desk's own CSV has; the other formats leave it null. */
  coded: Coded | null;
}

export type SourceColumns = Readonly<
  Record<
    "caseUid" | "court" | "caseNumber" | "receivedOn" | "decidedOn" | "firstSeenOn" | "removedOn" | "row",
    string
  >
>;

/** What the desk coded from the texts of verdicts, already in the contract's terms. */
export interface Coded {
  outcome: Outcome;
  sentence: Sentence;
  termMonths: number | null;
  service: Service;
  firstSeenOn: string | null;
  removedOn: string | null;
}

export type ReadItem =
  | { kind: "row"; row: SourceRow }
  | { kind: "rejected"; rejection: Rejection }
  /** Nothing of the file can be read; nothing comes after it. */
  | { kind: "refused"; rejection: Rejection }
  /** A card that was found but holds nothing. */
  | { kind: "empty"; line: number }
  /** Something missing in the file or not to be done with it, in words for the desk. */
  | { kind: "warning"; text: string };

export const FORMAT_NAMES = [
  "desk-csv",
  "sudrfscraper-ndjson",
  "sudrfscraper-csv",
  "sudrfscraper-meta",
  "sudrfparser-json",
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** A way in which court records are written down. */
export interface Format {
  name: FormatName;
  /** How to tell a person what such a file looks like. */
  description: string;
  /** Whether the file's first characters (`HEAD_LENGTH` or all of them) are of this format. */
  recognise(head: string): boolean;
  /** Reads rows one by one; never holds more than one row, and never throws because of what's in the file. */
  read(chunks: AsyncIterable<string>): AsyncIterable<ReadItem>;
}
