import { z } from "zod";
import { plainText } from "./plain-text.ts";
import { LANGS } from "./terms.ts";

/** Digits: of one width in one line with capitals, of their own widths, or with the heights of small letters. */
export const FIGURES = ["tabular", "proportional", "old-style"] as const;
export const LABEL_CASES = ["none", "uppercase"] as const;
export const ALIGNMENTS = ["start", "center", "end"] as const;
export const AREAS = ["on", "off"] as const;

const pixels = (least: number, most: number, what: string) =>
  z
    .number()
    .min(least)
    .max(most)
    .multipleOf(0.5)
    .optional()
    .meta({ description: `${what}, in pixels` });
const weight = (what: string) =>
  z
    .int()
    .min(100)
    .max(900)
    .multipleOf(100)
    .optional()
    .meta({ description: `Weight of ${what}, 100 to 900` });

/** Measures of a look, each the custom property of that name (`line_width`: `--ds-line-width`), in pixels. */
export const MEASURES_OF_LOOK = {
  padding: pixels(0, 48, "Space around the words"),
  rule_width: pixels(0, 12, "Rule on top; 0: none. Default: 1"),
  border_width: pixels(0, 4, "Rules between the parts; 0: none. Default: 1"),
  edge_width: pixels(0, 8, "Line around the whole. Default: 0"),
  max_width: pixels(200, 1600, "The counter gets no wider, however wide its column is"),
  chart_height: pixels(40, 320, "Height of the chart. Default: a third of its width, 72 to 144"),
  line_width: pixels(1, 6, "The chart's line. Default: 2"),
  grid_width: pixels(0, 3, "Lines of the chart's scale, but not zero's; 0: none. Default: 1"),
  axis_size: pixels(10, 18, "Numerals and names of the chart's scales. Default: 11"),
  value_size: pixels(
    10,
    18,
    "The first and the newest value, written at the ends of the chart. Default: none",
  ),
};

const side = z.number().positive().max(10_000);
/** A path of SVG: nothing of it can be anything but drawn. */
const PathData = z
  .string()
  .min(1)
  .max(8_000)
  .regex(/^[MmLlHhVvCcSsQqTtAaZz\d\s,.eE+-]+$/, "path data of SVG");
/** All its letters together: what every answer carries. */
const LOGO_LETTERS_MAX = 8_000;

/** A logo as data: paths and their colours, drawn without any markup of its own. */
export const Logo = z
  .strictObject({
    width: side,
    height: side,
    label: plainText(60).trim().min(1).meta({ description: "Read in its place: the paper's name" }),
    paths: z
      .array(
        z.strictObject({
          d: PathData,
          fill: z
            .string()
            .regex(/^#[0-9a-f]{6}$/, "a colour as #rrggbb")
            .optional()
            .meta({ description: "Default: the colour of the text, light or dark" }),
        }),
      )
      .min(1)
      .max(60),
  })
  .refine(
    ({ width, height }) => width / height <= 20 && height / width <= 4,
    "no wider than twenty times its height",
  )
  .refine(
    ({ paths }) => paths.reduce((sum, { d }) => sum + d.length, 0) <= LOGO_LETTERS_MAX,
    `at most ${LOGO_LETTERS_MAX} characters of path data`,
  )
  .meta({ id: "Logo" });
export type Logo = z.infer<typeof Logo>;

/** Words on one line, without markup, in each language that has them. */
const words = (most: number, what: string) =>
  z
    .partialRecord(
      z.enum(LANGS),
      plainText(most)
        .trim()
        .min(1)
        .regex(/^[^<>\r\n\t]*$/, "words without < > or line breaks"),
    )
    .optional()
    .meta({ description: `${what}, by language` });

/** What a theme says beyond its colours and first choices. What isn't said is the element's own. */
export const Look = {
  number_weight: weight("the number"),
  heading_weight: weight("the heading"),
  figures: z.enum(FIGURES).optional().meta({ description: "Digits of the number. Default: tabular" }),
  label_case: z.enum(LABEL_CASES).optional(),
  align: z.enum(ALIGNMENTS).optional().meta({
    description: "Where words stand in the counter, and the counter in a wider column. Default: start",
  }),
  transparent: z.boolean().optional().meta({
    description:
      "The page's ground shows through; `surface` says what that is, and contrast is judged on it. Default: false",
  }),
  area: z.enum(AREAS).optional().meta({
    description: "The surface under the line. Default: under steps and totals, not under weeks",
  }),
  ...MEASURES_OF_LOOK,
  byline: words(80, "Who has made it, below the heading"),
  note: words(240, "What the paper has to say to its readers, above the source"),
  credit: words(80, "Behind the source"),
  logo: Logo.optional().meta({ description: "At the end, below the source" }),
};

/** The paper's own lines in an answer, in its language. */
export const OWN_LINES = {
  byline: z.string().optional().meta({ description: "The theme's, as are note and credit; missing if none" }),
  note: z.string().optional(),
  credit: z.string().optional(),
};
export interface OwnLines {
  byline?: string | undefined;
  note?: string | undefined;
  credit?: string | undefined;
}
