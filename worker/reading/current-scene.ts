import type { Held } from "../store/current-edition.ts";
import type { Scene } from "./scene.ts";

/** What the plain question is answered from: no filter by place, no earlier edition. */
export function currentScene(
  { edition, themes, additions, stale }: Held,
  today: string,
  origin: string,
): Scene {
  return {
    edition,
    themes,
    additions,
    stale,
    today,
    origin,
    courts: null,
    current: null,
    editions: [],
    corrections: [],
    version: async () => null,
  };
}
