import { type CreateDocumentOptions, createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { LICENCE } from "../../config.ts";
import { HealthBody } from "../../contract/health.ts";
import { CODES, REGIONS } from "../../reading/places.ts";
import type { Reading } from "../../reading/reading.ts";
import { CODING_PATHS } from "./coding.ts";
import { DESK_PATHS } from "./desk.ts";
import { readingPaths } from "./readings.ts";
import { refusals } from "./responses.ts";
import { SESSION_PATHS } from "./session.ts";
import { SOURCE_PATHS } from "./sources.ts";
import { THEME_PATHS } from "./themes.ts";

export type OpenApi = ReturnType<typeof createDocument>;

const DESCRIPTION = `Statistics of Russian soldiers convicted of leaving their units, from records of Russian military courts and from figures that named publishers printed.

Every number carries its type: unit, articles of Russia's Criminal Code, period, qualifier, source and edition. Answers are public and cached, and need no key. Within v1, fields may be added; none is removed or given another meaning without an announcement in the headers \`Deprecation\` and \`Sunset\`.`;

const TAGS = [
  { name: "Numbers", description: "Counts: now, over time, and compared with other periods." },
  {
    name: "Figures",
    description: "What named publishers printed, each with its link, and what follows from it.",
  },
  {
    name: "Editions",
    description: "Each publication has a permanent number, and a list of what it changed.",
  },
  { name: "Embeds", description: "The counter for other people's pages: pictures, frames, markup." },
  { name: "Reference", description: "This interface and this deployment." },
  {
    name: "Themes",
    description: "How embeds look. Everybody may read a published theme; editors make them, with a token.",
  },
  { name: "Desk", description: "Importing and publishing, for the data desk. A token is needed." },
  {
    name: "Coding",
    description: "What verdicts say, read by people, and the cases behind a number. A token is needed.",
  },
  { name: "Sources", description: "Tables that this deployment watches by itself. A token is needed." },
];

/**
 * The whole interface as OpenAPI 3.1, from the schemas that validate its requests.
 * @param editionId an edition that there is, for examples
 */
export function openApiDocument(readings: readonly Reading[], editionId?: string): OpenApi {
  const document = createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "desertion-stats",
        version: "1",
        summary: "A number that a newsroom can stand behind",
        description: DESCRIPTION,
        contact: { name: "The data desk of this deployment" },
        license: { name: LICENCE, url: "https://creativecommons.org/licenses/by/4.0/" },
      },
      servers: [{ url: "/", description: "This deployment" }],
      security: [],
      tags: TAGS,
      paths: {
        ...readingPaths(readings),
        ...REFERENCE_PATHS,
        ...THEME_PATHS,
        ...SESSION_PATHS,
        ...DESK_PATHS,
        ...CODING_PATHS,
        ...SOURCE_PATHS,
      },
      components: {
        securitySchemes: {
          token: {
            type: "http",
            scheme: "bearer",
            description: "A token of the desk: `Authorization: Bearer …`",
          },
          session: {
            type: "apiKey",
            in: "cookie",
            name: "__Host-session",
            description: "A browser that signed in. Changes need the `Origin` of this deployment.",
          },
          access: {
            type: "apiKey",
            in: "header",
            name: "Cf-Access-Jwt-Assertion",
            description:
              "What Cloudflare Access adds to a browser's request, if the deployment uses it. Changes need the `Origin` of this deployment.",
          },
        },
      },
    },
    { override },
  );
  return opened(prefilled(namePlaces(document), readings, editionId));
}

/**
 * Tools that try an address out fill in every example at once. So only those of one question that works stay examples;
 * the others are told in words.
 */
function prefilled(document: OpenApi, readings: readonly Reading[], editionId: string | undefined): OpenApi {
  const asked = new Map(readings.map(({ path, example = "" }) => [path, new URLSearchParams(example)]));
  for (const [path, { get }] of Object.entries(document.paths ?? {})) {
    for (const parameter of get?.parameters ?? []) {
      const question = asked.get(path);
      if (!question || !("name" in parameter) || !parameter.schema) continue;
      const schema = parameter.schema as { example?: unknown };
      if (parameter.in === "path" && parameter.name === "id" && editionId) schema.example = editionId;
      if (parameter.in !== "query") continue;
      const wanted = question.get(parameter.name);
      const { example, ...rest } = schema;
      if (wanted !== null)
        parameter.schema = { ...rest, example: typeof example === "number" ? Number(wanted) : wanted };
      else if (!parameter.required && example !== undefined) {
        parameter.schema = rest;
        parameter.description = `${parameter.description ?? ""}. For instance \`${example}\``;
      }
    }
  }
  return document;
}

const STATE = { "application/json": { schema: HealthBody } };

const REFERENCE_PATHS: ZodOpenApiPathsObject = {
  "/v1/health": {
    get: {
      operationId: "getHealth",
      tags: ["Reference"],
      summary: "Whether this deployment can serve, and from which edition",
      description: "For monitors; never cached.",
      responses: {
        200: {
          description:
            "Something can be served; `degraded` where a person should look: a store is slow or down, the database is at another version, a source fails or its edition is held, an edition doesn’t reach readers, the newest evidence is old, or Access is shut.",
          content: STATE,
        },
        503: { description: "Nothing can be served.", content: STATE },
        ...refusals(400),
      },
    },
  },
};

const override: NonNullable<CreateDocumentOptions["override"]> = ({ jsonSchema, zodSchema, io }) => {
  // A reader must not break on a field that is added later; only what is strict takes no other fields.
  const { def } = zodSchema._zod;
  if (io === "output" && def.type === "object" && !def.catchall) delete jsonSchema.additionalProperties;
  // Linters take `false` for a missing schema; `maxItems` ends the list all the same.
  if (jsonSchema.items === false) jsonSchema.items = {};
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  // The format says it all; its pattern is Zod's own way to check it.
  if (jsonSchema.format) delete jsonSchema.pattern;
};

/** A schema that is referred to says itself what it takes: beside `$ref`, `additionalProperties: false` would refuse all. */
function opened<Part>(part: Part): Part {
  if (typeof part !== "object" || part === null) return part;
  const schema = part as { $ref?: unknown; additionalProperties?: unknown };
  if ("$ref" in schema) delete schema.additionalProperties;
  for (const value of Object.values(part)) opened(value);
  return part;
}

/** Which courts and regions there are stands in their list; the contract knows only how they are written. */
const PLACES: Readonly<Record<string, { name: string; values: readonly string[]; others?: object }>> = {
  court: { name: "Court", values: CODES },
  region: {
    name: "Region",
    values: REGIONS,
    others: { type: "string", description: "As a figure names it", example: "Rostov oblast" },
  },
};

function namePlaces(document: OpenApi): OpenApi {
  for (const { get } of Object.values(document.paths ?? {})) {
    for (const parameter of get?.parameters ?? []) {
      const place = "name" in parameter && parameter.in === "query" ? PLACES[parameter.name] : undefined;
      if (!place || !("name" in parameter)) continue;
      const { example } = parameter.schema as { example: string };
      const listed = { $ref: `#/components/schemas/${place.name}` };
      parameter.schema = place.others ? { anyOf: [listed, place.others], example } : { ...listed, example };
    }
  }
  const schemas = Object.values(PLACES).map(({ name, values }) => [name, { type: "string", enum: values }]);
  return {
    ...document,
    components: {
      ...document.components,
      schemas: { ...document.components?.schemas, ...Object.fromEntries(schemas) },
    },
  };
}
