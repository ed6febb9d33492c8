/** Expected failures as values, and their one way to the wire (RFC 9457). A leaf: imports nothing. */

export interface ParameterError {
  parameter: string;
  message: string;
  allowed?: string[];
  /** By which a page can say it in another language. */
  code?: string;
}

export type Failure =
  | { kind: "bad-parameters"; errors: ParameterError[] }
  | { kind: "no-edition" }
  | { kind: "storage-down" }
  | { kind: "schema-differs"; found: number; needed: number }
  | { kind: "before-first-edition"; asked: string; first: string }
  | { kind: "not-found"; what: string }
  | { kind: "method-not-allowed"; allow: string[] }
  | { kind: "not-acceptable"; offered: string }
  | { kind: "not-implemented"; asked: string; offered: string }
  | { kind: "unauthorised"; detail: string }
  | { kind: "forbidden"; needs: string; has: string | null; via: "token" | "access" }
  | { kind: "foreign-origin" }
  | { kind: "conflict"; detail: string; errors?: ParameterError[] }
  | { kind: "data-spoilt"; detail: string }
  | { kind: "own-batch" }
  | { kind: "blocked-by-guard"; reasons: string[] }
  | { kind: "precondition-failed"; current: object | null }
  | { kind: "precondition-required"; detail: string }
  | { kind: "low-contrast"; errors: ParameterError[] }
  | { kind: "unprocessable"; errors: ParameterError[] }
  | { kind: "too-slow"; limit_s: number }
  | { kind: "too-large"; limit: string }
  | { kind: "unsupported-media-type"; expected: string }
  | { kind: "too-many-requests"; retry_after_s: number }
  | { kind: "access-unreachable" }
  | { kind: "access-shut" }
  | { kind: "internal" };

export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: ParameterError[];
  /** What stands in the way of a change, whole; null: nothing does any more. */
  current?: object | null;
}

interface ProblemKind {
  status: number;
  title: string;
  /** For the reference: when it comes, and what to do. */
  about: string;
}

/** All kinds of problems; `type` points to the paragraph of the same name at /docs. */
export const PROBLEM_KINDS = {
  "bad-parameters": {
    status: 400,
    title: "Bad parameters",
    about:
      "A parameter is unknown, given twice or has a value that isn't accepted. `errors` names each one, with what is allowed and the nearest match.",
  },
  unauthorised: {
    status: 401,
    title: "Token needed",
    about:
      "The address is reserved for the desk, and the request carries no valid token, session or Cloudflare Access assertion.",
  },
  forbidden: {
    status: 403,
    title: "Role not allowed",
    about: "The sender is known, but their role doesn't allow this.",
  },
  "foreign-origin": {
    status: 403,
    title: "Request from another site",
    about:
      "A signed-in browser may change things only from pages of this origin, and the request's `Origin` is missing or different. Programs send a token instead.",
  },
  "not-found": {
    status: 404,
    title: "Not found",
    about: "Nothing is at this address, or nothing has this id.",
  },
  "before-first-edition": {
    status: 404,
    title: "No such edition",
    about: "`as-of` names a date before the first edition, or an id that no edition has.",
  },
  "method-not-allowed": {
    status: 405,
    title: "Method not allowed",
    about: "The address exists, but doesn't accept this method. `Allow` lists those it does.",
  },
  "not-acceptable": {
    status: 406,
    title: "Not acceptable",
    about: "The request's `Accept` excludes the only format that the address offers.",
  },
  conflict: {
    status: 409,
    title: "Conflict",
    about: "The desk's request doesn't fit what has happened in the meantime. Look again, then repeat it.",
  },
  "data-spoilt": {
    status: 409,
    title: "The database holds something else than was stored",
    about:
      "A row of the database can't be what the desk once sent: somebody or a fault has changed it. `detail` names the row, its column, what was expected and the ways out. Nothing was changed, and readers keep the edition that they have. Repeating the request doesn't help.",
  },
  "own-batch": {
    status: 409,
    title: "Somebody else has to publish",
    about:
      "The deployment wants two pairs of eyes (`TWO_PAIRS_OF_EYES`): who staged may not publish. Somebody with another token does.",
  },
  "blocked-by-guard": {
    status: 409,
    title: "Stopped by the check",
    about: "The batch looks like an accident. The desk can publish it anyway by giving a reason.",
  },
  "precondition-failed": {
    status: 412,
    title: "Changed in the meantime",
    about:
      "Somebody else has changed it since the version in `If-Match`. `current` is the version in force: look at it, then send your change with its tag.",
  },
  "too-slow": {
    status: 408,
    title: "Too slow",
    about: "The request's body didn't arrive in time. Nothing was stored: send it again.",
  },
  "too-large": {
    status: 413,
    title: "Too large",
    about: "The request's body is larger than is accepted at once. Send it in parts.",
  },
  "unsupported-media-type": {
    status: 415,
    title: "Unsupported media type",
    about: "The request's body is in a format that the address doesn't accept.",
  },
  unprocessable: {
    status: 422,
    title: "Content not accepted",
    about: "The body is JSON, but not of the documented shape. `errors` names each place.",
  },
  "low-contrast": {
    status: 422,
    title: "Too little contrast",
    about:
      "Readers couldn't tell the theme's colours apart. `errors` names each pair, with what WCAG asks for.",
  },
  "precondition-required": {
    status: 428,
    title: "Precondition required",
    about:
      "The change would replace something, so `If-Match` has to name it: its `ETag`, or `*` for whatever is there.",
  },
  "too-many-requests": {
    status: 429,
    title: "Too many requests",
    about:
      "More sign-ins, new pictures or new tables of many series from one address, or more changes by one sender, than people and their machines need. Requests for single numbers and series never get this. Continue after `Retry-After` seconds.",
  },
  internal: {
    status: 500,
    title: "Internal error",
    about: "Something failed that shouldn't have. It has been logged; try again in a minute.",
  },
  "access-shut": {
    status: 500,
    title: "Cloudflare Access is set up wrongly",
    about:
      "This deployment's Cloudflare Access settings aren't valid, so nobody can sign in that way. `/v1/health` and the log say which setting; tokens and sessions still work.",
  },
  "not-implemented": {
    status: 501,
    title: "Format not available",
    about: "`format` names a format that the address doesn't offer; oEmbed prescribes this status.",
  },
  "no-edition": {
    status: 503,
    title: "No edition yet",
    about: "This deployment is new: its data desk hasn't published anything.",
  },
  "storage-down": {
    status: 503,
    title: "Storage unavailable",
    about: "No edition could be loaded, and none is in memory. Try again after `Retry-After` seconds.",
  },
  "schema-differs": {
    status: 503,
    title: "The database is at another version",
    about:
      "The database has fewer migrations than this Worker needs, or more than it knows. The desk has to wait until both are at the same version; readers are served meanwhile.",
  },
  "access-unreachable": {
    status: 503,
    title: "Cloudflare Access unavailable",
    about:
      "The keys that verify its assertions couldn't be fetched. Try again after `Retry-After` seconds; tokens still work.",
  },
} as const satisfies Record<Failure["kind"], ProblemKind>;

