import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import { inForce, type Standing } from "../service/themes.ts";
import { differences } from "./changed.ts";
import { type Merge, merge } from "./merge.ts";
import { isSame } from "./values.ts";

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

/** What has been made of a theme meanwhile, elsewhere, and how it goes together with what was made here. */
export interface Conflict extends Merge {
  /** null: it was deleted. */
  theirs: ThemeStyle | null;
  /** Labels of the tokens that made it, by field; a field is missing where that isn't known. */
  authors: ReadonlyMap<string, string>;
  /** What whoever has seen all of it goes on over. */
  base: Base;
}

/**
 * @param standing what the service has
 * @param over what `mine` was made over
 * @param sent what went to the service from here and got no answer: if it arrived, it is no one else's
 */
export function conflictOf(
  standing: Standing,
  over: Base,
  mine: ThemeStyle,
  sent: readonly ThemeStyle[],
): Conflict {
  const { draft } = standing;
  const published = inForce(standing);
  const isMyDraft = draft !== null && draft.revision === over.revision;
  const isPublishedOver = published !== null && published.version !== over.version;
  const theirs =
    (isMyDraft && isPublishedOver ? published.style : (draft?.style ?? published?.style)) ?? null;
  const base: Base = {
    style: theirs,
    revision: draft?.revision ?? null,
    version: published?.version ?? null,
  };
  if (!theirs) return { theirs, authors: new Map(), base, style: mine, taken: [], collisions: [] };
  const own = sent.find((one) => isSame(one, theirs));
  const seen = standing.versions.find(({ version }) => version === over.version)?.style ?? null;
  const from = own ?? (isMyDraft ? (seen ?? over.style) : over.style);
  return { theirs, authors: authorsOf(standing, over), base, ...merge(from, mine, theirs) };
}

/** Who changed which field last, of all that came after the version and the draft that an editor has seen. */
function authorsOf({ draft, versions }: Standing, over: Base): Map<string, string> {
  const authors = new Map<string, string>();
  const later = versions.filter(({ version }) => version > (over.version ?? 0)).reverse();
  const steps = draft && draft.revision !== over.revision ? [...later, draft] : later;
  let before = over.style;
  for (const { style, by } of steps) {
    if (before && style && by) for (const { field } of differences(before, style)) authors.set(field, by);
    before = style ?? before;
  }
  return authors;
}
