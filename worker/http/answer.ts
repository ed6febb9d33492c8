import { CACHE_ERROR, CACHE_NEVER } from "../config.ts";
import { type Failure, problemOf } from "../problem.ts";

/** An answer ready to be sent: made once for an edition and a question, sent many times. */
export interface Answer {
  body: string | Uint8Array<ArrayBuffer>;
  etag: string;
  /** Of a 200. */
  headers: Headers;
  /** Of a 304: the same without those about the body. */
  unchanged: Headers;
  /** Not to be remembered: it was made from something that wasn't whole. */
  passing?: boolean;
}

export type HeaderLines = Readonly<Record<string, string>>;

/** Any page may read any answer, with its headers; the answer is what its type says and nothing else. */
export const SENT_WITH_ALL: HeaderLines = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "Allow, Deprecation, ETag, Last-Modified, Link, Retry-After, Server-Timing, Sunset",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Timing-Allow-Origin": "*",
  "X-Content-Type-Options": "nosniff",
};

/** @param etag strong: another body has another one */
export function makeAnswer(
  body: string | Uint8Array<ArrayBuffer>,
  contentType: string,
  lines: HeaderLines,
  etag: string,
): Answer {
  // Whoever stands in between may compress; a picture is compressed already.
  const vary = contentType.startsWith("image/png") ? {} : { Vary: "Accept-Encoding" };
  const unchanged = { ...SENT_WITH_ALL, ...vary, ...lines, ETag: etag };
  return {
    body,
    etag,
    headers: new Headers({ ...unchanged, "Content-Type": contentType }),
    unchanged: new Headers(unchanged),
  };
}

/** @param asked the request's headers: what its sender has already comes without a body */
export function sendAnswer(answer: Answer, asked: Pick<Headers, "get">): Response {
  return isHeld(answer, asked)
    ? new Response(null, { status: 304, headers: answer.unchanged })
    : new Response(answer.body, { headers: answer.headers });
}

/** RFC 9110, 13.2.2: a tag decides wherever there is one; a date that can't be read says nothing. */
function isHeld({ etag, headers }: Answer, asked: Pick<Headers, "get">): boolean {
  const tags = asked.get("If-None-Match");
  if (tags !== null) return matches(tags, etag);
  const modified = headers.get("Last-Modified");
  const since = asked.get("If-Modified-Since");
  return since !== null && modified !== null && Date.parse(modified) <= Date.parse(since);
}

export function sendFailure(failure: Failure, cacheControl: string = CACHE_ERROR): Response {
  const problem = problemOf(failure);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...SENT_WITH_ALL,
      "Cache-Control": cacheControl,
      "Content-Type": "application/problem+json",
      ...(failure.kind === "method-not-allowed" && { Allow: failure.allow.join(", ") }),
      ...(failure.kind === "unauthorised" && { "WWW-Authenticate": 'Bearer realm="desk"' }),
      ...(failure.kind === "too-many-requests" && { "Retry-After": String(failure.retry_after_s) }),
      ...(problem.status === 503 && { "Retry-After": "60" }),
    },
  });
}

/** The same in the form that people or a proxy can use. */
export function sendRefusal(
  failure: Failure,
  body: string,
  headers: HeaderLines,
  cacheControl: string,
): Response {
  const { status, headers: sent } = sendFailure(failure, cacheControl);
  const lines = new Headers(sent);
  for (const [name, value] of Object.entries(headers)) lines.set(name, value);
  return new Response(body, { status, headers: lines });
}

/**
 * What an exception is to whoever asked: a wait on a store that was ended (`TimeoutError`), a store that is busy, a row that isn't what was
 * stored (`SpoiltDataError`, whose message quotes nothing), or our fault.
 */
export function failureOf(error: Error): Failure {
  if (error.name === "SpoiltDataError") return { kind: "data-spoilt", detail: error.message };
  const ended = error instanceof DOMException && error.name === "TimeoutError";
  return { kind: ended || BUSY.test(error.message) ? "storage-down" : "internal" };
}

/**
 * D1 takes nothing at the moment: somebody else holds its file (which workerd calls an internal error of D1), or it has
 * more to do than it can.
 */
const BUSY = /^D1_ERROR: .*(?:SQLITE_BUSY|database is locked|overloaded|internal error)/s;

/** Nobody else may get this refusal from a cache: it depends on the request's own `Accept`. */
export function sendNotAcceptable(offered: string): Response {
  const response = sendFailure({ kind: "not-acceptable", offered: offered.split(";", 1)[0]! }, CACHE_NEVER);
  response.headers.set("Vary", "Accept");
  return response;
}

/** RFC 9110, 13.1.2: the weak comparison, any of a list, or `*`. */
function matches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
