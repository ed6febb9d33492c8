import type { Problem } from "../../worker/contract/problem.ts";
import type { Summary } from "../../worker/contract/summary.ts";

export interface Answer {
  summary: Summary;
  /** Seconds for which asking again would bring the same. */
  maxAge: number;
}

export interface Failure {
  /** HTTP status, or null where no response came. */
  status: number | null;
  /** The service's own account of what is wrong (RFC 9457), if it gave one. */
  problem: Problem | null;
  cause: unknown;
}

/** The service's own max-age, and the least for which an answer is kept, whatever it says. */
const MAX_AGE_S = 60;

const shared = new Map<string, { outcome: Promise<Answer | Failure>; freshUntil: number }>();

/**
 * The summary at `url`, or why there is none: it never rejects. All elements of a page that ask the same within the
 * answer's max-age share one request; a failure is shared by those who wait for it, and whoever asks later tries
 * again.
 */
export function requestSummary(url: string, now: () => number = Date.now): Promise<Answer | Failure> {
  const known = shared.get(url);
  if (known && known.freshUntil > now()) return known.outcome;

  const entry = { outcome: ask(url), freshUntil: Number.POSITIVE_INFINITY };
  shared.set(url, entry);
  entry.outcome.then((outcome) => {
    entry.freshUntil = "summary" in outcome ? now() + outcome.maxAge * 1000 : 0;
  });
  return entry.outcome;
}

async function ask(url: string): Promise<Answer | Failure> {
  let status: number | null = null;
  let problem: Problem | null = null;
  try {
    const response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer" });
    status = response.status;
    const body: unknown = await response.json();
    if (!response.ok) problem = body as Problem;
    if (problem || !body) throw new Error(`${url}: ${status}`);
    const maxAge = /max-age=(\d+)/.exec(response.headers.get("cache-control") ?? "")?.[1];
    return { summary: body as Summary, maxAge: Math.max(MAX_AGE_S, Number(maxAge ?? 0)) };
  } catch (cause) {
    return { status, problem, cause };
  }
}
