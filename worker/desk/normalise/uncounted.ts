import type { CourtCase } from "../../contract/court-case.ts";
import { scopeOf } from "../../domain/scope.ts";
import type { SourceRow } from "../formats/format.ts";
import { isUnderstood } from "./outcome.ts";

/** Why the cases of a card will count nowhere, or not where they should. */
export const UNCOUNTED = [
  /** Only articles that nothing here counts. */
  "other-articles",
  /** The court hides who is accused, and of what. */
  "hidden-articles",
  /** Somebody is accused, nobody knows of what: the column of names wasn't understood, or has another name. */
  "no-article",
  /** Decided in words that no court uses, or on a day without any word. */
  "unknown-outcome",
  /** Decided, on no day. */
  "no-verdict-date",
  /** Neither received nor decided on any day. */
  "no-date",
] as const;
export type Uncounted = (typeof UNCOUNTED)[number];

/** Those that a good dump has only here and there. The others are as the courts have it. */
export const NOT_UNDERSTOOD: readonly Uncounted[] = [
  "no-article",
  "unknown-outcome",
  "no-verdict-date",
  "no-date",
];

/**
 * Null for a card that counts.
 * @param hasVerdictDates whether the format has the day of the verdict
 */
export function uncounted(
  row: SourceRow,
  cases: readonly CourtCase[],
  hasVerdictDates: boolean,
): Uncounted | null {
  if (cases.every(({ articles }) => scopeOf(articles) === "")) {
    if (cases.some(({ articles }) => articles.length > 0)) return "other-articles";
    return row.hidesAccused ? "hidden-articles" : "no-article";
  }
  const { outcome, decided_on, received_on } = cases[0]!;
  if (outcome === "other" && !isUnderstood(row.decision)) return "unknown-outcome";
  if (hasVerdictDates && outcome !== "pending" && decided_on === null) return "no-verdict-date";
  return received_on === null && decided_on === null ? "no-date" : null;
}
