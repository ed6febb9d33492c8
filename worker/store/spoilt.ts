import { logFailure } from "../log.ts";

/**
 * What D1 gives back isn't what was stored: a fault, or a hand in the database, has changed it. The message says where
 * and what was expected, in names of our own, and quotes nothing of what is there.
 */
export class SpoiltData extends Error {
  override readonly name = "SpoiltDataError";

  /**
   * @param where the row and its column: "Edition 4, covers"
   * @param expected what belongs there: "a JSON array"
   * @param remedy what a person does about it, in whole sentences
   */
  constructor(where: string, expected: string, remedy: string = RESTORE) {
    super(`${where}: ${expected} was expected, and the database holds something else. ${remedy}`);
  }
}

const RESTORE =
  "Nothing was changed, and readers keep the edition that they have. Restore the database to a moment before it was spoilt.";

/** A list of texts, an object, or a list of objects as JSON, for `storedJson`; what is in them is as deep as it is asked. */
export const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === "string");
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isObjects = (value: unknown): value is Record<string, unknown>[] =>
  Array.isArray(value) && value.every(isObject);

/**
 * A column that holds JSON.
 * @throws SpoiltData where it holds anything that `fits` refuses
 */
export function storedJson<Value>(
  text: string,
  where: string,
  expected: string,
  fits: (value: unknown) => boolean,
): Value {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SpoiltData(where, expected);
  }
  if (!fits(value)) throw new SpoiltData(where, expected);
  return value as Value;
}

/** SQLite that reads a column as JSON which holds something else; it doesn't say which. @throws SpoiltData, or the same */
export function explain(error: unknown): never {
  const isNoJson = error instanceof Error && /^D1_ERROR: .*malformed JSON/s.test(error.message);
  throw isNoJson ? new SpoiltData("A row", "JSON") : error;
}

/** What stands for a value that is spoilt, where it mustn't hide what stands beside it. */
export function orElse<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SpoiltData)) throw error;
    logFailure("row-spoilt", error);
    return otherwise;
  }
}
