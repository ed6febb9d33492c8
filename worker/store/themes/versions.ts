import type { ThemeStyle } from "../../contract/theme.ts";
import type { PublishedTheme, ThemeVersion } from "../../contract/theme-answers.ts";
import { isObject, orElse, storedJson } from "../spoilt.ts";

/** What a theme sets. @throws SpoiltData */
export function toStyle(text: string, where: string): ThemeStyle {
  return storedJson(
    text,
    where,
    "a style as JSON",
    (value) => isObject(value) && typeof value.name === "string",
  );
}

interface VersionRow {
  slug: string;
  version: number;
  published_at: string;
  published_by: string;
  style: string | null;
}

/** The version of `?1` that is in force; 0 where there is none. */
const IN_FORCE = `coalesce((SELECT CASE WHEN style IS NULL THEN 0 ELSE version END
  FROM theme_version WHERE slug = ?1 ORDER BY version DESC LIMIT 1), 0)`;

export interface NewVersion {
  slug: string;
  /** null: deletes the theme. */
  style: ThemeStyle | null;
  at: string;
  by: string;
  /** The version that must be in force, 0 for none; null: whichever is. */
  over: number | null;
  /** The draft's revision that must still stand, where a draft is published. */
  draft?: number;
}

/** Adds a version and returns its number, or no row where another one is in force than was expected. */
export function insertVersion(db: D1Database, { slug, style, at, by, over, draft }: NewVersion) {
  return db
    .prepare(
      `INSERT INTO theme_version (slug, version, published_at, published_by, style)
       SELECT ?1, coalesce((SELECT max(version) FROM theme_version WHERE slug = ?1), 0) + 1, ?2, ?3, ?4
       WHERE (?5 IS NULL OR ?5 = ${IN_FORCE})
         AND (?4 IS NOT NULL OR ${IN_FORCE} > 0)
         AND (?6 IS NULL OR ?6 = (SELECT revision FROM theme_draft WHERE slug = ?1))
       RETURNING version`,
    )
    .bind(slug, at, by, style && JSON.stringify(style), over, draft ?? null);
}

/** A theme in force as D1 has it; without a style where that is spoilt. */
export type ThemeInForce = Omit<PublishedTheme, "style"> & { style: ThemeStyle | null };

/** All themes in force, by slug. */
export async function themesInForce(db: D1Database): Promise<ThemeInForce[]> {
  const { results } = await db
    .prepare(
      `SELECT * FROM theme_version AS one WHERE style IS NOT NULL
         AND version = (SELECT max(version) FROM theme_version WHERE slug = one.slug) ORDER BY slug`,
    )
    .all<VersionRow>();
  return results.map(({ slug, version, published_at, style }) => ({
    slug,
    version,
    published_at,
    style: orElse<ThemeStyle | null>(() => toStyle(style!, `Theme ${slug}, version ${version}, style`), null),
  }));
}

/** The newest first. */
export async function listVersions(db: D1Database, slug: string): Promise<ThemeVersion[]> {
  const { results } = await db
    .prepare("SELECT * FROM theme_version WHERE slug = ? ORDER BY version DESC")
    .bind(slug)
    .all<VersionRow>();
  return results.map(({ version, published_at, published_by, style }) => ({
    version,
    at: published_at,
    by: published_by,
    style: style === null ? null : toStyle(style, `Theme ${slug}, version ${version}, style`),
  }));
}
