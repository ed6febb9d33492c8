import { dayNumber, isIsoDate } from "../../domain/calendar.ts";

/** Nothing older: the Criminal Code is in force since 1997, its first cases were registered before. */
const EARLIEST = "1996-01-01";
/** Courts date a verdict a day before the receipt now and then (1 of 100 real rows); more is an error. */
const DAYS_BEFORE_RECEIPT = 1;

/**
 * A date as ISO 8601, null where the text isn't a date that exists. Reads `31.05.2024` and `2024-05-31`,
 * either with a time behind it or without.
 */
export function readDate(text: string): string | null {
  if (text.length > LONGEST) return null;
  const known = READ.get(text);
  if (known !== undefined) return known;
  const date = parseDate(text);
  if (READ.size < MOST_READ) READ.set(text, date);
  return date;
}

/** A dump repeats the dates of a few years over and over; checking one costs as much as the rest of a row. */
const READ = new Map<string, string | null>();
const MOST_READ = 20_000;
/** A date with its time, its zone and some words; a longer text is none, and isn't to be remembered. */
const LONGEST = 100;

function parseDate(text: string): string | null {
  const day = text.replace(/[T ]\d{1,2}:\d{2}.*$/, "");
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(day);
  const iso = dotted ? `${dotted[3]}-${dotted[2]?.padStart(2, "0")}-${dotted[1]?.padStart(2, "0")}` : day;
  return isIsoDate(iso) ? iso : null;
}

/** Why a date can't be, in words that say what was expected instead; null where it can. */
export function impossible(date: string, today: string): string | null {
  if (date < EARLIEST) return `a date since ${EARLIEST}`;
  if (date > today) return `a date not after today, ${today}`;
  return null;
}

/** Whether a case was decided before the court had it: more than a day before its receipt. */
export function decidedTooEarly(receivedOn: string, decidedOn: string): boolean {
  return dayNumber(decidedOn) < dayNumber(receivedOn) - DAYS_BEFORE_RECEIPT;
}
