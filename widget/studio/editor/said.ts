import type { Fault } from "../draft/faults.ts";
import type { Stand } from "../draft/stand.ts";
import { mayEdit, type Session } from "../service/session.ts";
import { words as studio } from "../words/index.ts";
import { namesOf } from "./field-names.ts";
import { words } from "./words/index.ts";

/** What has just happened, or stands in the way, and where to go from there. */
export interface Said {
  kind: "good" | "bad" | "plain";
  text: string;
  next?: "sign-in" | "fault" | "snippets";
}

/** Where the work stands, in words; empty: there is none yet. */
export function said(stand: Stand): string {
  switch (stand.kind) {
    case "new":
      return "";
    case "unsaved":
      return words.unsaved;
    case "draft":
      return words.asDraft;
    case "published":
      return words.asPublished(stand.version);
    case "unpublished":
      return words.asOwn;
  }
}

/** Why this visitor can't save; null: they can. */
export function whoMayNot(session: Session | null): Said | null {
  if (!session) return { kind: "bad", text: studio.signInToSave, next: "sign-in" };
  return mayEdit(session) ? null : { kind: "bad", text: studio.roleCant };
}

/** Which fields keep the theme from being saved or published; null: none does. */
export function whatIsWrong(faults: readonly Fault[]): Said | null {
  if (faults.length === 0) return null;
  return { kind: "bad", text: words.fixFields(namesOf(faults.map(({ field }) => field))), next: "fault" };
}
