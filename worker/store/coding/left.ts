import { isCodedAlready, UNCODED } from "./claims.ts";

/** Convictions of which something isn't coded, and nobody has coded since: by court and by week, for the choice of where to begin. */
export interface Left {
  court: string;
  /** Weeks since Monday 5 January 1970; null: the verdict isn't dated. */
  week: number | null;
  left: number;
}

/** @param awaitedSince from this instant on, a text that was missing isn't looked for again yet */
export async function countLeft(db: D1Database, awaitedSince: string): Promise<Left[]> {
  const { results } = await db
    .prepare(
      `SELECT court_code AS court, CAST((julianday(decided_on) - 2440591.5) / 7 AS INTEGER) AS week,
         count(*) AS left
       FROM case_version AS version INDEXED BY uncoded_of_court
       WHERE ${UNCODED} AND NOT ${isCodedAlready("?1")} GROUP BY 1, 2`,
    )
    .bind(awaitedSince)
    .all<Left>();
  return results;
}
