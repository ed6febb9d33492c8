import { CURRENT_TAG } from "../config.ts";
import { logFailure } from "../log.ts";

/** Cloudflare's cache in front of the Worker; not every runtime has one. */
export interface WithCache {
  cache?: Pick<CacheContext, "invalidate" | "purge">;
}

/**
 * Tells the cache that its current answers are out of date. `invalidate` lets a data centre serve what it has once
 * more while it asks anew, and for as long as the Worker fails; `purge`, for what was taken back, does not.
 */
export async function tellCache(context: WithCache | null, how: "invalidate" | "purge"): Promise<void> {
  if (!context?.cache) return;
  try {
    const { success, errors } = await context.cache[how]({ tags: [CURRENT_TAG] });
    if (!success) logFailure("cache-untold", errors);
  } catch (error) {
    // What was published is out all the same: what is cached ends by itself after five minutes.
    logFailure("cache-untold", error);
  }
}
