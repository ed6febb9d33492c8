import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import type { Reading } from "../../reading/reading.ts";
import { ANSWER_HEADERS, NOT_MODIFIED, refusals, toldToPeople } from "./responses.ts";

/** Under which heading the reference lists an address, by its first word. */
const TAGS: Readonly<Record<string, string>> = {
  figures: "Figures",
  editions: "Editions",
  corrections: "Editions",
  versions: "Editions",
  courts: "Reference",
  regions: "Reference",
  card: "Embeds",
  embed: "Embeds",
  oembed: "Embeds",
  datapackage: "Reference",
};

/** The public addresses, from the same objects that route and validate them; pages for people aren't part. */
export function readingPaths(readings: readonly Reading[]): ZodOpenApiPathsObject {
  const documented = readings.filter(({ forPeople }) => !forPeople);
  return Object.fromEntries(documented.map((reading) => [reading.path, { get: operation(reading) }]));
}

function operation(reading: Reading): ZodOpenApiOperationObject {
  const { path, query, editionInPath, contentType, formats, response } = reading;
  const types = [contentType, ...Object.values(formats ?? {})].map((type) => type.split(";", 1)[0]!);
  const data = typeof response === "string" ? { type: "string" as const } : response;
  const mayMiss = "as-of" in query.shape || editionInPath !== undefined || reading.about !== undefined;
  const statuses = [
    400,
    ...(mayMiss ? [404 as const] : []),
    405,
    406,
    ...(reading.costly ? [429 as const] : []),
    500,
    ...(formats ? [501 as const] : []),
    503,
  ] as const;
  const word = path.replace("/v1", "").split(/[/.]/)[1] ?? "";
  return {
    operationId: operationId("get", path),
    tags: [TAGS[word] ?? "Numbers"],
    summary: reading.summary,
    ...(reading.description && { description: reading.description }),
    requestParams: { query, ...(editionInPath && { path: editionInPath }) },
    responses: {
      200: {
        description: typeof response === "string" ? `${response}.` : "The answer.",
        headers: ANSWER_HEADERS,
        content: Object.fromEntries(
          types.map((type, other) => [type, { schema: other ? { type: "string" as const } : data }]),
        ),
      },
      304: NOT_MODIFIED,
      ...refusals(...statuses),
      // What the address doesn't give at all, it can't say in its own type either.
      ...(reading.refusal &&
        toldToPeople(
          types[0]!,
          statuses.filter((status) => status !== 406),
        )),
    },
  };
}

/** `get` of `/v1/editions/{id}` is `getEditionsId`. */
export function operationId(method: string, path: string): string {
  return method + path.replace("/v1", "").replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase());
}
