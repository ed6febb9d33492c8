import type { Problem } from "../../../worker/contract/problem.ts";

/** What the service answered: the body and its tag, or why there is none. Status 0: it can't be reached. */
export type Answer<Body> =
  | { ok: true; body: Body; tag: string | null }
  | { ok: false; status: number; problem: Problem | null };

/** Told when the service asks who this is, so that the page can ask for a token. */
export const SIGNED_OUT = "studio-signed-out";

/** Asks the service as whoever is signed in: the session's cookie goes with it, and no script sees that. */
export async function ask<Body>(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  { body, over }: { body?: unknown; over?: string | null } = {},
): Promise<Answer<Body>> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...(over && { "If-Match": over }),
      },
      ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text ? JSON.parse(text) : null;
    if (response.ok) return { ok: true, body: answer as Body, tag: response.headers.get("ETag") };
    if (response.status === 401 && path !== "/v1/session") dispatchEvent(new Event(SIGNED_OUT));
    return { ok: false, status: response.status, problem: answer as Problem | null };
  } catch {
    return { ok: false, status: 0, problem: null };
  }
}
