import type { Lang } from "../../../worker/contract/terms.ts";
import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import type { State } from "../preview/states.ts";

/** What the preview's page is to show. */
export interface Order {
  type: "studio:page";
  /** The snippet as it is copied; empty: an address that a system makes a frame of. */
  snippet: string;
  /** Where the frame of an address leads, and how large such systems make it; null: of any other way. */
  frame: { src: string; width: number; height: number } | null;
  /** The theme as it is edited, under the name that the snippet has for it. */
  theme: { slug: string; style: ThemeStyle };
  state: State;
  host: Host;
}

/** The page around the counter. */
export interface Host {
  lang: Lang;
  scheme: "light" | "dark";
  /** Colours as `#rrggbb`. */
  ground: string;
  ink: string;
  /** Families of type as CSS has them. */
  letters: string;
  /** The paper's own typeface, to be loaded in this page alone; null: none. */
  typeface: { family: string; url: string } | null;
}

/** What the page tells of itself. */
export type Told =
  | { type: "studio:ready" }
  /** How high it is, in pixels. */
  | { type: "studio:height"; height: number }
  /** Whether a picture waits until the service draws another. */
  | { type: "studio:picture"; isAwaited: boolean }
  /** Whether the paper's own typeface has come. */
  | { type: "studio:typeface"; loaded: boolean };

export function isOrder(data: unknown): data is Order {
  return typeof data === "object" && data !== null && (data as { type?: unknown }).type === "studio:page";
}
