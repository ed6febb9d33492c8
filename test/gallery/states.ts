import { PRESET_STYLES, type Preset } from "../../widget/studio/draft/presets.ts";
import { inState } from "../../widget/studio/preview/states.ts";
import type { Summary } from "../../worker/contract/summary.ts";
import type { Lang } from "../../worker/contract/terms.ts";
import { SummaryTheme } from "../../worker/contract/theme.ts";
import { published, records, TODAY } from "../widget/summary.ts";

export const SCENES = [
  "before",
  "loaded",
  "provisional",
  "bars",
  "sample",
  "stale",
  "corrected",
  "frozen",
  "empty",
  "failed",
] as const;
/** A state of the element; `bars` is `provisional`, drawn in the other way. */
export type Scene = (typeof SCENES)[number];

/** A theme that ships with the studio; `default`: none. */
export type Theme = Preset | "default";

/** What the service answers in a scene; `never`: it doesn't; `unavailable`: 503. */
export function answerOf(scene: Scene, lang: Lang, theme: Theme): Summary | "never" | "unavailable" {
  if (scene === "before") return "never";
  if (scene === "failed") return "unavailable";
  return { ...summaryOf(scene, lang), theme: themeOf(theme) };
}

function summaryOf(scene: Exclude<Scene, "before" | "failed">, lang: Lang): Summary {
  switch (scene) {
    case "loaded":
      return published(lang);
    case "provisional":
    case "bars":
      return records(lang);
    case "empty":
      return published(lang, {
        headline: { value: null, period: null, figure: null },
        series: { start: null, values: [], qualifiers: [] },
      });
    default:
      return inState(published(lang), scene, TODAY);
  }
}

/** A theme as a summary carries it once it is published. */
function themeOf(theme: Theme): SummaryTheme {
  return theme === "default"
    ? { slug: theme }
    : SummaryTheme.parse({ slug: theme, version: 1, ...PRESET_STYLES[theme] });
}
