import type { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { operationId } from "./readings.ts";
import { type Refusal, refusals } from "./responses.ts";

/** What an address that takes a token does, as its table has it. */
export interface SecuredOperation {
  summary: string;
  /** Which tokens it takes: "desk or admin". */
  roles: string;
  body?: z.ZodType;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** Null: nothing but the status. */
  answer: z.ZodType | null;
  status?: 200 | 201 | 204;
  /** Other than `status`, with the same answer. */
  also?: readonly (201 | 202)[];
  /** What it answers, without a body, where there is nothing and that was asked for. */
  nothing?: string;
  refused?: readonly Refusal[];
  /** It may replace something: `If-Match` says what has been seen. */
  ifMatch?: true;
}

export type SecuredOperations = Readonly<Record<string, Readonly<Record<string, SecuredOperation>>>>;

/** Any one of these opens a secured address. */
export const SECURITY = [{ token: [] }, { session: [] }, { access: [] }];

/** What a body may be refused for. */
export const SENT: readonly Refusal[] = [408, 413, 415, 422];

export function securedPaths(tag: string, operations: SecuredOperations): ZodOpenApiPathsObject {
  return Object.fromEntries(
    Object.entries(operations).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, one]) => [method, operation(tag, method, path, one)]),
      ),
    ]),
  );
}

function operation(
  tag: string,
  method: string,
  path: string,
  secured: SecuredOperation,
): ZodOpenApiOperationObject {
  const {
    summary,
    roles,
    body,
    params,
    query,
    answer,
    status = 200,
    also = [],
    nothing,
    refused = [],
    ifMatch,
  } = secured;
  const done = {
    description: answer ? "Done." : "Done; the answer has no body.",
    ...(answer && { content: { "application/json": { schema: answer } } }),
  };
  const replacing = ifMatch ? " `If-Match` names what it replaces, by its `ETag`." : "";
  return {
    operationId: operationId(method, path),
    tags: [tag],
    summary,
    description: `Takes a token with the role ${roles}.${replacing}`,
    security: SECURITY,
    requestParams: { ...(params && { path: params }), ...(query && { query }) },
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
    responses: {
      [status]: done,
      ...Object.fromEntries(also.map((other) => [other, done])),
      ...(nothing !== undefined && { 204: { description: nothing } }),
      ...refusals(
        ...([
          401,
          403,
          ...(method === "get" ? [] : [429 as const]),
          500,
          503,
          ...refused,
        ].sort() as Refusal[]),
      ),
    },
  };
}
