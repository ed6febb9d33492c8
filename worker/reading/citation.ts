import type { EditionRef } from "../contract/common.ts";
import type { SeriesText } from "../contract/series-text.ts";

/** How an answer is cited: what it counts, whose count it is, of which edition, where it can be had for ever. */
export function citationOf(edition: EditionRef, text: SeriesText, address?: string): string {
  const { heading, label, source, history } = text;
  return [heading, label, source, history.frozen, address, edition.licence].filter(Boolean).join(". ");
}
