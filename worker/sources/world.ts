import { LOCAL_SWITCH, TWO_PAIRS_SWITCH } from "../config.ts";
import type { WithCache } from "../desk/tell-cache.ts";
import type { Fetch } from "./fetch-table.ts";
import { settingOf } from "./setting.ts";

/** What a run needs of the world. */
export interface World {
  env: Env;
  /** Milliseconds since 1970. */
  now: () => number;
  ask: Fetch;
  /** The runtime around it; its cache is told of what is published. */
  context: WithCache | null;
}

/** Whether plain http to this machine is let in: for tests and for whoever tries it at home. */
export function isLocal(env: object): boolean {
  return settingOf(env, LOCAL_SWITCH) === "yes";
}

/** Whether who staged may not publish. */
export function needsTwoPairs(env: object): boolean {
  return settingOf(env, TWO_PAIRS_SWITCH) === "yes";
}
