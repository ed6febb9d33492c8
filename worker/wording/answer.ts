import type { Summary } from "../contract/summary.ts";
import type { Lang } from "../contract/terms.ts";

/** A typed number with all that its words are made from. */
export type Answer = Omit<Summary, "text" | "theme">;

/** A military court's name in the asked language, in the nominative; undefined where it isn't known. */
export type CourtName = (code: string) => string | undefined;

/** How the words are asked for. `today` is the calendar date in Moscow; `heading` replaces the composed one. */
export interface Context {
  lang: Lang;
  today: string;
  heading?: string;
  /** Without it, or where it knows no name, a court is called by its code. */
  courtName?: CourtName | undefined;
}