/** The wire form of a failure: what is wrong, and what to do. */
export function problemOf(failure: Failure): ProblemDetails {
  const { status, title } = PROBLEM_KINDS[failure.kind];
  return {
    type: `/docs#${failure.kind}`,
    title,
    status,
    detail: detailOf(failure),
    ...("errors" in failure && { errors: failure.errors }),
    ...("current" in failure && { current: failure.current }),
  };
}

function detailOf(failure: Failure): string {
  switch (failure.kind) {
    case "bad-parameters":
    case "unprocessable":
    case "low-contrast":
      return failure.errors.map(({ parameter, message }) => `${parameter}: ${message}`).join(" ");
    case "no-edition":
      return "Nothing has been published here. The data desk publishes the first edition with: npm run desk -- publish worker/data/published-figures.csv";
    case "storage-down":
      return "No edition could be loaded. Try again in a minute.";
    case "schema-differs":
      return failure.found < failure.needed
        ? `The database has schema ${failure.found} and this Worker needs ${failure.needed}: its migrations haven't run yet. npm run deploy applies them. Nothing was changed, and readers are served meanwhile.`
        : `The database has schema ${failure.found} and this Worker knows ${failure.needed}: this Worker is older than its database. Try again once the new one is everywhere, or deploy it again with npm run deploy. Nothing was changed, and readers are served meanwhile.`;
    case "before-first-edition":
      return `There is no edition as of ${failure.asked}; the first one is ${failure.first}. All are listed at /v1/editions.`;
    case "not-found":
      return `There is no ${failure.what}. What exists is listed at /docs.`;
    case "method-not-allowed":
      return `This address accepts ${failure.allow.join(", ")}.`;
    case "not-acceptable":
      return `This address gives ${failure.offered}, which the request's Accept header excludes.`;
    case "not-implemented":
      return `There is no answer in the format ${failure.asked}; there is ${failure.offered}.`;
    case "unauthorised":
    case "conflict":
    case "data-spoilt":
    case "precondition-required":
      return failure.detail;
    case "forbidden":
      return `This needs the role ${failure.needs}; ${failure.via === "token" ? "the token has" : "Cloudflare Access gives you"} ${failure.has ?? "none"}.`;
    case "foreign-origin":
      return "A change by a signed-in browser needs the Origin of this very site. Programs send Authorization: Bearer … instead.";
    case "own-batch":
      return "Here two people publish: who staged may not. It is staged, or can be; somebody with another token publishes it.";
    case "blocked-by-guard":
      return `${failure.reasons.join(" ")} Look at the diff; to publish it anyway, give a reason with --override "…".`;
    case "precondition-failed":
      return failure.current
        ? "Somebody else has changed it in the meantime; current is the version in force."
        : "It no longer exists; omit If-Match to create it.";
    case "too-slow":
      return `The whole body has to arrive within ${failure.limit_s} seconds.`;
    case "too-large":
      return `At most ${failure.limit} are accepted at once.`;
    case "unsupported-media-type":
      return `This address accepts ${failure.expected}.`;
    case "too-many-requests":
      return `That is more than is accepted in a minute. Go on in ${failure.retry_after_s} seconds.`;
    case "access-unreachable":
      return "The keys of Cloudflare Access couldn't be fetched, so nobody can sign in with it. Try again in a minute, or send a token.";
    case "access-shut":
      return "The Cloudflare Access settings aren't valid, so nobody can sign in with it. /v1/health tells an admin what is wrong; tokens still work.";
    case "internal":
      return "Something failed here that shouldn't have. It has been logged; try again in a minute.";
    default:
      return failure satisfies never;
  }
}
