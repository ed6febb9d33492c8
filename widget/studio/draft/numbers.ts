import { ThemeStyle } from "../../../worker/contract/theme.ts";
import { MEASURES_OF_LOOK } from "../../../worker/contract/theme-look.ts";

export type Measure = keyof typeof MEASURES_OF_LOOK;
export type NumberField = Measure | "number_weight" | "heading_weight";

export const MEASURES = Object.keys(MEASURES_OF_LOOK) as Measure[];
export const WEIGHTS = ["heading_weight", "number_weight"] as const satisfies readonly NumberField[];

export function isNumberField(field: string): field is NumberField {
  return [...MEASURES, ...WEIGHTS].some((one) => one === field);
}

/** A number as an editor types it; undefined: none, null: none that the field takes. */
export function readNumber(field: NumberField, text: string): number | undefined | null {
  const typed = text.trim().replace(",", ".");
  if (typed === "") return undefined;
  const read = ThemeStyle.shape[field].safeParse(Number(typed));
  return read.success ? (read.data ?? null) : null;
}

/** The least and the greatest that a field takes. */
export function limitsOf(field: Measure): { least: number; most: number } {
  const { minValue, maxValue } = MEASURES_OF_LOOK[field].unwrap();
  return { least: minValue ?? 0, most: maxValue ?? 0 };
}
