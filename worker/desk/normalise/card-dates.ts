import type { SourceRow } from "../formats/format.ts";
import { decidedTooEarly, impossible, readDate } from "./dates.ts";
import type { Problems } from "./problems.ts";

/** The dates of a card as ISO 8601, null where the card has none. */
export interface CardDates {
  receivedOn: string | null;
  decidedOn: string | null;
  /** When the court posted the verdict; null where that was planned ahead, before the verdict. */
  postedOn: string | null;
}

/** Reads a card's dates and reports those that can't be, as seen from `today` in Moscow. */
export function cardDates(row: SourceRow, today: string, problems: Problems): CardDates {
  const read = (column: "receivedOn" | "decidedOn") => {
    const text = row[column];
    if (text === null) return null;
    const date = readDate(text);
    const expected = date === null ? "a date that exists, such as 31.05.2024" : impossible(date, today);
    if (expected !== null) problems.add(column, text, expected);
    return date;
  };
  const receivedOn = read("receivedOn");
  const decidedOn = read("decidedOn");
  if (receivedOn !== null && decidedOn !== null && decidedTooEarly(receivedOn, decidedOn)) {
    problems.add("decidedOn", row.decidedOn, `a date not before the receipt, ${receivedOn}`);
  }
  for (const [column, date] of [
    ["firstSeenOn", row.coded?.firstSeenOn],
    ["removedOn", row.coded?.removedOn],
  ] as const) {
    const expected = date ? impossible(date, today) : null;
    if (expected !== null) problems.add(column, date ?? null, expected);
  }

  const posted = readDate(row.verdictPostedOn ?? "");
  const isSeen = posted !== null && decidedOn !== null && posted >= decidedOn && posted <= today;
  return { receivedOn, decidedOn, postedOn: isSeen ? posted : null };
}
