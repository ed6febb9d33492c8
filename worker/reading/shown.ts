import type { PublicHeadline } from "../contract/headline-change.ts";
import { SummaryQuery } from "../contract/query.ts";
import type { Lang } from "../contract/terms.ts";
import { NO_ADDITIONS } from "../domain/additions.ts";
import type { Edition } from "../domain/edition.ts";
import { shownOf } from "../domain/headline.ts";
import type { PublishedThemes } from "../store/themes/published.ts";
import { refuseSpan } from "./refuse-span.ts";
import { summarise } from "./summarise.ts";

/** Who looks: in which language, on a service with which themes. */
export interface Onlooker {
  lang: Lang;
  themes: PublishedThemes;
}

/**
 * What an embed shows of an edition, also of one that isn't published: by the function that answers `/v1/summary`.
 * @param query the embed's parameters
 * @param today Moscow date on which it is looked at
 * @returns null where such a question isn't answered, so that the page shows what stands in the tag
 */
export function shownIn(
  edition: Edition,
  query: string,
  today: string,
  { lang, themes }: Onlooker,
): PublicHeadline | null {
  const asked = SummaryQuery.parse({ lang, ...Object.fromEntries(new URLSearchParams(query)) });
  const beside = {
    courts: null,
    current: null,
    editions: [],
    corrections: [],
    additions: NO_ADDITIONS,
    stale: false,
    origin: "",
    version: async () => null,
  };
  const scene = { ...beside, edition, themes, today };
  if (refuseSpan(asked, scene).length > 0) return null;
  const { edition: ref, type, headline, text } = summarise(asked, scene);
  const { shown, qualifier, per, period } = headline;
  const { heading, inline, label, status } = text;
  return {
    ...{ evidence: ref.evidence, type, value: shownOf(headline), shown, qualifier, per, period },
    text: { heading, inline, label, status },
  };
}
