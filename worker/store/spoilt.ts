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
