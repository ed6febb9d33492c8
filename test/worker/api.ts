import { expect } from "vitest";
import { faults, type JsonSchema, type Root } from "./json-schema.ts";

/** The OpenAPI document, as far as tests read it. */
export interface Api extends Root {
  openapi: string;
  paths: Record<string, Record<string, ApiOperation>>;
  components: Root["components"] & { responses: Record<string, ApiResponse> };
}

export interface ApiOperation {
  operationId: string;
  security?: unknown[];
  parameters?: ApiParameter[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, ApiResponse & { $ref?: string }>;
}

export interface ApiParameter {
  in: "query" | "path";
  name: string;
  required?: boolean;
  description?: string;
  schema: JsonSchema;
}

interface ApiResponse {
  content?: Record<string, { schema: JsonSchema }>;
}

/** Fails unless an answer is one that the document says this operation gives: status, type, every field. */
export async function expectDocumented(response: Response, operation: ApiOperation, api: Api, asked: string) {
  const text = await response.text();
  const listed = operation.responses[String(response.status)];
  expect(listed, `${asked} answered ${response.status}, which isn't documented: ${text}`).toBeDefined();
  const documented = listed?.$ref ? api.components.responses[listed.$ref.split("/").at(-1)!]! : listed!;
  const type = response.headers.get("Content-Type")?.split(";")[0] ?? null;
  const { content } = documented;
  if (!content) return expect([type, text], asked).toEqual([null, ""]);
  expect(Object.keys(content), asked).toContain(type);
  if (!type?.endsWith("json")) return;
  expect(faults(JSON.parse(text), content[type]!.schema, api), asked).toEqual([]);
}
