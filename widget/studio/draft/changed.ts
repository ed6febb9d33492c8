import type { ThemeStyle } from "../../../worker/contract/theme.ts";

/** One value of a theme in two states. */
export interface Difference {
  /** `light.accent`, `radius`, `headings.uk` … */
  field: string;
  before: string;
  after: string;
}

/** What differs between two states of a theme, field by field, for the second of two editors. */
export function differences(before: ThemeStyle, after: ThemeStyle): Difference[] {
  const [a, b] = [flat(before), flat(after)];
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].flatMap((field) => {
    const [was = "", is = ""] = [a[field], b[field]];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

function flat(style: ThemeStyle): Record<string, string> {
  return Object.fromEntries(
    Object.entries(style).flatMap(([field, value]) =>
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? Object.entries(value).map(([inner, one]) => [`${field}.${inner}`, String(one)])
        : [[field, Array.isArray(value) ? value.join(", ") : String(value ?? "")]],
    ),
  );
}
