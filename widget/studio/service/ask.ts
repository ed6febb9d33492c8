import type { Problem } from "../../../worker/contract/problem.ts";

/** What the service answered: the body and its tag, or why there is none. Status 0: it can't be reached. */
export type Answer<Body> =
  | { ok: true; body: Body; tag: string | null }
  | { ok: false; status: number; problem: Problem | null };

/** Told when the service asks who this is, so that the page can ask for a token. */
export const SIGNED_OUT = "studio-signed-out";

/**
 * Asks the service as whoever is signed in: the session's cookie goes with it, and no script sees that.
 * @param options `outlives`: it arrives although the page is closed; its body is of 64 KB at most
 */
export async function ask<Body>(
  method: Method,
  path: string,
  options: { body?: unknown; over?: string | null; outlives?: boolean } = {},
): Promise<Answer<Body>> {
  return (await exchange<Body>(method, path, options)).answer;
}

/** As `ask`, for work of many requests: one that came too often waits as the service says, and goes again. */
export async function askPatiently<Body>(
  method: Method,
  path: string,
  options: { body?: unknown; outlives?: boolean } = {},
): Promise<Answer<Body>> {
  for (let waits = 0; ; waits++) {
    const { answer, retryAfter } = await exchange<Body>(method, path, options);
    if (answer.ok || answer.status !== 429 || retryAfter === null || waits === MOST_WAITS) return answer;
    await new Promise((resolve) => setTimeout(resolve, retryAfter * 1_000));
  }
}

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** The limits are by the minute, so a wait or two is enough; a service that says more of them is left alone. */
const MOST_WAITS = 5;

interface Sent {
  body?: unknown;
  over?: string | null;
  outlives?: boolean;
}

interface Exchanged<Body> {
  answer: Answer<Body>;
  retryAfter: number | null;
}

/** The newest write to each path that has no answer yet, by what it says. */
const onTheirWay = new Map<string, { said: string; exchanged: Promise<Exchanged<unknown>> }>();

/**
 * A button that is pressed twice does one thing: what says the same as the newest write to its path, while that has no
 * answer, gets the answer of that one. Files' parts do no harm when they are sent again.
 */
function exchange<Body>(method: Method, path: string, sent: Sent): Promise<Exchanged<Body>> {
  if (method === "GET" || sent.body instanceof Blob) return send(method, path, sent);
  const said = JSON.stringify([method, sent.body, sent.over]);
  const before = onTheirWay.get(path);
  if (before?.said === said) return before.exchanged as Promise<Exchanged<Body>>;
  const exchanged = send<Body>(method, path, sent);
  const own = { said, exchanged };
  onTheirWay.set(path, own);
  return exchanged.finally(() => {
    if (onTheirWay.get(path) === own) onTheirWay.delete(path);
  });
}

async function send<Body>(
  method: Method,
  path: string,
  { body, over, outlives = false }: Sent,
): Promise<Exchanged<Body>> {
  try {
    const response = await fetch(path, {
      method,
      // Readers may be told what was a minute ago; whoever changes it has to see what is.
      cache: "no-store",
      keepalive: outlives,
      headers: {
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...(over && { "If-Match": over }),
      },
      ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text ? JSON.parse(text) : null;
    const tag = response.headers.get("ETag");
    if (response.ok) return { answer: { ok: true, body: answer as Body, tag }, retryAfter: null };
    if (response.status === 401 && !path.startsWith("/v1/session")) dispatchEvent(new Event(SIGNED_OUT));
    const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
    const { status } = response;
    return {
      answer: { ok: false, status, problem: answer as Problem | null },
      retryAfter: Number.isNaN(seconds) ? null : seconds,
    };
  } catch {
    return { answer: { ok: false, status: 0, problem: null }, retryAfter: null };
  }
}
