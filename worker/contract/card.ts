import { z } from "zod";
import { CARD_PIXELS_MAX, CARD_SIDE_MAX, CARD_SIDE_MIN } from "../config.ts";
import { COMPARISON } from "./embed.ts";
import { SummaryQuery } from "./query.ts";

export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What is behind a picture: as its theme has it, or in any case a whole surface of the theme's. */
export const GROUNDS = ["theme", "surface"] as const;
export type Ground = (typeof GROUNDS)[number];

/** How large the smallest letters are for the picture's width. */
export const LETTERS = ["regular", "large"] as const;
export type Letters = (typeof LETTERS)[number];

/** Width and height in pixels. */
export interface Size {
  width: number;
  height: number;
}

const [least, most] = [CARD_SIDE_MIN, CARD_SIDE_MAX];

/** Parses `1200x630`. */
export function sizeOf(text: string): Size {
  const [width = 0, height = 0] = text.split("x").map(Number);
  return { width, height };
}

/** The summary's own parameters, and how the picture is to be. */
export const CardQuery = SummaryQuery.extend({
  size: z
    .string()
    .regex(/^\d{3,4}x\d{3,4}$/, { error: "width and height in pixels: 1200x630", abort: true })
    .refine((text) => {
      const { width, height } = sizeOf(text);
      return Math.min(width, height) >= least && Math.max(width, height) <= most;
    }, `each side has ${least} to ${most} pixels`)
    .refine((text) => {
      const { width, height } = sizeOf(text);
      return width * height <= CARD_PIXELS_MAX;
    }, `all in all at most ${CARD_PIXELS_MAX} pixels`)
    .default("1200x630")
    .meta({ description: "Width and height in pixels", example: "1080x1080" }),
  v: z
    .string()
    .regex(/^[\w.-]{1,40}$/, "letters, digits, points and dashes, at most 40")
    .optional()
    .meta({
      description:
        "Changes nothing in the picture, only its address, because networks and mail programs cache a picture under its address. Name the edition with which a link was shared. Default: none",
      example: "2025-06-30.1",
    }),
  layout: z.enum(["card", "compare"]).default("card").meta({
    description: "What is drawn: the counter, or with `compare` one period against others",
    example: "card",
  }),
  ...COMPARISON,
  ground: z.enum(GROUNDS).default("theme").meta({
    description:
      "`surface`: the theme's surface everywhere, also where the theme is transparent or has round corners, for places whose ground nobody knows: mail, networks",
    example: "surface",
  }),
  letters: z.enum(LETTERS).default("regular").meta({
    description:
      "`large`: nothing is set smaller than a thirtieth of the picture's width, 11 pixels where it is shown 330 wide, for phones and mail. An upright picture with too little room leaves out how the number came about, then the chart; a wide one has its chart beside the number, without labels, and leaves out what is so far recorded and the change, too",
    example: "large",
  }),
  scheme: z.enum(SCHEMES).default("light").meta({ description: "Colours", example: "dark" }),
});
