import type { Problem } from "../../worker/contract/problem.ts";
import type { Summary } from "../../worker/contract/summary.ts";
import { isComparison, readComparison } from "./comparison.ts";
import { readLook } from "./further.ts";
import { readJson } from "./read-json.ts";
import { understood } from "./understood.ts";

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
  /** Seconds after which the service wants to be asked again; 0 where it doesn't say. */
  retryAfter: number;
}

/** The service's own max-age, and the least for which an answer is kept, whatever it says. */
const MAX_AGE_S = 60;
/** A summary has some 2 KB; more than a hundred times that is none. */
const MOST_BYTES = 2 ** 18;
/** On a line on which a page comes at all, a number comes sooner. */
const PATIENCE_MS = 30_000;

const shared = new Map<string, { outcome: Promise<Answer | Failure>; freshUntil: number }>();

/**
 * The summary at `url`, or why there is none: it never rejects. All elements of a page that ask the same within the
 * answer's max-age share one request; a failure is shared by those who wait for it, and whoever asks later tries
 * again. Time is the page's own, which goes on where a clock is set back.
 */
export function requestSummary(url: string, now = () => performance.now()): Promise<Answer | Failure> {
  const known = shared.get(url);
  if (known && known.freshUntil > now()) return known.outcome;

  const entry = { outcome: ask(url), freshUntil: Number.POSITIVE_INFINITY };
  shared.set(url, entry);
  entry.outcome.then((outcome) => {
    entry.freshUntil = "summary" in outcome ? now() + outcome.maxAge * 1000 : 0;
  });
  return entry.outcome;
}

/** Without cookies and without the page's address; given up after a while, so that nobody waits for ever. */
export function get(url: string): Promise<Response> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return fetch(url, { referrerPolicy: "no-referrer", signal });
}

async function ask(url: string): Promise<Answer | Failure> {
  let status: number | null = null;
  let problem: Problem | null = null;
  let retryAfter = 0;
  try {
    const response = await get(url);
    status = response.status;
    retryAfter = Number(response.headers.get("retry-after")) || 0;
    const body = await readJson(response, MOST_BYTES);
    if (!response.ok) problem = body as Problem;
    if (problem || !body) throw new Error(`${url}: ${status}`);
    const maxAge = /max-age=(\d+)/.exec(response.headers.get("cache-control") ?? "")?.[1];
    const summary = isComparison(body) ? await readComparison(body) : understood(body);
    if (summary.theme?.look) await readLook();
    return { summary, maxAge: Math.max(MAX_AGE_S, Number(maxAge ?? 0)) };
  } catch (cause) {
    return { status, problem, cause, retryAfter };
  }
}
