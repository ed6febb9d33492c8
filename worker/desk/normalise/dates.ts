import { dayNumber, isIsoDate, moscowDate } from "../../domain/calendar.ts";

/** Nothing older: the Criminal Code is in force since 1997, its first cases were registered before. */
const EARLIEST = "1996-01-01";
/** Courts date a verdict a day before the receipt now and then (1 of 100 real rows); more is an error. */
const DAYS_BEFORE_RECEIPT = 1;

/**
 * A date as ISO 8601, null where the text isn't a date that exists. Reads `31.05.2024` and `2024-05-31`, either with a
 * time behind it or without. A time without a zone is the court's own; with one (`2024-05-30T21:00:00Z`, `… +07:00`) the
 * date is Moscow's at that instant, which is what the court wrote before a program turned it.
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

/** Day and, behind it, hours, minutes, seconds and a zone: `Z`, `UTC`, `+03:00`, `+0300`, `+03`. */
const TIMED = new RegExp(
  [
    String.raw`^(?:(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})|(?<iso>\d{4}-\d{2}-\d{2}))`,
    String.raw`(?:(?:T|,? )(?<hours>\d{1,2}):(?<minutes>\d{2})(?::(?<seconds>\d{2})(?:[.,]\d{1,9})?)?`,
    String.raw` ?(?<zone>Z|(?:UTC|GMT)?(?:(?<sign>[+-])(?<ahead>\d{2})(?::?(?<and>\d{2}))?)|UTC|GMT)?)?$`,
  ].join(""),
);
/** No zone is further from Greenwich. */
const MOST_HOURS_AHEAD = 14;

function parseDate(text: string): string | null {
  const groups = TIMED.exec(text)?.groups;
  if (!groups) return null;
  const { day = "", month = "", year, iso, hours, minutes, seconds = "0", zone } = groups;
  const date = iso ?? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isIsoDate(date)) return null;
  if (hours === undefined) return date;
  const [hour, minute, second] = [hours, minutes, seconds].map(Number) as [number, number, number];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return zone === undefined ? date : inMoscow(date, hour * 60 + minute, groups);
}

/** @param clock minutes since the date's midnight in the zone */
function inMoscow(
  date: string,
  clock: number,
  { sign = "+", ahead = "0", and = "0" }: Record<string, string>,
): string | null {
  if (Number(ahead) > MOST_HOURS_AHEAD || Number(and) > 59) return null;
  const offset = (Number(ahead) * 60 + Number(and)) * (sign === "-" ? -1 : 1);
  return moscowDate(dayNumber(date) * 86_400_000 + (clock - offset) * 60_000);
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
