import { SOURCE_BYTES_MAX, SOURCE_REDIRECTS_MAX } from "../config.ts";
import type { RunProblem } from "../contract/sources.ts";
import { logFailure } from "../log.ts";
import { type Reach, refuseAddress } from "./address.ts";
import { joined } from "./joined.ts";

/** What is asked, and what was known of it before. */
export interface TableRequest {
  url: string;
  /** Value of the Authorization header; null: none. */
  authorization: string | null;
  etag: string | null;
  lastModified: string | null;
}

export type Fetched =
  | { kind: "unchanged" }
  | { kind: "table"; bytes: Uint8Array<ArrayBuffer>; etag: string | null; lastModified: string | null }
  | { kind: "problem"; problem: RunProblem; retryAfterS: number | null };

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Fetches a table, if it is another than before. Follows redirects itself, so that each is judged; takes so many bytes
 * and so much time, and no more.
 * @param patienceMs for all of it, to the last byte
 */
export async function fetchTable(
  { url, authorization, etag, lastModified }: TableRequest,
  reach: Reach,
  ask: Fetch,
  patienceMs: number,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(patienceMs);
  const origin = URL.parse(url)?.origin;
  let at = url;
  try {
    for (let hops = 0; hops <= SOURCE_REDIRECTS_MAX; hops++) {
      const refused = refuseAddress(at, reach);
      if (refused)
        return problem("address", hops === 0 ? refused.text : `It leads elsewhere: ${refused.text}`);
      const response = await ask(at, {
        redirect: "manual",
        signal,
        headers: {
          Accept: "text/csv, text/plain;q=0.9, */*;q=0.1",
          "User-Agent": "desertion-stats",
          ...(etag && { "If-None-Match": etag }),
          ...(lastModified && { "If-Modified-Since": lastModified }),
          // The secret is for the address that it was given for.
          ...(authorization && new URL(at).origin === origin && { Authorization: authorization }),
        },
      });
      const { status, headers } = response;
      const location = headers.get("Location");
      if (status >= 300 && status < 400 && status !== 304 && location) {
        await response.body?.cancel();
        at = URL.parse(location, at)?.href ?? location;
        continue;
      }
      if (status === 304) return { kind: "unchanged" };
      if (status !== 200) {
        await response.body?.cancel();
        return answered(status, headers);
      }
      const bytes = await bytesOf(response, signal);
      if (bytes === null) {
        return problem("too-large", `The table has more than ${SOURCE_BYTES_MAX / 1_000_000} MB.`);
      }
      const tags = { etag: headers.get("ETag"), lastModified: headers.get("Last-Modified") };
      return { kind: "table", bytes, ...tags };
    }
    return problem("redirects", `The address leads on and on: more than ${SOURCE_REDIRECTS_MAX} redirects.`);
  } catch (error) {
    if (signal.aborted) {
      return problem("too-slow", `The table didn't come within ${patienceMs / 1000} seconds.`);
    }
    logFailure("table-unfetched", error);
    return problem("unreachable", "The address can't be reached, or the connection broke.");
  }
}

/** The body; null where it is too large, which is found out before too much of it is in memory. */
async function bytesOf(response: Response, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null> {
  const { body } = response;
  if (Number(response.headers.get("Content-Length") ?? 0) > SOURCE_BYTES_MAX) {
    await body?.cancel();
    return null;
  }
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  // Nobody may be waiting for it any more when it comes.
  ended.catch(() => {});
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), ended]);
      if (done) break;
      size += value.byteLength;
      if (size > SOURCE_BYTES_MAX) return null;
      pieces.push(value);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
  return joined(pieces, size);
}

function answered(status: number, headers: Headers): Fetched {
  const seconds = Number.parseInt(headers.get("Retry-After") ?? "", 10);
  const retryAfterS = Number.isNaN(seconds) ? null : Math.max(0, seconds);
  if (status === 401 || status === 403 || status === 407) {
    return problem(
      "login",
      `The address asks for a login (${status}): is the table public? If it is meant to be private, name the secret that opens it.`,
      { status },
    );
  }
  if (status === 404 || status === 410) {
    return problem("gone", `Nothing is at this address any more (${status}).`, { status });
  }
  return { ...problem("answered", `The address answered ${status}.`, { status }), retryAfterS };
}

function problem(
  code: RunProblem["code"],
  text: string,
  more: Partial<RunProblem> = {},
): Extract<Fetched, { kind: "problem" }> {
  return { kind: "problem", problem: { code, text, ...more }, retryAfterS: null };
}
