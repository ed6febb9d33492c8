import type { CourtCase } from "../../contract/court-case.ts";
import type { Card, Coding, StateColumns, StoredState } from "../../domain/case-state.ts";
import { isObject, isObjects, isTexts, storedJson } from "../spoilt.ts";

/** A version as D1 gives it by `COURT_CASE_COLUMNS`: lists are JSON. */
export interface CourtCaseRow extends Omit<CourtCase, "articles" | "earlier_numbers"> {
  articles: string;
  earlier_numbers: string;
}

/** @param key the case's lasting name in the store @throws SpoiltData */
export function toCourtCase({ articles, earlier_numbers, ...rest }: CourtCaseRow, key: string): CourtCase {
  return {
    ...rest,
    articles: toTexts(articles, key, "articles"),
    earlier_numbers: toTexts(earlier_numbers, key, "earlier_numbers"),
  };
}

/** @param key the case's lasting name in the store @throws SpoiltData */
export function toState({ said_on, cards, coding }: StateColumns, key: string): StoredState {
  const where = (column: string) => `Case ${key}, ${column}`;
  return {
    said_on,
    cards:
      cards === null ? null : storedJson<Card[]>(cards, where("cards"), "a list of cards as JSON", areCards),
    coding:
      coding === null ? null : storedJson<Coding>(coding, where("coding"), "an object as JSON", isObject),
  };
}

/** A column of a case that holds a list of texts. @throws SpoiltData */
export function toTexts(text: string, key: string, column: string): string[] {
  return storedJson(text, `Case ${key}, ${column}`, "a list of texts as JSON", isTexts);
}

function areCards(value: unknown): boolean {
  return (
    isObjects(value) &&
    value.length > 0 &&
    value.every((card) => isTexts(card.articles) && isTexts(card.earlier_numbers))
  );
}
