import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import { lookOf } from "../../stats/look.ts";

const NAMES = [
  "ink",
  "muted",
  "surface",
  "accent",
  "border",
  "font",
  "radius",
  "space",
  "number-size",
] as const;

/** The custom properties that make the element look like a theme, in one colour scheme; null: the element's own. */
export function propertiesOf(style: ThemeStyle, scheme: "light" | "dark"): Record<string, string | null> {
  const look = lookOf(style, scheme);
  return Object.fromEntries(NAMES.map((name) => [`--ds-${name}`, look[name] ?? null]));
}
