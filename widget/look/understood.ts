import type { SummaryTheme } from "../../worker/contract/theme.ts";

type Kind = (value: unknown) => unknown;

/** The element's kinds of values (widget/stats/kinds.ts). */
export interface Kinds {
  list(kind: Kind, most: number): Kind;
  fields(kinds: Readonly<Record<string, Kind>>, others?: Kind): Kind;
  words(most: number): Kind;
  short: Kind;
}

/** Values under the names of the element's custom properties: pixels, families, or a word of CSS. */
export type Settings = Readonly<Record<string, string | number | readonly string[] | null>>;
export interface Logo {
  width: number;
  height: number;
  label: string;
  paths: readonly { d: string; fill: string }[];
}

const FAMILY = /^[\p{L}\d][\p{L}\d -]*$/u;
/** Weights, parts of one, and words; nothing that loads, and no length. */
const WORD = /^([1-9]00|0|\.\d+|[a-z][a-z0 -]*)$/;
/** What a box may lose of its width or gain in height: of the narrowest column there is something left. */
const MOST_PIXELS = 48;
/** The least width and the greatest height that a theme can name. */
const LEAST_WIDTH = 200;
const MOST_HEIGHT = 320;
const MOST_PATHS = 60;
const MOST_LETTERS = 8_000;

const matching =
  (pattern: RegExp): Kind =>
  (value) =>
    typeof value === "string" && pattern.test(value) ? value : null;
const between =
  (least: number, most: number): Kind =>
  (value) =>
    typeof value === "number" && value >= least && value <= most ? value : null;

/** Of a look what can do no more than look: whatever stands in it, it loads nothing and takes no page over. */
export function settingsOf({ look }: Partial<SummaryTheme>, { fields, list }: Kinds): Settings {
  const families = list((name) => (typeof name === "string" && FAMILY.test(name) ? name : ""), 10);
  const few = between(0, MOST_PIXELS);
  const setting: Kind = (value) =>
    Array.isArray(value) ? families(value) : typeof value === "number" ? few(value) : matching(WORD)(value);
  const own = {
    "max-width": between(LEAST_WIDTH, Number.MAX_SAFE_INTEGER),
    "chart-height": between(0, MOST_HEIGHT),
  };
  return (fields(own, setting)({ ...look }) ?? {}) as Settings;
}

/** Paths that are only drawn, in a box that clips them; null: there is no logo. */
export function logoOf({ logo }: Partial<SummaryTheme>, { fields, list, words, short }: Kinds): Logo | null {
  const side = between(1, 10_000);
  const path = fields({ d: words(MOST_LETTERS), fill: matching(/^#[\da-f]{6}$/) }, () => null);
  const read = fields({ width: side, height: side, label: short, paths: list(path, MOST_PATHS) })(
    structuredClone(logo),
  ) as Logo | null;
  return read?.width && read.height && Array.isArray(read.paths) ? read : null;
}
