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

/** `Московский окружной военный суд`, `35 гарнизонный военный суд`: one adjective or number, and nothing before it. */
const COURT_NAME =
  /^(?:\d{1,3}|\p{Lu}[\p{L}-]{3,40}(?:[иыо]й)) (?:гарнизонный|окружной|флотский) военный суд$/u;

/** A value that a message may repeat. In a row that slipped by a column, a name may stand anywhere. */
function shown(value: string | null): string | null {
  if (value === null) return null;
  return isWordless(value.replace(/^дело\s*№?/i, "")) || COURT_NAME.test(value) ? value : null;
}
