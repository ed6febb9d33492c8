import type { ThemeStyle } from "../../../worker/contract/theme.ts";

/** Each value of a theme by its field: `light.accent`, `radius`, `headings.uk` … A list is one value. */
export function valuesOf(style: ThemeStyle): Map<string, unknown> {
  return new Map(
    Object.entries(style).flatMap(([field, value]): [string, unknown][] =>
      isOfSeveral(field, value)
        ? Object.entries(value).map(([inner, one]) => [`${field}.${inner}`, one])
        : [[field, value]],
    ),
  );
}

/** A logo is one value, as a list is. */
function isOfSeveral(field: string, value: unknown): value is object {
  return value !== null && typeof value === "object" && !Array.isArray(value) && field !== "logo";
}

/** The theme that has these values. */
export function styleOf(values: ReadonlyMap<string, unknown>): ThemeStyle {
  const style: Record<string, unknown> = { headings: {} };
  for (const [field, value] of values) {
    const [outer = "", inner] = field.split(".");
    style[outer] = inner === undefined ? value : { ...(style[outer] as object), [inner]: value };
  }
  return style as ThemeStyle;
}

/** Whether two values, or two themes, are the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** Objects with their names in one order: the service may give them in another. */
function ordered(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner)]),
  );
}
