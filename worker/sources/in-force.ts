import type { Lang } from "../contract/terms.ts";
import { editionInForce, type InForce } from "../desk/in-force.ts";
import { shownIn } from "../reading/shown.ts";
import { readThemes } from "../store/themes/published.ts";

/** What a publication is compared with, looked at as readers are answered, in this language. */
export async function inForceIn(env: Env, lang: Lang): Promise<InForce> {
  const [current, themes] = await Promise.all([editionInForce(env), readThemes(env.EDITIONS)]);
  const show: InForce["show"] = (edition, query, today) => shownIn(edition, query, today, { lang, themes });
  return { current, sample: env.SAMPLE === "yes", show };
}
