import { CACHE_CURRENT, CACHE_EDGE, CACHE_IMMUTABLE, CURRENT_TAG } from "../config.ts";
import type { Publication } from "../domain/edition.ts";
import type { HeaderLines } from "../http/answer.ts";

/** For what is about this deployment and no edition. */
export const LASTS_A_WHILE: HeaderLines = {
  "Cache-Control": CACHE_CURRENT,
  "Cloudflare-CDN-Cache-Control": CACHE_EDGE,
};

/** How long an answer lasts: until the next edition, or for ever. */
export function lifetime(
  { id, published_at }: Pick<Publication, "id" | "published_at">,
  fixed: boolean,
): HeaderLines {
  const of = {
    "Server-Timing": `edition;desc="${id}"`,
    "Last-Modified": new Date(published_at).toUTCString(),
  };
  if (fixed) return { ...of, "Cache-Control": CACHE_IMMUTABLE, "Cache-Tag": `edition-${id}` };
  return { ...of, ...LASTS_A_WHILE, "Cache-Tag": `edition-${id},${CURRENT_TAG}` };
}
