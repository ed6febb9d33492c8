import type { SourceRequest } from "../../contract/sources.ts";
import { toCovers } from "./sources.ts";

/** How a table of court records was read last. */
export interface GoodLook {
  covers: SourceRequest["covers"];
  /** When it was read, and what it says is in force; null: never. */
  read_at: string | null;
  /** Something of it waits for a person. */
  holds: boolean;
}

/** Of each table of court records that is watched. */
export async function goodLooks(db: D1Database): Promise<GoodLook[]> {
  const { results } = await db
    .prepare(
      `SELECT slug, covers,
         (SELECT max(ended_at) FROM source_run WHERE source = slug AND state IN ('nothing-new', 'published')) AS read_at,
         EXISTS (SELECT 1 FROM source_run JOIN batch ON batch.id = batch_id
           WHERE source = slug AND source_run.state = 'held' AND batch.state = 'sealed') AS holds
       FROM source WHERE format = 'desk-csv' AND paused = 0`,
    )
    .all<{ slug: string; covers: string | null; read_at: string | null; holds: number }>();
  return results.map(({ slug, covers, read_at, holds }) => ({
    covers: toCovers(covers, slug),
    read_at,
    holds: holds === 1,
  }));
}
