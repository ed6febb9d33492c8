import { atLightness, lightnessOf } from "./parse.ts";

/** Finer than the eye, and than the steps of `#rrggbb`. */
const STEP = 1 / 512;

/**
 * The colour nearest to this one that passes: the same hue, as little lighter or darker as it takes; null where none
 * does.
 */
export function nearestPassing(colour: string, passes: (colour: string) => boolean): string | null {
  if (passes(colour)) return colour;
  const from = lightnessOf(colour);
  for (let away = STEP; away <= 1; away += STEP) {
    for (const lightness of [from - away, from + away]) {
      if (lightness < 0 || lightness > 1) continue;
      const other = atLightness(colour, lightness);
      if (passes(other)) return other;
    }
  }
  return ["#000000", "#ffffff"].find(passes) ?? null;
}
