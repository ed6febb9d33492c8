import type { EditionLine } from "../../contract/editions.ts";

/** What one language says of the feed of editions. */
export interface FeedText {
  title: string;
  subtitle: string;
  /** What was published, where the desk has said nothing of it. */
  kinds: Readonly<Record<EditionLine["kind"], string>>;
}
