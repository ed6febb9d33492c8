import { SOURCE_BACKOFF_MAX_MS } from "../config.ts";
import type { RunProblem, SourceEvery } from "../contract/sources.ts";

const MINUTE_MS = 60_000;
export const EVERY_MS: Readonly<Record<SourceEvery, number>> = {
  "quarter-hour": 15 * MINUTE_MS,
  hour: 60 * MINUTE_MS,
  "six-hours": 360 * MINUTE_MS,
  day: 1_440 * MINUTE_MS,
};

/** When a source is looked at again after so many failures in a row, by what its server asks for, if it does (ms). */
export function backoffMs(every: SourceEvery, failures: number, retryAfterS: number | null): number {
  const longer = EVERY_MS[every] * 2 ** Math.min(failures - 1, 10);
  const asked = (retryAfterS ?? 0) * 1_000;
  return Math.min(Math.max(longer, asked), Math.max(SOURCE_BACKOFF_MAX_MS, EVERY_MS[every]));
}

/** What may be over in a minute; all else stays until somebody mends it. */
export function isPassing({ code, status }: RunProblem): boolean {
  if (code === "answered") return status === undefined || status >= 500 || status === 429 || status === 408;
  return code === "unreachable" || code === "too-slow" || code === "internal";
}
