import { addressOf, attributeOf } from "./query.ts";
import { requestSummary } from "./request.ts";

/** Origin of the service that this script comes from. */
export const HOME = new URL(import.meta.url).origin;

/**
 * Asks for the tags near the window already while the rest of this script is still to be evaluated, Lit first: the
 * element then asks the same and shares the answer. Has to be imported before Lit. Tags that another release has
 * registered are that one's.
 */
// What isn't drawn has no box, and undefined isn't less than anything.
for (const tag of document.querySelectorAll("desertion-stats:not(:defined)"))
  if ((tag.getClientRects()[0]?.top as number) < 2 * innerHeight)
    requestSummary(addressOf(tag, (name) => tag.getAttribute(attributeOf(name)), HOME));
