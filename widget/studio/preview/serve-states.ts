import type { Summary } from "../../../worker/contract/summary.ts";
import { inState, STATES, type State } from "./states.ts";

const PREFIX = "/studio/state/";

/** The element's `src` that shows a state; null: the service itself. */
export function sourceOf(state: State): string | null {
  return state === "now" ? null : `${PREFIX}${state}`;
}

/**
 * Lets the real element, which asks for a summary as on any page, be answered in a state that the service isn't in.
 * Whatever else this page asks goes to the network.
 */
export function serveStates(
  world: Pick<typeof globalThis, "fetch">,
  here: string,
  today: () => string,
): void {
  const ask = world.fetch.bind(world);
  world.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, here);
    if (!url.pathname.startsWith(PREFIX)) return ask(input, init);
    const [name = "", ...path] = url.pathname.slice(PREFIX.length).split("/");
    const state = STATES.find((one) => one === name) ?? "now";
    if (state === "waiting") return new Promise(() => {});
    const response = await ask(`/${path.join("/")}${url.search}`, init);
    if (!response.ok) return response;
    const summary = (await response.json()) as Summary;
    return Response.json(inState(summary, state, today()));
  };
}
