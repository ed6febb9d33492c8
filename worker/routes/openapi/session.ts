import type { ZodOpenApiPathsObject } from "zod-openapi";
import { SessionBody, SessionQuery, SessionRequest } from "../../contract/session.ts";
import { refusals } from "./responses.ts";
import { SECURITY } from "./secured.ts";

const TAG = "Desk";
const SIGNED_IN = { "application/json": { schema: SessionBody } };
const COOKIE = {
  "Set-Cookie": {
    description:
      "`__Host-session`: for this host, over TLS; no script can read it, and no page of another site can send it",
    schema: { type: "string" as const },
  },
};

/** Signing in and out. */
export const SESSION_PATHS: ZodOpenApiPathsObject = {
  "/v1/session": {
    get: {
      operationId: "getSession",
      tags: [TAG],
      summary: "Who is signed in",
      description: "Takes a token, a session or a Cloudflare Access assertion, with any role.",
      security: SECURITY,
      requestParams: { query: SessionQuery },
      responses: {
        200: { description: "The answer.", content: SIGNED_IN },
        204: { description: "Nobody is signed in, and that was asked for (`or=nobody`)." },
        ...refusals(401, 403, 500, 503),
      },
    },
    post: {
      operationId: "postSession",
      tags: [TAG],
      summary: "Sign a browser in with a token",
      description: "For twelve hours, or until the token expires or is revoked.",
      requestBody: { required: true, content: { "application/json": { schema: SessionRequest } } },
      responses: {
        200: { description: "Signed in.", headers: COOKIE, content: SIGNED_IN },
        ...refusals(401, 403, 408, 413, 415, 422, 429, 500),
      },
    },
    delete: {
      operationId: "deleteSession",
      tags: [TAG],
      summary: "Sign out",
      description: "Ends the session of the cookie, if there is one.",
      responses: {
        204: { description: "This cookie no longer signs anybody in.", headers: COOKIE },
        ...refusals(403, 500),
      },
    },
  },
};
