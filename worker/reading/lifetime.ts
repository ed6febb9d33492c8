import { CACHE_CURRENT, CACHE_EDGE, CACHE_IMMUTABLE, CURRENT_TAG } from "../config.ts";
import { startOfMoscowDay } from "../domain/calendar.ts";
import type { Publication as Whole } from "../domain/edition.ts";
import type { HeaderLines } from "../http/answer.ts";
import type { Held } from "../store/current-edition.ts";

type Publication = Pick<Whole, "id" | "published_at">;

/** For what is about this deployment and no edition. */
export const LASTS_A_WHILE: HeaderLines = {
  "Cache-Control": CACHE_CURRENT,
  "Cloudflare-CDN-Cache-Control": CACHE_EDGE,
};

/** How long an answer about an edition that never changes lasts: for ever. */
export function lastsForEver({ id, published_at }: Publication): HeaderLines {
  return {
    "Server-Timing": `edition;desc="${id}"`,
    "Last-Modified": httpDate(Date.parse(published_at)),
    "Cache-Control": CACHE_IMMUTABLE,
    "Cache-Tag": `edition-${id}`,
  };
}

/** Until the next edition, theme or day. @param today of the reader, whatever day the answer is of */
export function lastsUntilTheNext({ id }: Publication, held: Held, today: string): HeaderLines {
  return {
    "Server-Timing": `edition;desc="${id}"`,
    ...lastModified(held, today),
    ...LASTS_A_WHILE,
    "Cache-Tag": `edition-${id},${CURRENT_TAG}`,
  };
}

/**
 * By when the answer was what it is: the newest edition came, or a theme, or a word on an edition, or the day turned in Moscow, as ages and
 * weeks count from today. What is stale says so in its body: it has no date, or it would pass for what was sent before.
 */
function lastModified({ edition, themes, additions, stale }: Held, today: string): HeaderLines {
  if (stale) return {};
  const published = [edition, ...themes.bySlug.values()].map(({ published_at }) => Date.parse(published_at));
  const added = [...additions.values()].flat().map(({ added_at }) => Date.parse(added_at));
  return { "Last-Modified": httpDate(Math.max(startOfMoscowDay(today), ...published, ...added)) };
}

function httpDate(time: number): string {
  return new Date(time).toUTCString();
}
