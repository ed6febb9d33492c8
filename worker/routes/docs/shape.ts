/** The parts of the OpenAPI document that the page shows. */

export interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  format?: string;
  pattern?: string;
  description?: string;
  default?: unknown;
  example?: unknown;
  enum?: readonly unknown[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  prefixItems?: readonly Schema[];
  anyOf?: readonly Schema[];
  additionalProperties?: Schema | boolean;
}

export interface Parameter {
  in: "query" | "path";
  name: string;
  required?: boolean;
  description?: string;
  schema: Schema;
}

interface Content {
  content?: Readonly<Record<string, { schema: Schema }>>;
}

export interface Operation extends Content {
  method: string;
  path: string;
  operationId: string;
  tags: readonly [string];
  summary: string;
  description?: string;
  security?: readonly unknown[];
  parameters?: readonly Parameter[];
  requestBody?: Content;
  responses: Readonly<Record<string, { $ref?: string; description?: string } & Content>>;
}

export interface Reference {
  info: { title: string; summary: string; description: string; license: { name: string; url: string } };
  tags: readonly { name: string; description: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, "method" | "path">>>>>;
  components: { schemas: Readonly<Record<string, Schema>> };
}

export function operationsOf({ paths }: Reference): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  );
}

/** The parameters that at least this many addresses take, each in the same sense: told once for all of them. */
const SHARED_BY = 3;

export function sharedParameters(operations: readonly Operation[]): Parameter[] {
  const all = operations.flatMap(({ parameters = [] }) => parameters.filter((one) => one.in === "query"));
  const alike = Map.groupBy(all, (parameter) => JSON.stringify(parameter));
  const shared = [...alike.values()].filter((same) => same.length >= SHARED_BY);
  // Of one name that has two senses, the commoner one.
  const senses = Map.groupBy(shared, ([one]) => one!.name);
  return [...senses.values()].map((all) => all.reduce((a, b) => (b.length > a.length ? b : a))[0]!);
}

/** The name behind a `$ref`. */
export function referred({ $ref }: { $ref?: string }): string | undefined {
  return $ref?.split("/").at(-1);
}
