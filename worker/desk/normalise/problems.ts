import type { SourceColumns, SourceRow } from "../formats/format.ts";
import type { Rejection } from "../rejection.ts";
import { isWordless } from "../wordless.ts";

/** Collects what is wrong with one row, in the words of its file. */
export interface Problems {
  readonly found: Rejection[];
  add(column: keyof SourceColumns, value: string | null, expected: string): void;
}

export function problemsOf(row: SourceRow): Problems {
  const found: Rejection[] = [];
  return {
    found,
    add: (column, value, expected) =>
      found.push({ line: row.line, column: row.columns[column], value: shown(value), expected }),
  };
}

const COURT_NAME = /^[\p{L}\d-]+(?: [\p{L}-]+){0,2} (?:гарнизонный|окружной|флотский) военный суд$/iu;

/** A value that a message may repeat. In a row that slipped by a column, a name may stand anywhere. */
function shown(value: string | null): string | null {
  if (value === null) return null;
  return isWordless(value.replace(/^дело\s*№?/i, "")) || COURT_NAME.test(value) ? value : null;
}
