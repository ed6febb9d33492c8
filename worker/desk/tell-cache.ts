import { CURRENT_TAG } from "../config.ts";

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
    if (!success) console.error("The cache wasn't told that its answers are out of date.", errors);
  } catch (error) {
    // What was published is out all the same: what is cached ends by itself after five minutes.
    console.error("The cache couldn't be told that its answers are out of date.", error);
  }
}
