import type { z } from "zod";
import { FIGURE_MAX, Figure } from "../contract/figure.ts";
import { FIGURE_KINDS, QUALIFIERS, SERVICES, UNITS } from "../contract/terms.ts";
import { moscowDate } from "../domain/calendar.ts";
import { alteredParts, printsOfFigures } from "../domain/prints.ts";
import { implausibleDays, ledgerDays } from "../domain/published/ledger-days.ts";
import type { EditionRow } from "../store/editions.ts";
import { readFigures, type StoredFigure } from "../store/ledger.ts";
import { readPrints } from "../store/prints.ts";
import { SpoiltData } from "../store/spoilt.ts";

const WAYS_OUT =
  "Nothing was changed, and readers keep the edition that they have. Import the whole ledger anew, revert to an edition with another ledger, or restore the database.";

/**
 * The ledger of an edition as D1 has it, each row by the rules by which it was let in and by its print of that day: a row
 * that isn't what it was is found here, before anything is counted from it. Ledgers from before prints were kept have none.
 * @throws SpoiltData that names the first row that doesn't hold
 */
export async function heldFigures(
  db: D1Database,
  { ledger_id, published_at }: Pick<EditionRow, "ledger_id" | "published_at">,
): Promise<Figure[]> {
  if (ledger_id === null) return [];
  const [rows, was] = await Promise.all([readFigures(db, ledger_id), readPrints(db, ledger_id)]);
  const figures = rows.map((stored, index) => {
    if (stored.position !== index) throw spoilt(ledger_id, index, "position", "the row of this number");
    return checked(stored, ledger_id);
  });
  const altered = was ? alteredParts(was, printsOfFigures(figures)).map(Number) : null;
  // What is as it was let in was judged by the clock of that day; one that is wrong now says nothing against it.
  const today = moscowDate(Date.parse(published_at));
  for (const position of altered ?? figures.keys()) {
    const [place] = figures[position] ? implausibleDays(figures[position], today) : [];
    if (place) throw spoilt(ledger_id, position, place.replace(".", "_"), ledgerDays(today));
  }
  if (altered?.[0] !== undefined) throw spoilt(ledger_id, altered[0], "row", "the figure that was imported");
  return figures;
}

function checked({ position, figure }: StoredFigure, ledger: string): Figure {
  const read = Figure.safeParse(figure);
  if (!read.success) {
    const column = columnOf(read.error.issues[0]);
    throw spoilt(ledger, position, column, EXPECTED[column] ?? "a text within its limits");
  }
  return read.data;
}

const EXPECTED: Readonly<Record<string, string>> = {
  id: "f and three to nine digits",
  unit: `one of ${UNITS.join(", ")}`,
  service: `nothing, or one of ${SERVICES.join(", ")}`,
  period_start: "a date",
  period_end: "a date",
  kind: `one of ${FIGURE_KINDS.join(", ")}`,
  value: `a number from 0 to ${FIGURE_MAX}`,
  qualifier: `one of ${QUALIFIERS.join(", ")}`,
  published_on: "nothing, or a date",
  source_url: "an address that begins with https:// or http://",
};

/** Columns of `figure` are the schema's names; those of a period have its own before them. */
function columnOf(issue: z.core.$ZodIssue | undefined): string {
  const [name, part] = issue?.path ?? [];
  return name === "period" && part !== undefined ? `period_${String(part)}` : String(name);
}

function spoilt(ledger: string, position: number, column: string, expected: string): SpoiltData {
  return new SpoiltData(`Ledger ${ledger}, position ${position}, ${column}`, expected, WAYS_OUT);
}
