/** A JSON schema (2020-12), as far as Zod writes it for what the service answers. */
export interface JsonSchema {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
}

const PRIMITIVES: Record<string, string> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
  null: "null",
};

/** The type that a schema describes, in TypeScript, with the schema's descriptions as comments. */
export function typeOf(schema: JsonSchema): string {
  if (schema.$ref) return schema.$ref.replace(/^#\/\$defs\//, "");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return [...new Set(options.map(typeOf))].join(" | ");
  if (schema.allOf) return schema.allOf.map((part) => `(${typeOf(part)})`).join(" & ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(" | ");
  if (schema.prefixItems) return `[${schema.prefixItems.map(typeOf).join(", ")}]`;
  if (schema.type === "array") return listOf(schema.items ?? {});
  if (schema.type === "object") return objectType(schema);
  return PRIMITIVES[schema.type ?? ""] ?? "unknown";
}

function objectType({ properties, required = [], additionalProperties }: JsonSchema): string {
  const open = typeof additionalProperties === "object" ? typeOf(additionalProperties) : "unknown";
  if (!properties) return `Record<string, ${open}>`;
  const lines = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? "" : "?";
    const key = /^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name);
    return `${comment(schema.description)}${key}${mark}: ${typeOf(schema)};`;
  });
  return `{\n  ${lines.join("\n").replaceAll("\n", "\n  ")}\n}`;
}

function listOf(items: JsonSchema): string {
  const isUnion = items.anyOf ?? items.oneOf ?? items.enum ?? Array.isArray(items.type);
  return isUnion ? `(${typeOf(items)})[]` : `${typeOf(items)}[]`;
}

/** A declaration of the type under the name, after the named types that it is made of. */
export function declarationsOf(name: string, { $defs = {}, ...schema }: JsonSchema): Map<string, string> {
  const named = new Map(Object.entries($defs).map(([id, part]) => [id, declaration(id, part)]));
  if (!named.has(name)) named.set(name, declaration(name, schema));
  return named;
}

function declaration(name: string, schema: JsonSchema): string {
  return `${comment(schema.description)}export type ${name} = ${typeOf(schema)};\n`;
}

function comment(words: string | undefined): string {
  return words ? `/** ${words.replaceAll("*/", "*\\/")} */\n` : "";
}
