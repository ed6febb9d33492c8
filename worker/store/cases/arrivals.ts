import type { ArrivalCounts } from "../../domain/records/counts.ts";

/** Versions that an edition began, beside the version that each of them ended. */
const BEGUN = `
  FROM case_version AS version
  LEFT JOIN case_version AS before ON before.case_key = version.case_key
    AND before.defendant = version.defendant AND before.until_edition = version.since_edition
  WHERE version.since_edition = ?`;

/** What came in or vanished with an edition, by week and scope: the rest of its changes are corrections. */
export async function readArrivals(db: D1Database, sequence: number): Promise<ArrivalCounts> {
  const [convictions, receipts, vanished] = await db.batch<{ week: number; scope: string; count: number }>([
    db
      .prepare(
        `SELECT version.decided_week AS week, version.scope AS scope, count(*) AS count ${BEGUN}
           AND version.outcome = 'convicted' AND coalesce(before.outcome, 'pending') = 'pending'
           AND version.decided_week IS NOT NULL
         GROUP BY 1, 2`,
      )
      .bind(sequence),
    db
      .prepare(
        `SELECT week, scope, count(*) AS count FROM (
           SELECT min(version.received_week) AS week, group_concat(DISTINCT version.scope) AS scope ${BEGUN}
             AND version.received_week IS NOT NULL AND NOT EXISTS (
               SELECT 1 FROM case_version AS earlier
               WHERE earlier.case_key = version.case_key AND earlier.since_edition < version.since_edition
             )
           GROUP BY version.case_key
         ) GROUP BY 1, 2`,
      )
      .bind(sequence),
    db
      .prepare(
        `SELECT version.decided_week AS week, version.scope AS scope, count(*) AS count ${BEGUN}
           AND version.outcome = 'convicted' AND version.decided_week IS NOT NULL
           AND version.removed_on IS NOT NULL AND before.removed_on IS NULL AND before.case_key IS NOT NULL
         GROUP BY 1, 2`,
      )
      .bind(sequence),
  ]);
  return {
    convictions: convictions?.results ?? [],
    receipts: receipts?.results ?? [],
    vanished: vanished?.results ?? [],
  };
}
