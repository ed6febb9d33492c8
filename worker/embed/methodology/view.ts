import type { Lang } from "../../contract/terms.ts";
import type { EditionFacts } from "../../domain/methodology/edition-facts.ts";

/** What the page is made from. */
export interface MethodologyView {
  lang: Lang;
  facts: EditionFacts;
  /** The edition in force, where the page is about an earlier one. */
  now: string | null;
  /** The date or edition that was asked for, to keep it in the links to other languages. */
  asOf: string | null;
  sample: boolean;
  stale: boolean;
  /** Where this deployment answers, without a slash at the end. */
  origin: string;
}
