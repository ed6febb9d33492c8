import { inForce } from "../service/themes.ts";
import { isUnsaved, type Work } from "./work.ts";

/** Where the work stands: what of it is nowhere but here, and what readers see. */
export type Stand =
  /** A new theme, of which nothing is there yet. */
  | { kind: "new" }
  /** Something is in this browser alone. */
  | { kind: "unsaved" }
  /** As it is saved, for whoever edits themes. */
  | { kind: "draft" }
  /** As readers see it. */
  | { kind: "published"; version: number }
  /** Nothing is saved or published: readers see the service's own look. */
  | { kind: "unpublished" };

export function standOf(work: Work): Stand {
  if (isUnsaved(work)) return { kind: "unsaved" };
  const { slug, standing } = work;
  if (standing?.draft) return { kind: "draft" };
  const published = standing && inForce(standing);
  if (published) return { kind: "published", version: published.version };
  return { kind: slug === null ? "new" : "unpublished" };
}
