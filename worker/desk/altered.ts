import type { Objection } from "../contract/objection.ts";
import { alteredParts, type CountedRecords, DELAYS, printsOfRecords, TOTALS } from "../domain/prints.ts";
import type { EditionRow } from "../store/editions.ts";
import { readPrints } from "../store/prints.ts";
import { SpoiltData } from "../store/spoilt.ts";

/** Courts that an objection names before it says how many more there are. */
const NAMED = 5;

/** What of an edition's records isn't what it was counted from. Empty also where nobody kept that. */
async function alteredRecords(
  db: D1Database,
  edition: string,
  records: CountedRecords | null,
): Promise<string[]> {
  const was = await readPrints(db, edition);
  return was ? alteredParts(was, printsOfRecords(records)) : [];
}

/**
 * An edition that was published is never counted from other records than it was.
 * @throws SpoiltData
 */
export async function asCounted(
  db: D1Database,
  edition: string,
  records: CountedRecords | null,
): Promise<void> {
  const [part] = await alteredRecords(db, edition, records);
  if (part === undefined) return;
  const where = isOfAllCourts(part) ? part : `court ${part}`;
  throw new SpoiltData(`Edition ${edition}, records, ${where}`, "what it was counted from", WAYS_OUT);
}

const WAYS_OUT =
  "Nothing was changed, and readers keep the edition that they have. Restore the database, or publish what it holds now with a reason.";

/**
 * Whether the records in force, which another edition would be counted from, are those of the newest.
 * @param latest null: there is none
 */
export async function objectionsTo(
  db: D1Database,
  latest: Pick<EditionRow, "id"> | null,
  records: CountedRecords | null,
): Promise<Objection[]> {
  const parts = latest ? await alteredRecords(db, latest.id, records) : [];
  if (!latest || parts.length === 0) return [];
  const all = parts.filter((part) => !isOfAllCourts(part));
  const [courts, more] = [all.slice(0, NAMED), Math.max(0, all.length - NAMED)];
  const where =
    courts.length > 0 ? courts.join(", ") : "the totals, or the days on which verdicts were first seen";
  const text = `The records in the database aren't those that edition ${latest.id} was counted from: something other than the desk has changed them (${where}${more > 0 ? ` and ${more} more` : ""}). Restore the database, or publish with a reason if the change is meant.`;
  return [{ code: "records-altered", text, edition: latest.id, courts, more }];
}

const isOfAllCourts = (part: string) => part === TOTALS || part === DELAYS;
