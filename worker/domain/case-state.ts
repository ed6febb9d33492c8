import type { CourtCard, CourtCase } from "../contract/court-case.ts";

/** A card with the day on which the courts' sites were first read for what it says; "" where nobody knows any more. */
export interface Card extends CourtCard {
  since: string;
}

/** What a person wrote over the cards, kept until a person changes it. */
export type Coding = Partial<
  Pick<
    CourtCase,
    | "court_code"
    | "case_number"
    | "earlier_numbers"
    | "articles"
    | "received_on"
    | "decided_on"
    | "outcome"
    | "sentence"
    | "term_months"
    | "service"
    | "source_url"
    | "first_seen_on"
  >
> & {
  /** Why the record doesn't count: it was never what it says. */
  withdrawn?: string;
};

/** All that is known of a defendant of a case: what a case is, is read off it and never stored alone. */
export interface CaseState {
  case_uid: string | null;
  cards: readonly [Card, ...Card[]];
  coding: Coding;
  removed_on: string | null;
}

/** The columns beside those of the case that hold its state. One card that is the case itself isn't written twice. */
export interface StateColumns {
  said_on: string | null;
  /** `Card[]` in JSON, or null. */
  cards: string | null;
  /** `Coding` in JSON, or null. */
  coding: string | null;
}

/** The same, read. */
export interface StoredState {
  said_on: string | null;
  cards: readonly Card[] | null;
  coding: Coding | null;
}

/** The state behind a stored case. Versions from before states were kept have one card, as old as nobody knows. */
export function stateOf(row: CourtCase, { said_on, ...stored }: StoredState): CaseState {
  const { case_uid, removed_on } = row;
  const cards = stored.cards ?? [cardOf(row, said_on ?? "")];
  const coding = stored.coding ?? {};
  return {
    case_uid,
    cards: cards as [Card, ...Card[]],
    coding: said_on === null ? { ...readFromText(row), ...coding } : coding,
    removed_on,
  };
}

/** @param folded the case that the state makes */
export function columnsOf(
  { cards, coding }: CaseState,
  folded: CourtCase,
): StateColumns & { said_on: string } {
  const [card] = cards;
  // The columns of a record that was withdrawn say nothing of it.
  const isSaid = coding.withdrawn === undefined;
  const alone =
    isSaid && cards.length === 1 && JSON.stringify(cardOf(folded, card.since)) === JSON.stringify(card);
  return {
    said_on: card.since,
    cards: alone ? null : JSON.stringify(cards),
    coding: Object.keys(coding).length === 0 ? null : JSON.stringify(coding),
  };
}

/** What a case says as a card. */
export function cardOf(one: CourtCase, since: string): Card {
  const { court_code, case_number, earlier_numbers, articles } = one;
  const { received_on, decided_on, outcome, source_url, first_seen_on } = one;
  return {
    ...{ court_code, case_number, earlier_numbers, articles, received_on, decided_on, outcome },
    ...{ source_url, first_seen_on },
    ...(one.case_uid === null && { by_number: true as const }),
    since,
  };
}

/** What no card says, and a person must have read in a verdict's text. */
export function readFromText({ outcome, sentence, term_months, service }: CourtCase): Coding {
  const isSentenced = sentence !== "unknown" || term_months !== null;
  return {
    ...(isSentenced && outcome !== "pending" && { outcome }),
    ...(sentence !== "unknown" && { sentence }),
    ...(term_months !== null && { term_months }),
    ...(service !== "unknown" && { service }),
  };
}
