import { patient } from "../store/patient.ts";
import { distributeAdditions } from "./additions.ts";
import { distributePending } from "./distribute.ts";
import { tellCache, type WithCache } from "./tell-cache.ts";

/**
 * Brings what D1 holds to the readers: to KV, then the cache is told. A data centre that asks within the first minute
 * may still be told the edition before, for at most five minutes.
 */
export async function deliver(
  env: Env,
  context: WithCache | null,
  how: "invalidate" | "purge" = "invalidate",
): Promise<void> {
  const distributed = await distributePending(patient(env));
  const hasMore = await distributeAdditions(patient(env));
  if (distributed.length > 0 || hasMore) await tellCache(context, how);
}
