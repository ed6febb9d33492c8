import type { CompareBody } from "../../worker/contract/compare.ts";
import type { Lang } from "../../worker/contract/terms.ts";
import { compared, unsure, yearSide } from "../fixtures/comparison.ts";
import { type Theme, themeOf } from "./states.ts";

/** Twelve counts, of which the first is the largest, and the last so small that its bar is little more than a line. */
const YEARS = [4120, 3811, 2950, 2476, 2001, 1615, 1409, 998, 742, 406, 120, 24];

/** What the service answers in a state of a comparison, in its own words; `failed` and `before`: nothing. */
const ANSWERS = {
  counted: (lang) => compared(lang),
  unsure: (lang) => unsure(lang),
  many: (lang) => compared(lang, { sides: YEARS.map((count, at) => yearSide(2023 - at, count)) }),
  frozen: (lang) => compared(lang, { frozen: true }),
  stale: (lang) => compared(lang, { edition: { stale: true } }),
  sample: (lang) => compared(lang, { edition: { sample: true } }),
} as const satisfies Record<string, (lang: Lang) => CompareBody>;

/** A state of the element with `layout="compare"`. */
export const COMPARISONS = [
  "before",
  ...(Object.keys(ANSWERS) as (keyof typeof ANSWERS)[]),
  "failed",
] as const;
export type ComparisonScene = (typeof COMPARISONS)[number];

/** As `answerOf` for a counter. */
export function comparisonOf(
  scene: ComparisonScene,
  lang: Lang,
  theme: Theme,
): CompareBody | "never" | "unavailable" {
  if (scene === "before") return "never";
  if (scene === "failed") return "unavailable";
  return { ...ANSWERS[scene](lang), theme: themeOf(theme) };
}
