import type { z } from "zod";
import { NotInList } from "../contract/several.ts";
import type { ParameterError } from "../problem.ts";
import { expectation } from "./expectation.ts";
import { nearest } from "./nearest.ts";

type Query = z.ZodObject;

/** A value is shown to whoever sent it, but no longer than it takes to recognise it. */
const SHOWN_CHARACTERS = 80;

/** Validates a query string against its schema; every fault is named with what is allowed instead. */
export function readParameters<Schema extends Query>(
  schema: Schema,
  search: URLSearchParams,
): { query: z.output<Schema> } | { errors: ParameterError[] } {
  // A name that isn't known is a fault of its own, or none.
  const repeated = Object.keys(schema.shape).filter((name) => search.getAll(name).length > 1);
  const result = schema.safeParse(Object.fromEntries(search));
  const errors = [
    ...repeated.map((parameter) => ({
      parameter: shown(parameter),
      message: "Given more than once; give it once.",
    })),
    ...(result.success ? [] : result.error.issues.flatMap((issue) => explain(issue, schema, search))),
  ];
  return result.success && errors.length === 0 ? { query: result.data } : { errors };
}

function explain(issue: z.core.$ZodIssue, schema: Query, search: URLSearchParams): ParameterError[] {
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(schema.shape);
    return issue.keys.map((parameter) => ({
      parameter: shown(parameter),
      message: `Unknown parameter.${nearest(shown(parameter), known)} ${knownNames(known)}`,
      allowed: known,
    }));
  }
  const parameter = String(issue.path[0]);
  if (!search.has(parameter)) {
    const message = issue.code === "custom" ? expectation(issue) : "it is needed here";
    return [{ parameter, message: `${message[0]?.toUpperCase()}${message.slice(1)}.` }];
  }
  const value = shown(search.get(parameter) ?? "");
  if (issue.code === "invalid_value") return [notInList(parameter, value, issue.values.map(String))];
  const listed = issue.code === "custom" ? NotInList.safeParse(issue.params) : null;
  if (listed?.success) return [notInList(parameter, shown(listed.data.value), listed.data.allowed)];
  return [{ parameter, message: `"${value}" isn't valid: ${expectation(issue)}.` }];
}

function notInList(parameter: string, value: string, allowed: string[]): ParameterError {
  const message = `"${value}" isn't one of ${allowed.join(", ")}.${nearest(value, allowed)}`;
  return { parameter, message, allowed };
}

function shown(value: string): string {
  return value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value;
}

function knownNames(known: readonly string[]): string {
  return known.length > 0 ? `Known here: ${known.join(", ")}.` : "This address takes none.";
}
