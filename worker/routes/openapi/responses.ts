import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from "zod-openapi";
import { Problem } from "../../contract/problem.ts";
import { PROBLEM_KINDS } from "../../problem.ts";

const REFUSED = {
  400: "BadParameters",
  401: "TokenNeeded",
  403: "NotWithThisRole",
  404: "NotFound",
  405: "MethodNotAllowed",
  406: "NotAcceptable",
  408: "TooSlow",
  409: "Conflict",
  412: "ChangedMeanwhile",
  413: "TooLarge",
  415: "UnsupportedMediaType",
  422: "Unprocessable",
  428: "SayWhatYouHaveSeen",
  429: "TooManyRequests",
  500: "Internal",
  501: "NotImplemented",
  503: "Unavailable",
} as const;
export type Refusal = keyof typeof REFUSED;

const RETRY_AFTER = {
  "Retry-After": { description: "Seconds to wait before asking again", schema: { type: "integer" as const } },
};
/** What is sent beside a problem. */
const HEADERS: Partial<Record<Refusal, ZodOpenApiResponseObject["headers"]>> = {
  405: {
    Allow: { description: "The methods that the address accepts", schema: { type: "string" as const } },
  },
  429: RETRY_AFTER,
  503: RETRY_AFTER,
};

/** One object a status: the document refers to it wherever it is named. */
const RESPONSES = new Map(Object.keys(REFUSED).map((status) => [status, refusal(Number(status) as Refusal)]));

/** The problems that an address can answer with, as RFC 9457 has them. */
export function refusals(...statuses: readonly Refusal[]): ZodOpenApiResponsesObject {
  return Object.fromEntries(statuses.map((status) => [status, RESPONSES.get(String(status))!]));
}

/** The same where it is told to people, in the type of the address. */
export function toldToPeople(type: string, statuses: readonly Refusal[]): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    statuses.map((status) => {
      const { description = "" } = RESPONSES.get(String(status))!;
      return [status, { description, content: { [type]: { schema: { type: "string" as const } } } }];
    }),
  );
}

function refusal(status: Refusal): ZodOpenApiResponseObject {
  const kinds = Object.entries(PROBLEM_KINDS).filter(([, kind]) => kind.status === status);
  const about = kinds.map(([name, kind]) => `\`${name}\`: ${kind.about}`).join("\n\n");
  return {
    id: REFUSED[status],
    description: about,
    ...(HEADERS[status] && { headers: HEADERS[status] }),
    content: { "application/problem+json": { schema: Problem } },
  };
}

/** Of every answer from an edition. */
export const ANSWER_HEADERS = {
  ETag: {
    description: "Strong; send it back as `If-None-Match`, and an unchanged answer is an empty 304",
    schema: { type: "string" as const },
  },
  "Last-Modified": {
    description:
      "By when the answer was what it is: when the newest edition or theme was published, or the day turned in Moscow. Send it back as `If-Modified-Since` if `If-None-Match` can't be sent",
    schema: { type: "string" as const },
  },
  "Cache-Control": {
    description: "How long the answer may be kept; `immutable` for an answer as of an edition",
    schema: { type: "string" as const },
  },
};

export const NOT_MODIFIED: ZodOpenApiResponseObject = {
  id: "NotModified",
  description: "The answer that `If-None-Match` or `If-Modified-Since` names is still current.",
};
