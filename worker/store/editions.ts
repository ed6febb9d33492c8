import { isIsoDate } from "../domain/calendar.ts";
import type { Publication } from "../domain/edition.ts";
import type { StatedDays } from "../domain/records/coverage.ts";
import { areDays } from "./days.ts";
import { SpoiltData, storedJson } from "./spoilt.ts";

export interface EditionRow extends Publication {
  published_by: string;
  batch_id: string | null;
  reverts_to: number | null;
  ledger_id: string | null;
  /** Moscow date as of which the records are known. */
  read_on: string | null;
  override_reason: string | null;
  /** What the imports up to it said of the days that they cover. */
  covers: StatedDays;
}

type Stored = Omit<EditionRow, "covers"> & { covers: string | null };

/** Editions from before this was kept: no import had said anything. */
const UNSTATED: StatedDays = { days: [], unstated: true };

/** @throws SpoiltData */
function toEdition({ covers, ...row }: Stored): EditionRow {
  const place = `Edition ${row.sequence}`;
  if (!Number.isFinite(Date.parse(row.published_at)))
    throw new SpoiltData(`${place}, published_at`, "an instant");
  if (row.read_on !== null && !isIsoDate(row.read_on)) throw new SpoiltData(`${place}, read_on`, "a date");
  if (covers === null) return { ...row, covers: UNSTATED };
  const stated = storedJson<StatedDays>(covers, `${place}, covers`, "the covered days as JSON", hasDays);
  return { ...row, covers: stated };
}

function hasDays(value: unknown): boolean {
  return typeof value === "object" && value !== null && "days" in value && areDays(value.days);
}

async function firstOf(statement: D1PreparedStatement): Promise<EditionRow | null> {
  const row = await statement.first<Stored>();
  return row && toEdition(row);
}

export function latestEdition(db: D1Database): Promise<EditionRow | null> {
  return firstOf(db.prepare("SELECT * FROM edition ORDER BY sequence DESC LIMIT 1"));
}

export function findEdition(db: D1Database, id: string): Promise<EditionRow | null> {
  return firstOf(db.prepare("SELECT * FROM edition WHERE id = ?").bind(id));
}

/** The one before edition `sequence`, or null. */
export function editionBefore(db: D1Database, sequence: number): Promise<EditionRow | null> {
  return firstOf(
    db.prepare("SELECT * FROM edition WHERE sequence < ? ORDER BY sequence DESC LIMIT 1").bind(sequence),
  );
}

/** The last editions, newest first. */
export async function lastEditions(db: D1Database, count: number): Promise<EditionRow[]> {
  const { results } = await db
    .prepare("SELECT * FROM edition ORDER BY sequence DESC LIMIT ?")
    .bind(count)
    .all<Stored>();
  return results.map(toEdition);
}

/** The ids of all editions up to `sequence`, oldest first. */
export async function editionsUpTo(db: D1Database, sequence: number): Promise<Pick<EditionRow, "id">[]> {
  const { results } = await db
    .prepare("SELECT id FROM edition WHERE sequence <= ? ORDER BY sequence")
    .bind(sequence)
    .all<Pick<EditionRow, "id">>();
  return results;
}

/** The ids of all editions, oldest first. */
export async function allEditions(db: D1Database): Promise<Pick<EditionRow, "id">[]> {
  return editionsUpTo(db, Number.MAX_SAFE_INTEGER);
}

/** The id of the edition that a batch was published as. */
export async function editionOf(db: D1Database, batchId: string): Promise<string | null> {
  const row = await db
    .prepare("SELECT id FROM edition WHERE batch_id = ?")
    .bind(batchId)
    .first<{ id: string }>();
  return row?.id ?? null;
}

/** The Moscow dates on which the courts' sites were read for the imports so far, newest first. @throws SpoiltData */
export async function readingDays(db: D1Database): Promise<string[]> {
  const { results } = await db
    .prepare("SELECT DISTINCT read_on FROM edition WHERE kind = 'cases' ORDER BY read_on DESC LIMIT 500")
    .all<{ read_on: string }>();
  return results.map(({ read_on }) => {
    if (!isIsoDate(read_on)) throw new SpoiltData("An edition of records, read_on", "a date");
    return read_on;
  });
}

/** The editions after `sequence`, oldest first. */
export async function editionsAfter(db: D1Database, sequence: number): Promise<EditionRow[]> {
  const { results } = await db
    .prepare("SELECT * FROM edition WHERE sequence > ? ORDER BY sequence")
    .bind(sequence)
    .all<Stored>();
  return results.map(toEdition);
}

/**
 * The first statement of a publication. It fails, and the transaction with it, where another publication took
 * the sequence number, where the batch was published before, or where it isn't whole.
 */
export function insertEdition(db: D1Database, edition: EditionRow): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO edition
         (sequence, id, published_at, published_by, kind, batch_id, reverts_to, ledger_id, read_on, note, override_reason,
          covers)
       VALUES (?1, ?2, ?3, ?4, ?5, (SELECT id FROM batch WHERE id = ?6 AND state = 'sealed'), ?7, ?8, ?9, ?10, ?11,
         ?12)`,
    )
    .bind(
      edition.sequence,
      edition.id,
      edition.published_at,
      edition.published_by,
      edition.kind,
      edition.batch_id,
      edition.reverts_to,
      edition.ledger_id,
      edition.read_on,
      edition.note,
      edition.override_reason,
      JSON.stringify(edition.covers),
    );
}

export function markPublished(db: D1Database, batchId: string): D1PreparedStatement {
  return db.prepare("UPDATE batch SET state = 'published' WHERE id = ?").bind(batchId);
}
