import { LANGS } from "../../worker/contract/terms.ts";
import { series } from "../widget/series.ts";
import { COMPARISONS, type ComparisonScene, comparisonOf } from "./comparisons.ts";
import { answerOf, DAYS, type Day, SCENES, type Scene, type Theme } from "./states.ts";

const PREFIX = "/gallery-service/";

/** The element's `src` that shows a scene of a day in a theme, in words of that direction. */
export function sourceOf(scene: Scene | ComparisonScene, theme: Theme, day: Day, dir: "ltr" | "rtl"): string {
  return `${PREFIX}${scene}/${theme}/${day}/${dir}`;
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
    const [named = "", theme = "default", on, dir] = url.pathname.slice(PREFIX.length).split("/");
    const scene = SCENES.find((one) => one === named) ?? "failed";
    const lang = LANGS.find((one) => one === url.searchParams.get("lang")) ?? "en";
    if (url.pathname.endsWith("/v1/series")) {
      const body = series(url, scene === "week" || scene === "bars" ? "records" : "published");
      if (dir === "rtl") body.text.dir = dir;
      return Response.json(body);
    }
    const day = (Object.keys(DAYS) as Day[]).find((one) => one === on);
    const compared = COMPARISONS.find((one) => one === named) ?? "failed";
    const answer = url.pathname.endsWith("/v1/compare")
      ? comparisonOf(compared, lang, theme as Theme)
      : answerOf(scene, lang, theme as Theme, day);
    if (answer === "never") return new Promise(() => {});
    if (answer === "unavailable") return new Response("", { status: 503 });
    if (dir === "rtl") answer.text.dir = dir;
    return Response.json(answer);
  };
  return () => {
    world.fetch = network;
  };
}
