/** A JSON schema (2020-12), as far as the OpenAPI document uses it. */
export interface JsonSchema {
  [keyword: string]: unknown;
  $ref?: string;
  type?: string | string[];
  anyOf?: JsonSchema[];
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
}

/** Where `$ref`s lead. */
export interface Root {
  components: { schemas: Record<string, JsonSchema> };
}

const SAY_NOTHING = ["description", "example", "examples", "default", "title"];

const FORMATS: Record<string, RegExp> = {
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  uri: /^[a-z][a-z0-9+.-]*:\S+$/i,
};

/**
 * What is wrong with a value, each fault with its place. A field that the schema doesn't name is a fault: it would be
 * undocumented. A keyword that isn't known here throws, so that none is passed over.
 */
export function faults(value: unknown, schema: JsonSchema, root: Root, at = "$"): string[] {
  return Object.entries(schema).flatMap(([keyword, limit]) => {
    if (SAY_NOTHING.includes(keyword)) return [];
    const check = CHECKS[keyword];
    if (!check) throw new Error(`The keyword ${keyword} at ${at} isn't known to the test.`);
    return check(value, limit as never, { schema, root, at });
  });
}

interface Place {
  schema: JsonSchema;
  root: Root;
  at: string;
}

type Check = (value: unknown, limit: never, place: Place) => string[];

const fail = (wrong: boolean, { at }: Place, expected: string) => (wrong ? [`${at}: ${expected}`] : []);
const isObject = (value: unknown): value is Record<string, unknown> => typeOf(value) === "object";

const CHECKS: Record<string, Check> = {
  $ref: (value, ref: string, { root, at }) => faults(value, resolve(ref, root), root, at),
  type: (value, type: string | string[], place) =>
    fail(![type].flat().some((one) => hasType(value, one)), place, `is no ${[type].flat().join(" or ")}`),
  anyOf: (value, options: JsonSchema[], { root, at }) => {
    const tried = options.map((option) => faults(value, option, root, at));
    return tried.some((found) => found.length === 0) ? [] : [`${at}: none of: ${tried.flat().join("; ")}`];
  },
  oneOf: (value, options: JsonSchema[], { root, at }) => {
    const met = options.filter((option) => faults(value, option, root, at).length === 0).length;
    return met === 1 ? [] : [`${at}: meets ${met} of what must be one alone`];
  },
  enum: (value, values: unknown[], place) => fail(!values.includes(value), place, `${value} isn't listed`),
  const: (value, only: unknown, place) => fail(value !== only, place, `isn't ${only}`),
  pattern: (value, pattern: string, place) =>
    fail(
      typeof value === "string" && !new RegExp(pattern).test(value),
      place,
      `${value} isn't like ${pattern}`,
    ),
  format: (value, format: string, place) =>
    fail(typeof value === "string" && !FORMATS[format]!.test(value), place, `${value} is no ${format}`),
  minimum: (value, least: number, place) =>
    fail(typeof value === "number" && value < least, place, `< ${least}`),
  maximum: (value, most: number, place) =>
    fail(typeof value === "number" && value > most, place, `> ${most}`),
  exclusiveMinimum: (value, least: number, place) =>
    fail(typeof value === "number" && value <= least, place, `<= ${least}`),
  minLength: (value, least: number, place) =>
    fail(typeof value === "string" && value.length < least, place, `shorter than ${least}`),
  maxLength: (value, most: number, place) =>
    fail(typeof value === "string" && value.length > most, place, `longer than ${most}`),
  minItems: (value, least: number, place) =>
    fail(Array.isArray(value) && value.length < least, place, `< ${least}`),
  maxItems: (value, most: number, place) =>
    fail(Array.isArray(value) && value.length > most, place, `> ${most}`),
  prefixItems: (value, items: JsonSchema[], { root, at }) =>
    Array.isArray(value) ? items.flatMap((item, i) => faults(value[i], item, root, `${at}[${i}]`)) : [],
  items: (value, item: JsonSchema, { root, at, schema }) =>
    Array.isArray(value)
      ? value
          .slice(schema.prefixItems?.length ?? 0)
          .flatMap((one, i) => faults(one, item, root, `${at}[${i}]`))
      : [],
  required: (value, names: string[], { at }) =>
    isObject(value) ? names.filter((name) => !(name in value)).map((name) => `${at}: lacks ${name}`) : [],
  properties: (value, properties: Record<string, JsonSchema>, { root, at }) => {
    if (!isObject(value)) return [];
    return Object.entries(value).flatMap(([name, inner]) => {
      const property = properties[name];
      return property ? faults(inner, property, root, `${at}.${name}`) : [`${at}.${name}: isn't documented`];
    });
  },
  additionalProperties: (value, rest: JsonSchema | boolean, { root, at, schema }) => {
    if (!isObject(value) || schema.properties || typeof rest === "boolean") return [];
    return Object.entries(value).flatMap(([name, inner]) => faults(inner, rest, root, `${at}.${name}`));
  },
  propertyNames: (value, names: JsonSchema, { root, at }) =>
    isObject(value) ? Object.keys(value).flatMap((name) => faults(name, names, root, `${at}.${name}`)) : [],
};

export function resolve(ref: string, root: Root): JsonSchema {
  const name = ref.replace("#/components/schemas/", "");
  const schema = root.components.schemas[name];
  if (!schema) throw new Error(`${ref} leads nowhere.`);
  return schema;
}

function hasType(value: unknown, type: string): boolean {
  return type === typeOf(value) || (type === "integer" && Number.isInteger(value));
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
