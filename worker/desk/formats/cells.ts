import { readDate } from "../normalise/dates.ts";

/** A cell either has a value or says what was expected there. */
export type Reading<T> = { value: T } | { expected: string };
export type Reader<T> = (cell: string) => Reading<T>;

/** Text that is kept as it stands. */
export const matching =
  (pattern: RegExp, expected: string): Reader<string> =>
  (cell) =>
    pattern.test(cell) ? { value: cell } : { expected };

/** One of the contract's words. */
export const oneOf =
  <T extends string>(words: readonly T[]): Reader<T> =>
  (cell) => {
    const value = words.find((word) => word === cell);
    return value === undefined ? { expected: `one of ${words.join(", ")}` } : { value };
  };

/** A whole number within limits, of at most four digits. */
export const wholeNumber =
  (least: number, most: number): Reader<number> =>
  (cell) => {
    const value = Number(cell);
    return /^\d{1,4}$/.test(cell) && value >= least && value <= most
      ? { value }
      : { expected: `a whole number from ${least} to ${most}` };
  };

/** The same, or null for an empty cell. */
export const optional =
  <T>(read: Reader<T>): Reader<T | null> =>
  (cell) => {
    if (cell === "") return { value: null };
    const reading = read(cell);
    return "value" in reading ? reading : { expected: `${reading.expected}, or nothing` };
  };

/** The same, or a value that stands for an empty cell, which nobody is asked for. */
export const orElse =
  <T>(read: Reader<T>, empty: T): Reader<T> =>
  (cell) =>
    cell === "" ? { value: empty } : read(cell);

/** The same, with other words for what was expected. */
export const said =
  <T>(read: Reader<T>, expected: string): Reader<T> =>
  (cell) => {
    const reading = read(cell);
    return "value" in reading ? reading : { expected };
  };

/** A date that exists, as ISO 8601. */
export const date: Reader<string> = (cell) =>
  readDate(cell) === cell ? { value: cell } : { expected: "a date that exists, as YYYY-MM-DD" };

export const webAddress: Reader<string> = (cell) =>
  /^https?:\/\/\S+$/.test(cell) && URL.canParse(cell)
    ? { value: cell }
    : { expected: "a web address that begins with https:// or http://" };
