import { distributeThemes } from "../../store/themes/published.ts";
import { themesInForce } from "../../store/themes/versions.ts";
import { tellCache, type WithCache } from "../tell-cache.ts";

/** Brings the themes that are in force to the readers. Repeating it changes nothing. */
export async function deliverThemes(env: Env, context: WithCache | null): Promise<void> {
  if (await distributeThemes(env.EDITIONS, await themesInForce(env.DB)))
    await tellCache(context, "invalidate");
}
