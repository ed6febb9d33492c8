import {
  converter,
  formatHex,
  inGamut,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeOklab,
  modeOklch,
  modeP3,
  modeRgb,
  modeXyz50,
  modeXyz65,
  parse,
  toGamut,
  useMode,
} from "culori/fn";

// The spaces that CSS writes, and those that its conversions pass through.
for (const mode of [
  modeRgb,
  modeHsl,
  modeHwb,
  modeXyz50,
  modeXyz65,
  modeLab,
  modeLch,
  modeOklab,
  modeOklch,
]) {
  useMode(mode);
}
useMode(modeP3);

const isInside = inGamut("rgb");
const bringInside = toGamut("rgb", "oklch");
const toOklch = converter("oklch");

/**
 * A colour as an editor types it, in any of the ways that CSS writes one: `#rrggbb`, or null for what is no colour or
 * lets another one through. What screens of today can't show is brought to the nearest that they can.
 */
export function parseColour(text: string): string | null {
  const word = text.trim().toLowerCase();
  const colour = read(/^[0-9a-f]{6}$/.test(word) ? `#${word}` : word);
  if (!colour || (colour.alpha ?? 1) < 1) return null;
  return formatHex(isInside(colour) ? colour : bringInside(colour)) ?? null;
}

/** culori throws on a few half-typed words, like `a(0a`, where it gives undefined for others. */
function read(word: string) {
  try {
    return parse(word);
  } catch {
    return undefined;
  }
}

/** The same hue and strength at another lightness, 0 (black) to 1 (white). */
export function atLightness(colour: string, lightness: number): string {
  const { c = 0, h = 0 } = toOklch(colour) ?? {};
  return formatHex(bringInside({ mode: "oklch", l: lightness, c, h }));
}

/** How light a colour is to the eye, 0 to 1. */
export function lightnessOf(colour: string): number {
  return toOklch(colour)?.l ?? 0;
}

/** How strong a colour is: 0 for greys. */
export function chromaOf(colour: string): number {
  return toOklch(colour)?.c ?? 0;
}
