import type { SourceRequest } from "../../contract/sources.ts";
import { isStretch } from "../days.ts";
import { orElse, storedJson } from "../spoilt.ts";

/** A watched table as it is stored. */
export interface SourceRow extends SourceRequest {
  slug: string;
  own_host: string;
  changed_at: string;
  changed_by: string;
  next_run_at: string;
  failures: number;
  failing_since: string | null;
  etag: string | null;
  last_modified: string | null;
  content: string | null;
}

/** The days that a table speaks of. @throws SpoiltData */
export function toCovers(text: string | null, slug: string): SourceRequest["covers"] {
  return text === null
    ? null
    : storedJson(text, `Source ${slug}, covers`, "days as JSON, or nothing", isStretch);
}

type Stored = Omit<SourceRow, "covers" | "paused"> & { covers: string | null; paused: number };

function toSource({ covers, paused, ...row }: Stored): SourceRow {
  return { ...row, covers: toCovers(covers, row.slug), paused: paused === 1 };
}

/** Each with its days; without them where they are spoilt, which is found when it is read by itself. */
export async function listSources(db: D1Database): Promise<SourceRow[]> {
  const { results } = await db.prepare("SELECT * FROM source ORDER BY slug").all<Stored>();
  return results.map((row) => orElse(() => toSource(row), toSource({ ...row, covers: null })));
}

/** @throws SpoiltData */
export async function readSource(db: D1Database, slug: string): Promise<SourceRow | null> {
  const row = await db.prepare("SELECT * FROM source WHERE slug = ?").bind(slug).first<Stored>();
  return row && toSource(row);
}

/** Sets a source. What was learnt of another address, or by other rules, is forgotten: it is read anew. */
export function setSource(
  db: D1Database,
  slug: string,
  one: SourceRequest,
  { ownHost, at, by }: { ownHost: string; at: string; by: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO source (slug, name, url, format, every, absence, covers, publishes, secret, paused, own_host,
         changed_at, changed_by, next_run_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?12)
       ON CONFLICT (slug) DO UPDATE SET name = ?2, url = ?3, format = ?4, every = ?5, absence = ?6, covers = ?7,
         publishes = ?8, secret = ?9, paused = ?10, own_host = ?11, changed_at = ?12, changed_by = ?13,
         next_run_at = ?12, failures = 0, failing_since = NULL, etag = NULL, last_modified = NULL, content = NULL`,
    )
    .bind(
      slug,
      one.name,
      one.url,
      one.format,
      one.every,
      one.absence,
      one.covers && JSON.stringify(one.covers),
      one.publishes,
      one.secret,
      Number(one.paused),
      ownHost,
      at,
      by,
    );
}

/** A run of it ends as it finds no source any more; what it held is for whoever deletes it to discard. */
export function deleteSource(db: D1Database, slug: string): D1PreparedStatement {
  return db.prepare("DELETE FROM source WHERE slug = ?").bind(slug);
}

/** Sources that are to be looked at by now, and that nobody looks at. */
export async function dueSources(db: D1Database, now: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT slug FROM source WHERE paused = 0 AND next_run_at <= ?
         AND NOT EXISTS (SELECT 1 FROM source_run WHERE source = slug AND ended_at IS NULL)
       ORDER BY next_run_at`,
    )
    .bind(now)
    .all<{ slug: string }>();
  return results.map(({ slug }) => slug);
}

/** What health says of the sources: how many fail, and how many editions wait for a person. */
export async function watchState(db: D1Database): Promise<{ failing: number; held: number }> {
  const row = await db
    .prepare(
      `SELECT (SELECT count(*) FROM source WHERE failing_since IS NOT NULL AND paused = 0) AS failing,
         (SELECT count(*) FROM source_run JOIN batch ON batch.id = batch_id
          WHERE source_run.state = 'held' AND batch.state = 'sealed'
            AND batch.id NOT IN (SELECT batch_id FROM embargo WHERE problem IS NULL))
         + (SELECT count(*) FROM hold JOIN batch ON batch.id = batch_id
          WHERE batch.state = 'sealed'
            AND batch.id NOT IN (SELECT batch_id FROM embargo WHERE problem IS NULL)) AS held`,
    )
    .first<{ failing: number; held: number }>();
  return row ?? { failing: 0, held: 0 };
}
