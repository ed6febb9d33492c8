import type { CourtCase } from "../contract/court-case.ts";
import { type Card, type CaseState, type Coding, cardOf, readFromText } from "../domain/case-state.ts";
import { foldCards, joinCards } from "./cards.ts";
import { codedIn, overlay, type Said } from "./coding.ts";

/** What is known of a defendant once an import says `row` of it; `null`: it said nothing of it before. */
export function mergeState(known: CaseState | null, row: CourtCase, readOn: string): CaseState {
  const written = cardsIn(row, readOn);
  // A row of the desk's CSV corrects a known case; of an unknown one, or of a new registration, it is all there is.
  const isCard = !row.by_hand || known === null || isRegistration(known, row);
  const cards = joinCards(known?.cards ?? [], isCard ? written : []) as unknown as CaseState["cards"];
  const before = known && saidOf(known);
  const after = overlay(foldCards(cards), known?.coding ?? {});
  const coding = known === null ? codingOf(row) : codedIn(row, known.coding, before, after, cards, isCard);
  return {
    case_uid: known?.case_uid ?? row.case_uid,
    cards,
    coding,
    removed_on: row.removed_on ?? stillRemoved(known, readOn),
  };
}

/** Two states of one defendant as one: where both were coded, the first one's coding holds. */
export function joinStates(one: CaseState, other: CaseState): CaseState {
  return {
    case_uid: one.case_uid ?? other.case_uid,
    cards: joinCards(one.cards, other.cards) as unknown as CaseState["cards"],
    coding: { ...other.coding, ...one.coding },
    removed_on: one.removed_on === null || other.removed_on === null ? null : one.removed_on,
  };
}

/** The case that a state makes, and the court that received it first. */
export function caseOf(state: CaseState, defendant: number): CourtCase & { received_court: string } {
  const said = saidOf(state);
  const { case_uid, removed_on } = state;
  return {
    case_uid,
    court_code: said.court_code,
    case_number: said.case_number,
    earlier_numbers: said.earlier_numbers,
    defendant,
    articles: said.articles,
    received_on: said.received_on,
    decided_on: said.decided_on,
    outcome: said.outcome,
    sentence: said.sentence,
    term_months: said.term_months,
    service: said.service,
    source_url: said.source_url,
    first_seen_on: said.first_seen_on,
    removed_on,
    received_court: said.received_court,
  };
}

/** The cards that a row of an import stands for. */
export function cardsIn(row: CourtCase, readOn: string): Card[] {
  if (!row.cards) return [cardOf(row, readOn)];
  return row.cards.map((card) => ({ ...card, since: readOn }));
}

function saidOf({ cards, coding }: CaseState): Said {
  return overlay(foldCards(cards), coding);
}

/** Of a case that nobody knew before. */
function codingOf(row: CourtCase): Coding {
  const { outcome } = row;
  return { ...(row.by_hand && outcome !== "pending" && { outcome }), ...readFromText(row) };
}

/** Whether a row tells of a new number of a known case: it names an earlier one. */
function isRegistration({ cards }: CaseState, row: CourtCase): boolean {
  const known = new Set(cards.flatMap((card) => [card.case_number, ...card.earlier_numbers]));
  return !known.has(row.case_number) && row.earlier_numbers.some((number) => known.has(number));
}

/** A record that is in a file again is no longer removed, unless the file was read before it was missed. */
function stillRemoved(known: CaseState | null, readOn: string): string | null {
  return known?.removed_on && readOn < known.removed_on ? known.removed_on : null;
}
