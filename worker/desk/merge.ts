import type { CourtCase } from "../contract/court-case.ts";
import { foldCases } from "./fold.ts";

/** The contract's limit. */
const MOST_EARLIER_NUMBERS = 10;

/**
 * What is known of a defendant of a case once an import says `imported` of it. A correction replaces; what the import
 * doesn't know erases nothing; two decisions are judged as `foldCases` judges rows of one number. Importing the same
 * again changes nothing.
 *
 * A number that the store knows as an earlier one makes the import an old card, which only fills gaps. Any other
 * number becomes the case's own, and the one before it an earlier one.
 */
export function mergeCase(known: CourtCase, imported: CourtCase): CourtCase {
  const isOld = known.earlier_numbers.includes(imported.case_number);
  const case_number = isOld ? known.case_number : imported.case_number;
  const earlier = new Set([known.case_number, ...known.earlier_numbers, ...imported.earlier_numbers]);
  earlier.delete(case_number);
  const [first, last] = isOld ? [imported, known] : [known, imported];
  return {
    ...foldCases([
      { ...first, case_number },
      { ...last, case_number },
    ]),
    court_code: last.court_code,
    case_number,
    earlier_numbers: [...earlier].slice(0, MOST_EARLIER_NUMBERS),
    received_on: receivedOn(known, imported, isOld),
    // A record that is in the file again is no longer removed.
    removed_on: imported.removed_on,
  };
}

/** Whether a merge left everything as it was. */
export function isSame(known: CourtCase, merged: CourtCase): boolean {
  return (Object.keys(merged) as (keyof CourtCase)[]).every(
    (field) => JSON.stringify(known[field]) === JSON.stringify(merged[field]),
  );
}

/** A case that was registered anew was received when it first came in; of any other the import corrects the date. */
function receivedOn(known: CourtCase, imported: CourtCase, isOld: boolean): string | null {
  if (imported.earlier_numbers.length === 0 && !isOld) return imported.received_on ?? known.received_on;
  return [known.received_on, imported.received_on].filter((day) => day !== null).sort()[0] ?? null;
}
