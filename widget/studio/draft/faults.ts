import { isPlain } from "../../../worker/contract/plain-text.ts";
import { ThemeSlug, ThemeStyle } from "../../../worker/contract/theme.ts";
import { failingPairs } from "../../../worker/domain/theme/contrast.ts";
import { parseColour } from "../colour/parse.ts";
import { parseFamilies } from "./families.ts";
import { isOwnWords, OWN_WORDS } from "./lines.ts";
import { isNumberField, MEASURES, readNumber, WEIGHTS } from "./numbers.ts";

/** What is wrong with a field; the words for it are `words.faults`. */
export type Reason =
  | "missing"
  | "markup"
  | "long"
  | "slug"
  | "taken"
  | "colour"
  | "families"
  | "number"
  | "contrast"
  | "refused";

/** A field that can't be saved or published as it is. */
export interface Fault {
  /** `name`, `slug`, `light.ink`, `font`, `headings.uk` … */
  field: string;
  reason: Reason;
}

/** What can't be read as it is written; null: it can. */
export function unreadable(field: string, text: string): Reason | null {
  if (/\.(number|rule)$/.test(field) && text.trim() === "") return null;
  if (/^(light|dark)\./.test(field)) return parseColour(text) ? null : "colour";
  if (isNumberField(field)) return readNumber(field, text) === null ? "number" : null;
  if (isFont(field)) return parseFamilies(text) ? null : "families";
  return null;
}

/**
 * Everything that keeps a theme from being saved, in the order of its fields.
 * @param written what stands in fields as it was typed
 * @param slug of a new theme; null: it has its own already
 */
export function faultsIn(
  style: ThemeStyle,
  written: ReadonlyMap<string, string>,
  slug: string | null,
): Fault[] {
  const found = new Map<string, Reason>();
  const { success, error } = ThemeStyle.safeParse(style);
  for (const { path } of success ? [] : error.issues) {
    const field = path.slice(0, isFont(String(path[0])) || path[0] === "logo" ? 1 : 2).join(".");
    found.set(field, reasonOf(field, style));
  }
  for (const [field, text] of written) {
    const reason = unreadable(field, text);
    if (reason) found.set(field, reason);
  }
  // Without a name there is no address yet, and one complaint is enough.
  if (slug !== null && !found.has("name") && !ThemeSlug.safeParse(slug).success) found.set("slug", "slug");
  return [...found].map(([field, reason]) => ({ field, reason })).sort(byPlace);
}

/** Colours that keep a theme from being published: readers couldn't tell them from what they stand on. */
export function illegible(style: ThemeStyle): Fault[] {
  return failingPairs(style).map(({ scheme, foreground }) => ({
    field: `${scheme}.${foreground}`,
    reason: "contrast",
  }));
}

function reasonOf(field: string, style: ThemeStyle): Reason {
  if (isFont(field)) return "families";
  const text = field === "name" ? style.name : textOf(field, style);
  if (text === null) return "refused";
  if (text.trim() === "") return "missing";
  return /[<>\r\n\t]/.test(text) || !isPlain(text) ? "markup" : "long";
}

function textOf(field: string, style: ThemeStyle): string | null {
  const [outer = "", lang = ""] = field.split(".");
  if (!isOwnWords(outer)) return null;
  return (style[outer] as Record<string, string> | undefined)?.[lang] ?? "";
}

function isFont(field: string): boolean {
  return field === "font" || field === "heading_font" || field === "number_font";
}

/** From the top of the form to its end. */
const ORDER = [
  "name",
  "slug",
  "light",
  "dark",
  "font",
  "heading_font",
  "number_font",
  ...WEIGHTS,
  ...MEASURES,
  ...OWN_WORDS,
  "logo",
];
function byPlace(one: Fault, other: Fault): number {
  const at = ({ field }: Fault) => {
    const place = ORDER.indexOf(field.split(".")[0] ?? "");
    return place < 0 ? ORDER.length : place;
  };
  return at(one) - at(other);
}
