import type { Letters, Size } from "../../contract/card.ts";
import type { Face } from "./advances.ts";

export interface Style {
  face: Face;
  /** In pixels at a scale of 1. */
  size: number;
  /** Distance of lines, in multiples of the size. */
  leading: number;
  colour: "ink" | "muted" | "number";
  /** Lines of like length. */
  even?: true;
}

/** Sizes and distances of everything in a picture, at a scale of 1. */
export interface TypeSizes {
  heading: Style;
  number: Style;
  qualifier: Style;
  /** A number no larger than what it counts. */
  level: Style;
  label: Style;
  change: Style;
  note: Style;
  foot: Style;
  margin: number;
  gap: number;
}

/** Letters of the chart, the smallest of all. */
export const TICK_SIZE = 19;

const REGULAR: TypeSizes = {
  heading: { face: "serif-bold", size: 50, leading: 1.12, colour: "ink", even: true },
  number: { face: "serif", size: 196, leading: 0.78, colour: "number" },
  qualifier: { face: "serif", size: 56, leading: 1, colour: "number" },
  level: { face: "serif", size: 40, leading: 1.2, colour: "number", even: true },
  label: { face: "sans", size: 30, leading: 1.25, colour: "ink", even: true },
  change: { face: "sans", size: 25, leading: 1.3, colour: "ink" },
  note: { face: "sans-bold", size: 23, leading: 1.3, colour: "ink" },
  foot: { face: "sans", size: 21, leading: 1.35, colour: "muted" },
  margin: 52,
  gap: 22,
};

/** Everything nearer to the smallest, as a narrow column has it. */
const LARGE: TypeSizes = {
  heading: { ...REGULAR.heading, size: 34 },
  number: { ...REGULAR.number, size: 138 },
  qualifier: { ...REGULAR.qualifier, size: 42 },
  level: { ...REGULAR.level, size: 30 },
  label: { ...REGULAR.label, size: 25 },
  change: { ...REGULAR.change, size: 22 },
  note: { ...REGULAR.note, size: 21 },
  foot: { ...REGULAR.foot, size: 20, leading: 1.3 },
  margin: 26,
  gap: 18,
};

/** The same where it is wide, and so has few lines: hardly anything is larger than the smallest. */
const LARGE_AND_LOW: TypeSizes = {
  heading: { ...REGULAR.heading, size: 24 },
  number: { ...REGULAR.number, size: 84 },
  qualifier: { ...REGULAR.qualifier, size: 28 },
  level: { ...REGULAR.level, size: 23 },
  label: { ...REGULAR.label, size: 20, leading: 1.15 },
  change: { ...REGULAR.change, size: 19, leading: 1.15 },
  note: { ...REGULAR.note, size: 19, leading: 1.15 },
  foot: { ...REGULAR.foot, size: 19, leading: 1.15 },
  margin: 18,
  gap: 9,
};

/** Width by height: from here on the chart stands beside the number instead of below it. */
const WIDE = 1.3;

export function isWide({ width, height }: Size): boolean {
  return width / height >= WIDE;
}

export function typeSizesFor(letters: Letters, size: Size): TypeSizes {
  if (letters === "regular") return REGULAR;
  return isWide(size) ? LARGE_AND_LOW : LARGE;
}

/** The same with smaller distances, and with all that is larger than the smallest letters nearer to them. */
export function nearer(type: TypeSizes, part: number): TypeSizes {
  const { margin, gap, ...styles } = type;
  const smaller = Object.entries(styles).map(([name, style]: [string, Style]) => [
    name,
    { ...style, size: Math.max(TICK_SIZE, style.size * part) },
  ]);
  return { ...(Object.fromEntries(smaller) as typeof styles), margin: margin * part, gap: gap * part };
}

/** Of the width: a picture that is shown 330 pixels wide has letters of 11 (WCAG has no least; this is the element's). */
const SMALLEST = 1 / 30;
/** A small card has relatively large type: its footer's is 10 pixels. */
const LEAST_SCALE = 0.5;

/** The scale of a picture before anything has to shrink. */
export function scaleFor(letters: Letters, { width, height }: Size): number {
  if (letters === "large") return (width * SMALLEST) / TICK_SIZE;
  return Math.max(LEAST_SCALE, Math.sqrt((width * height) / (1200 * 630)));
}
