/** Why a page has no number, as far as it concerns its readers. */
export const REASONS = ["bad-address", "no-such-edition", "not-now", "nothing-here"] as const;
export type Reason = (typeof REASONS)[number];

/** What one language says on a page that has no number to show. */
export interface RefusalText {
  title: string;
  /** In an edition's case `{asked}` and `{first}` stand for what was asked and the first that there is. */
  reasons: Readonly<Record<Reason, string>>;
  /** A link to the present number, where an earlier one was asked for. */
  current: string;
  /** Above what the service says to whoever made the address, in English. */
  details: string;
}
