import type { RowsDiff } from "../contract/changes.ts";
import type { BatchMode } from "../contract/imports.ts";
import { type CourtReports, recentReports } from "../store/cases/coverage.ts";

/** A court that was in this many imports running is expected in the next. */
const IMPORTS_RUNNING = 4;
/** Of an import of what is new, a small court may have nothing; below this many cases an import nobody is surprised. */
const EXPECTED_CASES = 3;

/** Courts that always report and have no record in an import of these courts. */
export async function silentIn(
  db: D1Database,
  courts: readonly string[],
  mode: BatchMode,
  diff: RowsDiff,
): Promise<string[]> {
  if (!isExpectedWhole(mode, diff)) return [];
  const reports = await recentReports(db, IMPORTS_RUNNING);
  return silentCourts(reports, new Set(courts), readsAnew(diff) ? 1 : EXPECTED_CASES);
}

/**
 * @param reports of each court that was in the recent imports, in how many of them and with how many cases
 * @param least cases an import, on average, below which a court's silence says nothing
 */
export function silentCourts(
  reports: readonly CourtReports[],
  present: ReadonlySet<string>,
  least: number,
): string[] {
  return reports
    .filter(({ court, imports, cases }) => {
      return imports === IMPORTS_RUNNING && cases >= imports * least && !present.has(court);
    })
    .map(({ court }) => court);
}

/** A correction of some rows isn't expected to name every court; an addition, however it was announced, is. */
function isExpectedWhole(mode: BatchMode, diff: RowsDiff): boolean {
  return mode === "complete" || readsAnew(diff) || diff.added > diff.changed;
}

/** Whether an import holds mostly what is known already. */
function readsAnew({ same, added, changed, vanished }: RowsDiff): boolean {
  return vanished > 0 || same > added + changed;
}
