import type { Summary } from "../contract/summary.ts";
import type { Lang } from "../contract/terms.ts";

/** A typed number with all that its words are made from. */
export type Answer = Omit<Summary, "text" | "theme">;

/** Names in the asked language, in the nominative; undefined where one isn't known. */
export interface PlaceNames {
  /** A military court's, by its code, or by the name under which a publisher prints it as a place. */
  court(code: string): string | undefined;
  /** A region's, by its name in the list of courts, or as a publisher prints it. */
  region(name: string): string | undefined;
  /** That something is in a region, ready for a sentence: "in Rostov oblast". */
  within?(name: string): string | undefined;
}

/** How the words are asked for. `today` is the calendar date in Moscow; `heading` replaces the composed one. */
export interface Context {
  lang: Lang;
  today: string;
  heading?: string;
  /** Without them, or where one isn't known, a court is called by its code and a region as it was asked for. */
  places?: PlaceNames | undefined;
}
