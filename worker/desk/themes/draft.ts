import type { ThemeStyle } from "../../contract/theme.ts";
import type { ThemeDraft } from "../../contract/theme-answers.ts";
import type { Failure } from "../../problem.ts";
import { auditIfChanged } from "../../store/audit.ts";
import { endDraft, readDraft, saveDraft } from "../../store/themes/drafts.ts";
import { changed, type Order } from "./publish.ts";

/** Saves what an editor is working on; it may still be illegible. */
export async function storeDraft(
  db: D1Database,
  style: ThemeStyle,
  basedOn: number | null,
  { slug, by, at, over }: Order,
): Promise<{ draft: ThemeDraft } | { failure: Failure }> {
  const [saved] = await db.batch([
    saveDraft(db, { slug, style, at, by, over, basedOn }),
    auditIfChanged(db, at, by, "theme-draft", slug),
  ]);
  const draft = await readDraft(db, slug);
  if (saved?.results.length === 0 || !draft) return { failure: changed(draft) };
  return { draft };
}

/** Ends a draft unpublished. */
export async function discardDraft(
  db: D1Database,
  { slug, by, at, over }: Order,
): Promise<{ failure: Failure } | null> {
  const [ended] = await db.batch([
    endDraft(db, slug, over),
    auditIfChanged(db, at, by, "theme-draft-discard", slug),
  ]);
  if (ended?.meta.changes) return null;
  const draft = await readDraft(db, slug);
  return { failure: draft ? changed(draft) : { kind: "not-found", what: `draft of the theme ${slug}` } };
}
