import type { LedgerBody } from "../contract/desk-answers.ts";
import { latestEdition } from "../store/editions.ts";
import { highestFigureNumber } from "../store/ledger.ts";
import { heldFigures } from "./held-ledger.ts";

/**
 * The ledger that a correction begins with, by D1 and so of this moment.
 * @throws SpoiltData
 */
export async function ledgerInForce(db: D1Database): Promise<LedgerBody> {
  const [latest, highest] = await Promise.all([latestEdition(db), highestFigureNumber(db)]);
  return {
    edition: latest && { id: latest.id, sequence: latest.sequence },
    next_id: `f${String(highest + 1).padStart(3, "0")}`,
    figures: latest ? await heldFigures(db, latest) : [],
  };
}
