import type { ThemeStyle } from "../../contract/theme.ts";
import type { ThemeDraft, ThemeLine } from "../../contract/theme-answers.ts";
import { orElse } from "../spoilt.ts";
import { toStyle } from "./versions.ts";

interface DraftRow {
  slug: string;
  revision: number;
  style: string;
  based_on: number;
  saved_at: string;
  saved_by: string;
}

export async function readDraft(db: D1Database, slug: string): Promise<ThemeDraft | null> {
  const row = await db
    .prepare("SELECT * FROM theme_draft WHERE slug = ? AND style IS NOT NULL")
    .bind(slug)
    .first<DraftRow>();
  if (!row) return null;
  const { revision, style, based_on, saved_at, saved_by } = row;
  return {
    slug,
    revision,
    style: toStyle(style, `Theme ${slug}, draft, style`),
    based_on: based_on || null,
    at: saved_at,
    by: saved_by,
  };
}

export interface NewDraft {
  slug: string;
  style: ThemeStyle;
  at: string;
  by: string;
  /** The revision that must stand, 0 for none; null: whichever does. */
  over: number | null;
  /** The published version that the editor has seen; null: as before, or the one in force. */
  basedOn: number | null;
}

/** Saves a draft and returns its revision, or no row where another one stands than was expected. */
export function saveDraft(db: D1Database, { slug, style, at, by, over, basedOn }: NewDraft) {
  return db
    .prepare(
      `INSERT INTO theme_draft (slug, revision, style, based_on, saved_at, saved_by)
       SELECT ?1, 1, ?2, coalesce(?6, (SELECT CASE WHEN style IS NULL THEN 0 ELSE version END
           FROM theme_version WHERE slug = ?1 ORDER BY version DESC LIMIT 1), 0), ?3, ?4
       WHERE ?5 IS NULL OR ?5 = 0 OR EXISTS (SELECT 1 FROM theme_draft WHERE slug = ?1)
       ON CONFLICT (slug) DO UPDATE SET
         revision = revision + 1, style = excluded.style, saved_at = excluded.saved_at, saved_by = excluded.saved_by,
         based_on = CASE WHEN ?6 IS NULL AND theme_draft.style IS NOT NULL THEN based_on ELSE excluded.based_on END
       WHERE ?5 IS NULL OR ?5 = CASE WHEN theme_draft.style IS NULL THEN 0 ELSE revision END
       RETURNING revision`,
    )
    .bind(slug, JSON.stringify(style), at, by, over, basedOn);
}

/**
 * Ends a draft. Its revision goes on, so that the tag of an old one never fits a new one.
 * @param over the revision that must stand; null: whichever does
 */
export function endDraft(db: D1Database, slug: string, over: number | null): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE theme_draft SET style = NULL, revision = revision + 1
       WHERE slug = ?1 AND style IS NOT NULL AND (?2 IS NULL OR revision = ?2)`,
    )
    .bind(slug, over);
}

/** The same, where the statement before it in the transaction changed something. */
export function endDraftIfChanged(db: D1Database, slug: string, revision: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE theme_draft SET style = NULL, revision = revision + 1
       WHERE changes() > 0 AND slug = ?1 AND revision = ?2`,
    )
    .bind(slug, revision);
}

interface LineRow {
  slug: string;
  style: string;
  version: number | null;
  published_at: string;
  published_by: string;
  revision: number | null;
  saved_at: string;
  saved_by: string;
}

/** All themes that are in force or being worked on, by slug. */
export async function listThemes(db: D1Database): Promise<ThemeLine[]> {
  const { results } = await db
    .prepare(
      `WITH published AS (
         SELECT * FROM theme_version AS one WHERE style IS NOT NULL
           AND version = (SELECT max(version) FROM theme_version WHERE slug = one.slug)
       ), draft AS (SELECT * FROM theme_draft WHERE style IS NOT NULL)
       SELECT slug, coalesce(published.style, draft.style) AS style, version, published_at, published_by,
         revision, saved_at, saved_by
       FROM published FULL JOIN draft USING (slug) ORDER BY slug`,
    )
    .all<LineRow>();
  return results.map((row) => ({
    slug: row.slug,
    name: orElse(() => toStyle(row.style, `Theme ${row.slug}, style`).name, row.slug),
    published: row.version && { version: row.version, at: row.published_at, by: row.published_by },
    draft: row.revision && { revision: row.revision, at: row.saved_at, by: row.saved_by },
  })) as ThemeLine[];
}
