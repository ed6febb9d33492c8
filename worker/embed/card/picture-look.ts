import type { SummaryTheme } from "../../contract/theme.ts";
import { kindOf } from "../../domain/theme/families.ts";
import type { Face } from "./advances.ts";

/** What a theme sets in a picture; lengths in its own pixels at a scale of 1, that is at 1200 × 630. */
export interface PictureLook {
  heading: Face;
  number: Face;
  /** Of a number that is no larger than bold ones beside it. */
  level: Face;
  /** In multiples of the picture's own; null: that. */
  numberSize: number | null;
  isUppercase: boolean;
  align: "start" | "center" | "end";
  /** null: the picture's own. */
  margin: number | null;
  /** Of the distances between the parts: 1 as usual. */
  space: number;
  radius: number;
  rule: number;
  border: number;
  edge: number;
  /** null: as high as there is room. */
  chartHeight: number | null;
  line: number;
  grid: number;
  /** Opacity of the surface under the line; null: as usual. */
  area: number | null;
  /** Letters of the chart's scales; 0: none. */
  tick: number;
  /** Letters of the values at the chart's ends; 0: none. */
  value: number;
  isTransparent: boolean;
}

/** A picture is made for a column half as wide: two of its pixels are one of CSS. */
const DENSITY = 2;
/** Letters of 11 pixels in the element are as large as these here. */
const LETTERS = 19 / 11;
/** From this weight on a face is bold: there are two of each family, 400 and 700. */
const BOLD = 600;
/** Of everything that isn't set in bold, as in the element. */
const USUAL = "400";
/** The element's largest number, in em. */
const LARGEST = 4.75;
/** Words that touch the edge are cut off by whatever frames the picture. */
const LEAST_MARGIN = 12;
const SPACES: Readonly<Record<string, number>> = { compact: 0.75, airy: 1.25 };

/** A picture has two families for all of their kinds, since a theme's own can't be loaded here. */
export function pictureLook(theme: SummaryTheme): PictureLook {
  const { look = {}, font = [], radius = 0, density = "regular", number_size } = theme;
  const length = (name: string) => (typeof look[name] === "number" ? look[name] : null);
  const scaled = (name: string, factor: number, own: number) => {
    const value = length(name);
    return value === null ? own : value * factor;
  };
  const families = (name: string) => (Array.isArray(look[name]) ? look[name] : font);
  const { align } = look;
  const padding = length("padding");
  return {
    heading: faceOf(families("heading-font"), look["heading-weight"] ?? "700"),
    number: faceOf(families("number-font"), look["number-weight"]),
    level: faceOf(families("number-font"), look["number-weight"] ?? "700"),
    numberSize: number_size ? number_size / LARGEST : null,
    isUppercase: look["label-case"] === "uppercase",
    align: align === "center" || align === "end" ? align : "start",
    margin: padding === null ? null : Math.max(LEAST_MARGIN, padding * DENSITY),
    space: SPACES[density] ?? 1,
    radius: radius * DENSITY,
    rule: scaled("rule-width", DENSITY, 2.5),
    border: scaled("border-width", DENSITY, 1),
    edge: scaled("edge-width", DENSITY, 0),
    chartHeight: length("chart-height") === null ? null : scaled("chart-height", DENSITY, 0),
    line: scaled("line-width", 1.5, 3),
    grid: scaled("grid-width", DENSITY / 2, 1),
    area: typeof look.area === "string" ? Number(look.area) : null,
    tick: scaled("axis-size", LETTERS, 19),
    value: scaled("value-size", LETTERS, 0),
    isTransparent: look.surface === "transparent",
  };
}

/** Of the two weights the nearer one; with serifs, unless the theme says otherwise. */
function faceOf(font: readonly string[], weight: unknown): Face {
  const isBold = Number(weight ?? USUAL) >= BOLD;
  const isSerif = [null, "serif"].includes(kindOf(font));
  if (isSerif) return isBold ? "serif-bold" : "serif";
  return isBold ? "sans-bold" : "sans";
}

/** As without a theme. */
export const OWN_LOOK = pictureLook({ slug: "default" });
