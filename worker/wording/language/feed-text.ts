import type { EditionAddition, EditionLine } from "../../contract/editions.ts";

/** What one language says of editions in a list of them. */
export interface FeedText {
  title: string;
  subtitle: string;
  /** What was published, where the desk has said nothing of it. */
  kinds: Readonly<Record<EditionLine["kind"], string>>;
  /** That something was said of an edition later: what heads it. */
  added: string;
  /** The same, by whom and when: "Added by the data desk on 3 July 2025". */
  addedBy: Readonly<Record<EditionAddition["by"], (date: string) => string>>;
}
