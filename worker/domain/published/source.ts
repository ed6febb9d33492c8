import type { Source } from "../../contract/common.ts";
import type { Figure } from "../../contract/figure.ts";

/** Between publishers of one number; in brackets within a publisher's own name it is no separator. */
const SEPARATOR = "; ";

/**
 * Whose figures a number is made from, the newest first, with the link to the newest: `Mediazona via The Kyiv Independent;
 * Mediazona via HuffPost (Spain)`.
 *
 * @param figures at least one
 */
export function sourceBehind(figures: readonly Figure[]): Source {
  const newestFirst = figures.toSorted((a, b) => (a.period.end < b.period.end ? 1 : -1));
  const publishers = new Set(newestFirst.map(({ publisher }) => publisher));
  return { name: [...publishers].join(SEPARATOR), url: newestFirst[0]!.source_url };
}

/** The publishers that a source names, as `sourceBehind` joins them. */
export function publishersIn(source: string): string[] {
  return source.split(/; (?![^(]*\))/);
}
