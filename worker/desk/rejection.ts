/**
 * Why a row of an imported file was refused, so that whoever made the file can mend it.
 * `value` never holds the text of a column in which a person's name may stand; there it is null.
 */
export interface Rejection {
  /** Physical line of the file, from 1, also where quoted fields span lines. */
  line: number;
  /** Name of the column as the file's format spells it. */
  column: string;
  /** What stood there; null where nothing did or where it must not be repeated. */
  value: string | null;
  /** What would have been accepted, in words. */
  expected: string;
}
