import type { Held } from "../store/current-edition.ts";
import type { Scene } from "./scene.ts";

/** What the plain question is answered from: no filter by place, no earlier edition. */
export function currentScene({ edition, themes, stale }: Held, today: string, origin: string): Scene {
  return {
    edition,
    themes,
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
