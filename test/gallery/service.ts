import { LANGS } from "../../worker/contract/terms.ts";
import { answerOf, SCENES, type Scene, type Theme } from "./states.ts";

const PREFIX = "/gallery-service/";

/** The element's `src` that shows a scene in a theme. */
export function sourceOf(scene: Scene, theme: Theme): string {
  return `${PREFIX}${scene}/${theme}`;
}

/**
 * Stands at the edge of the network for the elements of the gallery; whatever else is asked goes through.
 *
 * @returns ends it
 */
export function serveGallery(world: Pick<typeof globalThis, "fetch">, here: string): () => void {
  const network = world.fetch;
  world.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, here);
    if (!url.pathname.startsWith(PREFIX)) return network.call(world, input, init);
    const [named = "", theme = "default"] = url.pathname.slice(PREFIX.length).split("/");
    const scene = SCENES.find((one) => one === named) ?? "failed";
    const lang = LANGS.find((one) => one === url.searchParams.get("lang")) ?? "en";
    const answer = answerOf(scene, lang, theme as Theme);
    if (answer === "never") return new Promise(() => {});
    if (answer === "unavailable") return new Response("", { status: 503 });
    return Response.json(answer);
  };
  return () => {
    world.fetch = network;
  };
}
