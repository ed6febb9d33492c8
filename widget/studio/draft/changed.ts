import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import { isSame, valuesOf } from "./values.ts";

/** One value of a theme in two states. */
export interface Difference {
  /** `light.accent`, `radius`, `headings.uk` … */
  field: string;
  before: string;
  after: string;
}

/** What differs between two states of a theme, field by field. */
export function differences(before: ThemeStyle, after: ThemeStyle): Difference[] {
  const [a, b] = [valuesOf(before), valuesOf(after)];
  const fields = new Set([...a.keys(), ...b.keys()]);
  return [...fields].flatMap((field) => {
    const [was, is] = [a.get(field), b.get(field)];
    return isSame(was, is) ? [] : [{ field, before: shownAs(was), after: shownAs(is) }];
  });
}

/** A value in one line; empty for none. */
export function shownAs(value: unknown): string {
  if (value && typeof value === "object" && "label" in value) return String(value.label);
  return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}
