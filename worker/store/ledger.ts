import type { Figure } from "../contract/figure.ts";
import type { FigureKind, Qualifier, Service, Unit } from "../contract/terms.ts";
import { IS_OPEN } from "./batches.ts";

interface FigureRow {
  position: number;
  id: string;
  unit: Unit;
  articles: string;
  region: string | null;
  service: Service | null;
  series: string;
  period_start: string;
  period_end: string;
  kind: FigureKind;
  value: number;
  qualifier: Qualifier;
  publisher: string;
  published_on: string | null;
  source_url: string;
  note: string | null;
}

/**
 * One statement for a whole part: `json_each` spreads it, so no limit on bound parameters is met. Writes nothing where
 * the batch has been closed: a ledger never changes.
 */
export function insertFigures(
  db: D1Database,
  ledgerId: string,
  figures: readonly Figure[],
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT OR REPLACE INTO figure
       SELECT ?1, key, value ->> 'id', value ->> 'unit',
         (SELECT group_concat(value, ';') FROM json_each(figure.value, '$.articles')),
         value ->> 'region', value ->> 'service', value ->> 'series',
         value ->> '$.period.start', value ->> '$.period.end', value ->> 'kind',
         CAST(value ->> 'value' AS REAL), value ->> 'qualifier', value ->> 'publisher',
         value ->> 'published_on', value ->> 'source_url', value ->> 'note'
       FROM json_each(?2) AS figure WHERE ${IS_OPEN}`,
    )
    .bind(ledgerId, JSON.stringify(figures));
}

/** A row of a ledger as it is stored, which nobody has checked since it was let in. */
export interface StoredFigure {
  /** Counted from 0 within its ledger. */
  position: number;
  figure: Figure;
}

/** The rows of a ledger in their order; empty for a ledger that isn't there. Who makes an edition of them checks them. */
export async function readFigures(db: D1Database, ledgerId: string): Promise<StoredFigure[]> {
  const { results } = await db
    .prepare("SELECT * FROM figure WHERE ledger_id = ? ORDER BY position")
    .bind(ledgerId)
    .all<FigureRow>();
  return results.map((row) => ({ position: row.position, figure: figureOf(row) }));
}

function figureOf(row: FigureRow): Figure {
  return {
    id: row.id,
    unit: row.unit,
    articles: row.articles.split(";"),
    region: row.region,
    service: row.service,
    series: row.series,
    period: { start: row.period_start, end: row.period_end },
    kind: row.kind,
    value: row.value,
    qualifier: row.qualifier,
    publisher: row.publisher,
    published_on: row.published_on,
    source_url: row.source_url,
    note: row.note,
  };
}

/** The highest number that an id of any published ledger has; 0 where there is none. A withdrawn figure's isn't used again. */
export async function highestFigureNumber(db: D1Database): Promise<number> {
  const row = await db
    .prepare(
      `SELECT max(CAST(substr(id, 2) AS INTEGER)) AS highest FROM figure
       WHERE ledger_id IN (SELECT ledger_id FROM edition) AND id GLOB 'f[0-9]*' AND length(id) <= 10`,
    )
    .first<{ highest: number | null }>();
  return row?.highest ?? 0;
}
