import { HOOK_PATIENCE_MS, SOURCE_PATIENCE_MS } from "../config.ts";
import { logFailure } from "../log.ts";
import { settingOf } from "./setting.ts";

/** How long a table, and a receiver of notices, may take (ms): the variables of these names set less than config has. */
const PATIENCE = { SOURCE_PATIENCE_MS, HOOK_PATIENCE_MS } as const;

/** What can't be a wait, or is longer than config's, counts as not set. */
export function patienceOf(env: object, name: keyof typeof PATIENCE): number {
  const most = PATIENCE[name];
  const set = settingOf(env, name);
  if (set === null) return most;
  const ms = Number(set);
  if (ms > 0 && ms <= most) return ms;
  logFailure("setting-ignored", undefined, { setting: name });
  return most;
}
