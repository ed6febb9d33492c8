import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import { differences } from "./changed.ts";
import { change, type History } from "./history.ts";
import { withFields } from "./merge.ts";
import type { Work } from "./work.ts";

/** Another state of the theme: one that was set, undone or done again. */
export function moved(work: Work, history: History<ThemeStyle>): Work {
  // What was written and can't be read waits in its field, until the field gets another value.
  const others = new Set(differences(work.history.now, history.now).map(({ field }) => field));
  const found = work.found.filter(({ field }) => !others.has(field));
  if (history.field !== null) others.delete(history.field);
  const written = new Map([...work.written].filter(([field]) => !others.has(field)));
  return { ...work, history, found, written };
}

/** A field as it stands there, readable or not; undefined: as it is kept. */
export function wrote(work: Work, field: string, text: string | undefined): Work {
  const written = new Map(work.written);
  if (text === undefined) written.delete(field);
  else written.set(field, text);
  return { ...work, written };
}

export function renamed(work: Work, typedSlug: string): Work {
  return { ...work, typedSlug, found: work.found.filter(({ field }) => field !== "slug") };
}

/** Ends a conflict. @param theirs the fields that stay as the others have them */
export function settled(work: Work, theirs: Iterable<string>): Work {
  const { conflict, history } = work;
  if (!conflict) return work;
  const style = conflict.theirs ? withFields(conflict.style, conflict.theirs, theirs) : history.now;
  return moved({ ...work, base: conflict.base, conflict: null }, change(history, style, null));
}
