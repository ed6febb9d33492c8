import { z } from "zod";

/** One value of a list, or several joined by commas, each once: `service,sentence`. */
export function severalOf<Value extends string>(values: readonly [Value, ...Value[]]) {
  return z
    .string()
    .transform((text, context): Value[] => {
      const names = [...new Set(text.split(","))];
      const known = names.map((name) => values.find((one) => one === name));
      const wrong = names.find((_, at) => known[at] === undefined);
      if (wrong === undefined) return known.filter((one) => one !== undefined);
      context.addIssue({ code: "custom", params: { value: wrong, allowed: values } });
      return z.NEVER;
    })
    .meta({
      anyOf: [
        { type: "string", enum: [...values] },
        { type: "string", pattern: listOf(values) },
      ],
    });
}

function listOf(values: readonly string[]): string {
  const one = `(${values.join("|")})`;
  return `^${one}(,${one})*$`;
}

/** What `severalOf` says of a value that isn't in its list. */
export const NotInList = z.object({ value: z.string(), allowed: z.array(z.string()) });
