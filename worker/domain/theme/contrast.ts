import { modeLrgb, modeRgb, useMode, wcagContrast } from "culori/fn";
import type { Palette, ThemeStyle } from "../../contract/theme.ts";

// The space that `#rrggbb` is written in, and the linear one that WCAG's luminance is defined in.
useMode(modeRgb);
useMode(modeLrgb);

/**
 * What has to be told apart in the element, and by how much (WCAG 2.2, level AA): 4.5 for letters (1.4.3), 3 for
 * graphics (1.4.11). Fine lines are decoration, and `accent` is never used for letters.
 */
const PAIRS = [
  { foreground: "ink", background: "surface", least: 4.5 },
  { foreground: "muted", background: "surface", least: 4.5 },
  { foreground: "accent", background: "surface", least: 3 },
  // Large, but in a narrow column its word isn't.
  { foreground: "number", background: "surface", least: 4.5 },
] as const;

const COLOUR_SCHEMES = ["light", "dark"] as const;

/** Two colours of a theme that stand on each other in one colour scheme. */
export interface ContrastPair {
  scheme: (typeof COLOUR_SCHEMES)[number];
  foreground: keyof Palette;
  background: keyof Palette;
  /** 1 (the same colour) to 21 (black on white). */
  ratio: number;
  /** The least that passes AA. */
  least: number;
}

/** The contrast of all pairs of a theme, in both schemes. */
export function contrastPairs(style: Pick<ThemeStyle, "light" | "dark">): ContrastPair[] {
  return COLOUR_SCHEMES.flatMap((scheme) =>
    PAIRS.flatMap((pair) => {
      const { [pair.foreground]: colour, [pair.background]: ground } = style[scheme];
      return colour ? [{ scheme, ...pair, ratio: contrast(colour, ground) }] : [];
    }),
  );
}

/** The pairs that are below AA; a theme with any can't be published. */
export function failingPairs(style: Pick<ThemeStyle, "light" | "dark">): ContrastPair[] {
  return contrastPairs(style).filter(({ ratio, least }) => ratio < least);
}

/** Contrast ratio of two colours written as `#rrggbb`, 1 to 21 (WCAG 2.2, «contrast ratio»); never rounded up. */
export function contrast(one: string, other: string): number {
  return wcagContrast(one, other);
}
