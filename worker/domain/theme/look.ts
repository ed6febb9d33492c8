import type { ThemeStyle } from "../../contract/theme.ts";
import { wholeStack } from "./families.ts";

/** A custom property's value: a number is pixels, a list families of type; everything else is CSS as it stands. */
export type LookValue = string | number | string[];

/** As CSS says it in `font-variant-numeric`; tabular ones are the element's own. */
const FIGURES: Readonly<Record<string, string>> = {
  proportional: "lining-nums proportional-nums",
  "old-style": "oldstyle-nums proportional-nums",
};
/** Margins that put a box into a wider column; at its start it stands by itself. */
const PLACES: Readonly<Record<string, string>> = { center: "auto", end: "auto 0" };
/** How much of the accent lies under a line. */
const AREAS: Readonly<Record<string, string>> = { on: ".16", off: "0" };

/**
 * What a theme sets beyond its first choices: values under the names of the element's custom properties, without `--ds-`.
 * What isn't in it stays the element's own, so that a theme is as long as it is unlike it.
 */
export function lookOf(style: ThemeStyle): Record<string, LookValue> {
  const { heading_font, number_font, hidden, align = "start" } = style;
  const look: Record<string, LookValue | null | undefined> = {
    "heading-font": families(heading_font),
    "number-font": families(number_font),
    "heading-weight": style.heading_weight && String(style.heading_weight),
    "number-weight": style.number_weight && String(style.number_weight),
    figures: FIGURES[style.figures ?? ""],
    "label-case": style.label_case === "none" ? undefined : style.label_case,
    align: align === "start" ? undefined : align,
    place: PLACES[align],
    surface: style.transparent ? "transparent" : undefined,
    padding: style.padding,
    "rule-width": style.rule_width,
    "border-width": style.border_width,
    "edge-width": style.edge_width,
    "max-width": style.max_width,
    "chart-height": style.chart_height,
    "line-width": style.line_width,
    area: AREAS[style.area ?? ""],
    "grid-width": style.grid_width,
    "axis-size": hidden.includes("axis") ? 0 : style.axis_size,
    "value-size": style.value_size,
  };
  return Object.fromEntries(
    Object.entries(look).filter((entry): entry is [string, LookValue] => entry[1] != null),
  );
}

function families(font: readonly string[] | undefined): string[] | undefined {
  return font?.[0] ? wholeStack(font) : undefined;
}
