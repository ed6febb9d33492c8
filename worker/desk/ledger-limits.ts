import { EDITION_CONFLICTS_MAX, LEDGER_BYTES_MAX } from "../config.ts";
import type { Figure } from "../contract/figure.ts";
import { findConflicts } from "../domain/published/conflicts.ts";
import { implausibleDays, ledgerDays } from "../domain/published/ledger-days.ts";
import { deriveRates } from "../domain/published/rates.ts";
import type { Failure, ParameterError } from "../problem.ts";

/** Faults that are named at once; whoever sends a ledger mends them one after the other. */
const NAMED = 20;

/**
 * Why a ledger can't become part of an edition; null where it can. Asked before anything of it is stored: what is
 * committed has to fit into KV, and into a Worker's memory.
 * @param today Moscow date
 */
export function unfitLedger(figures: readonly Figure[], today: string): Failure | null {
  const faults = [...implausible(figures, today), ...repeated(figures)];
  if (faults.length > 0) return { kind: "unprocessable", errors: faults.slice(0, NAMED) };
  const { rates, conflicts: derived } = deriveRates(figures);
  const conflicts = findConflicts(figures, derived);
  if (conflicts.length > EDITION_CONFLICTS_MAX) {
    return tooMuch(
      `They contradict each other in ${conflicts.length} ways, such as: ${conflicts[0]?.text} An edition lists at most ${EDITION_CONFLICTS_MAX}.`,
    );
  }
  const bytes = new TextEncoder().encode(JSON.stringify({ figures, rates, conflicts })).byteLength;
  if (bytes <= LEDGER_BYTES_MAX) return null;
  return tooMuch(
    `With all that follows from them they take ${bytes} bytes; an edition has room for ${LEDGER_BYTES_MAX}.`,
  );
}

function implausible(figures: readonly Figure[], today: string): ParameterError[] {
  return figures.flatMap((figure, index) =>
    implausibleDays(figure, today).map((place) => ({
      parameter: `figures.${index}.${place}`,
      message: `Figure ${figure.id}: ${ledgerDays(today)} was expected.`,
    })),
  );
}

function repeated(figures: readonly Figure[]): ParameterError[] {
  const seen = new Set<string>();
  return figures.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return { parameter: `figures.${index}.id`, message: `Figure ${id} is there twice.` };
  });
}

function tooMuch(message: string): Failure {
  return { kind: "unprocessable", errors: [{ parameter: "figures", message }] };
}
