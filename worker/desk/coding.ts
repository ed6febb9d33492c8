import type { CourtCase } from "../contract/court-case.ts";
import { type Card, type Coding, readFromText } from "../domain/case-state.ts";
import type { Folded } from "./cards.ts";

/** A defendant's case without what only the store knows of it. */
export type Said = Folded & Pick<CourtCase, "sentence" | "term_months" | "service">;

/** What a person wrote, over what the cards say. */
export function overlay(folded: Folded, coding: Coding): Said {
  const { withdrawn: _, earlier_numbers, ...coded } = coding;
  const said = { sentence: "unknown", term_months: null, service: "unknown", ...folded, ...coded } as Said;
  const numbers = new Set([folded.case_number, ...folded.earlier_numbers, ...(earlier_numbers ?? [])]);
  numbers.delete(said.case_number);
  // Whoever corrects the court of a case that was in one alone, corrects who received it.
  const moved = coding.court_code !== undefined && folded.received_court === folded.court_code;
  return {
    ...said,
    earlier_numbers: [...numbers].slice(0, 10),
    received_court: moved ? said.court_code : folded.received_court,
  };
}

/**
 * What a row says anew of what only a person can know, or over what the cards say. What it repeats is no news: whoever
 * corrects a row of an export has changed one cell of it. What it doesn't know erases nothing.
 * @param before what was known when the row was written; null: nothing
 * @param after what is known with the cards that come with it
 * @param isCard whether the row itself is among these cards, so that only its coding is a person's word over them
 */
export function codedIn(
  row: CourtCase,
  coding: Coding,
  before: Said | null,
  after: Said,
  cards: readonly Card[],
  isCard: boolean,
): Coding {
  // Of a case that was registered anew, a row may repeat what its own number's card says.
  const own = cards.filter(({ case_number }) => case_number === row.case_number);
  const differs = (field: Field) => {
    const written = JSON.stringify(row[field]);
    const repeats = (said: Partial<Record<Field, unknown>> | null) =>
      written === JSON.stringify(said?.[field]);
    return !repeats(before) && !repeats(after) && !(coding[field] === undefined && own.some(repeats));
  };
  return {
    ...(isCard ? coding : correctedIn(row, coding, after, differs)),
    ...decisionIn(row, coding, after, differs),
  };
}

type Field = keyof Said & keyof CourtCase & keyof Coding;

/** Of the card's own fields, those that a person wrote otherwise. */
function correctedIn(
  row: CourtCase,
  coding: Coding,
  after: Said,
  differs: (field: Field) => boolean,
): Coding {
  const known = new Set([after.case_number, ...after.earlier_numbers]);
  const earlier = row.earlier_numbers.filter((number) => !known.has(number));
  const isDecided = row.outcome !== "pending" || after.outcome !== "pending";
  const isNews = (field: Field) => row[field] !== null && differs(field);
  return {
    ...coding,
    ...(isNews("court_code") && { court_code: row.court_code }),
    ...(!known.has(row.case_number) && { case_number: row.case_number }),
    ...(earlier.length > 0 && { earlier_numbers: [...(coding.earlier_numbers ?? []), ...earlier].sort() }),
    ...(row.articles.length > 0 && isNews("articles") && { articles: row.articles }),
    ...(isNews("received_on") && { received_on: row.received_on }),
    ...(isDecided && isNews("decided_on") && { decided_on: row.decided_on }),
    ...(isNews("source_url") && { source_url: row.source_url }),
    ...(isNews("first_seen_on") && { first_seen_on: row.first_seen_on }),
  };
}

/** What was read in the verdict's text: where one of it is news, the whole of it is a person's word. */
function decisionIn(row: CourtCase, coding: Coding, after: Said, differs: (field: Field) => boolean): Coding {
  const read = readFromText(row);
  const decision = row.by_hand && row.outcome !== "pending" ? { ...read, outcome: row.outcome } : read;
  if (!(Object.keys(decision) as Field[]).some(differs)) return {};
  const { outcome = after.outcome } = decision;
  // A sentence belongs to its decision: with another one it goes.
  const ofOther = outcome === after.outcome ? {} : ({ sentence: "unknown", term_months: null } as const);
  const isWritten = coding.sentence !== undefined || coding.term_months !== undefined;
  return { ...(isWritten && ofOther), ...decision };
}
