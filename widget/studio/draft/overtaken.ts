import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import type { Standing } from "../service/themes.ts";
import { conflictOf } from "./base.ts";
import { moved } from "./edit.ts";
import { change } from "./history.ts";
import type { Work } from "./work.ts";

/**
 * The work over what is there now, where that differs from what it was made over, but nothing of it touches what was
 * changed here: the same can be sent again. null: somebody has to look at it first.
 */
export function goneOn(work: Work, standing: Standing, edited: ThemeStyle): Work | null {
  const conflict = conflictOf(standing, work.base, edited, work.unanswered);
  const isFree = conflict.theirs && conflict.collisions.length === 0 && conflict.taken.length === 0;
  return isFree ? { ...work, base: conflict.base } : null;
}

/**
 * The work with what others have made of the theme meanwhile: in one where nothing collides, else in conflict.
 * @returns also which fields are theirs now, and who made them, as far as that is known
 */
export function metWith(work: Work, standing: Standing): { work: Work; taken: string[]; by: string[] } {
  const conflict = conflictOf(standing, work.base, work.history.now, work.unanswered);
  const met = { ...work, standing };
  if (!conflict.theirs || conflict.collisions.length > 0)
    return { work: { ...met, conflict }, taken: [], by: [] };
  const { taken, authors } = conflict;
  return {
    work: moved({ ...met, base: conflict.base }, change(work.history, conflict.style, null)),
    taken,
    by: [...new Set(taken.map((field) => authors.get(field) ?? ""))],
  };
}
