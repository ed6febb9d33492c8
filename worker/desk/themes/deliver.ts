import { patient } from "../../store/patient.ts";
import { distributeThemes } from "../../store/themes/published.ts";
import { themesInForce } from "../../store/themes/versions.ts";
import { tellCache, type WithCache } from "../tell-cache.ts";

/** Brings the themes that are in force to the readers. Repeating it changes nothing. */
export async function deliverThemes(env: Env, context: WithCache | null): Promise<void> {
  const { DB, EDITIONS } = patient(env);
  if (await distributeThemes(EDITIONS, await themesInForce(DB))) await tellCache(context, "invalidate");
}
