import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import type { PublishedTheme, ThemeDraft } from "../../../worker/contract/theme-answers.ts";
import { inForce, type Standing } from "../service/themes.ts";

/** What an editor's changes are made over, and will replace. */
export interface Base {
  /** null: nothing is saved or published yet. */
  style: ThemeStyle | null;
  /** Of the saved draft; null: there is none. */
  revision: number | null;
  /** The published version that the editor has seen; null: there was none. */
  version: number | null;
}

export const NOTHING: Base = { style: null, revision: null, version: null };

export function baseOf(standing: Standing): Base {
  const { draft } = standing;
  if (draft) return { style: draft.style, revision: draft.revision, version: draft.based_on };
  const published = inForce(standing);
  return { style: published?.style ?? null, revision: null, version: published?.version ?? null };
}

/** What somebody else has made of a theme meanwhile, and the base of whoever has seen it. */
export interface Conflict {
  /** null: they have deleted it. */
  theirs: ThemeStyle | null;
  /** Label of their token; null: not known. */
  by: string | null;
  base: Base;
}

/** @param current what the service says stands in the way */
export function conflictWith(current: PublishedTheme | ThemeDraft, base: Base): Conflict {
  const { style } = current;
  if ("version" in current) {
    return { theirs: style, by: null, base: { ...base, style, version: current.version } };
  }
  const version = Math.max(base.version ?? 0, current.based_on ?? 0) || null;
  return { theirs: style, by: current.by, base: { style, revision: current.revision, version } };
}
