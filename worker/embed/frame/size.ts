import type { EmbedQuery, FrameLayout } from "../../contract/embed.ts";

/** Width and height of a frame in pixels. */
export interface FrameSize {
  width: number;
  height: number;
}

interface Shape {
  /** The width that a layout looks best at. */
  width: number;
  /** What the longest answer needs at that width and narrower ones. */
  heights: readonly (readonly [upTo: number, height: number])[];
}

/** Measured at 16 pixels a letter, in the longest of the languages; a test holds the element to them. */
const SHAPES: Readonly<Record<FrameLayout | "compare", Shape>> = {
  card: {
    width: 480,
    heights: [
      [240, 820],
      [320, 660],
      [420, 620],
      [Number.POSITIVE_INFINITY, 570],
    ],
  },
  strip: {
    width: 680,
    heights: [
      [240, 820],
      [320, 640],
      [420, 600],
      [600, 560],
      [Number.POSITIVE_INFINITY, 420],
    ],
  },
  compare: {
    width: 480,
    heights: [
      [240, 840],
      [320, 735],
      [420, 620],
      [Number.POSITIVE_INFINITY, 570],
    ],
  },
  number: {
    width: 320,
    heights: [
      [240, 490],
      [Number.POSITIVE_INFINITY, 400],
    ],
  },
};

/** A comparison was measured with so many periods beside its own; each further one is a bar more, and a clause. */
const MEASURED_PERIODS = 2;
function rowHeight(width: number): number {
  return width <= 320 ? 150 : 85;
}

/**
 * The size of a frame whose page doesn't listen to it: wide enough to look well, high enough for all that it says.
 * Where the page has less room, the frame is no larger, and scrolls.
 */
export function frameSize(
  query: Pick<EmbedQuery, "layout" | "with">,
  room: { width: number; height: number },
): FrameSize {
  const shape = SHAPES[query.layout ?? "card"];
  const width = Math.min(shape.width, room.width);
  const [, height] = shape.heights.find(([upTo]) => width <= upTo)!;
  const further = Math.max(0, (query.with?.length ?? 0) - MEASURED_PERIODS) * rowHeight(width);
  return { width, height: Math.min(height + further, room.height) };
}

/** The width alone, where the height follows from what is said. */
export function frameWidth(layout: FrameLayout | "compare", room: { width: number }): number {
  return Math.min(SHAPES[layout].width, room.width);
}

/** The layouts from the one that says the most to the one that needs the least. */
const BY_HEIGHT = ["card", "strip", "number"] as const satisfies readonly FrameLayout[];

/**
 * The layout that is asked for, or, where it needs more height than there is, the next smaller one that needs no more;
 * the smallest where none fits, which then scrolls. Nothing smaller says what a comparison does.
 */
export function fittingLayout(
  query: Pick<EmbedQuery, "layout">,
  room: { width: number; height: number },
): FrameLayout | "compare" {
  const asked = query.layout ?? "card";
  if (asked === "compare") return asked;
  const endless = { ...room, height: Number.POSITIVE_INFINITY };
  const smaller = BY_HEIGHT.slice(BY_HEIGHT.indexOf(asked));
  return smaller.find((layout) => frameSize({ layout }, endless).height <= room.height) ?? "number";
}
