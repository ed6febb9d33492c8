import type { Summary } from "../../../worker/contract/summary.ts";
import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import { inState, type State } from "../preview/states.ts";

/** What stands in for what is published. */
export interface Rehearsal {
  theme: { slug: string; style: ThemeStyle };
  state: State;
}

/** Before an element's `src`, so that each change is another question: elements ask the same one only once a minute. */
export const PREFIX = "/studio-page/";

/** What the service answers as if another style were published. */
type Previewed = "summary" | "compare" | "oembed" | "card.png";
const ANSWERS: Readonly<Record<string, Previewed>> = { "/v1/summary": "summary", "/v1/compare": "compare" };

/**
 * Lets the real element, which asks for a summary or a comparison as on any page, be answered by the service as if the theme that is
 * being edited were published, and in a state that the service isn't in; of a comparison, none is made up but that it hasn't come. Whatever else this page asks goes to the
 * network.
 *
 * @param world whose `fetch` it is
 * @param of what is rehearsed at the moment
 */
export function rehearse(
  world: Pick<typeof globalThis, "fetch">,
  here: string,
  of: () => Rehearsal | null,
  today: () => string,
): void {
  const ask = world.fetch.bind(world);
  world.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, here);
    const path = url.pathname.startsWith(PREFIX)
      ? url.pathname.slice(PREFIX.length).replace(/^\d+/, "")
      : url.pathname;
    const rehearsal = of();
    const what = ANSWERS[path];
    if (!rehearsal || !what) return ask(`${path}${url.search}`, init);
    if (rehearsal.state === "waiting") return new Promise(() => {});
    const response = await ask(previewAddress(rehearsal.theme.slug, what, url.searchParams), {
      ...init,
      ...previewRequest(rehearsal.theme.style),
    });
    if (!response.ok || rehearsal.state === "now" || what === "compare") return response;
    const summary = (await response.json()) as Summary;
    return Response.json(inState(summary, rehearsal.state, today()));
  };
}

/** Where the service answers as if another style of the theme were published. */
export function previewAddress(slug: string, what: Previewed, query: URLSearchParams): string {
  const asked = new URLSearchParams(query);
  asked.set("theme", slug);
  return `/v1/themes/${slug}/preview/${what}?${asked}`;
}

export function previewRequest(style: ThemeStyle): RequestInit {
  const named = { ...style, name: style.name.trim() || "–" };
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(named) };
}
