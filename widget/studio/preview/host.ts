import type { Lang } from "../../../worker/contract/terms.ts";
import { parseColour } from "../colour/parse.ts";
import type { Drawer } from "../draft/drawer.ts";
import { parseFamilies } from "../draft/families.ts";
import type { Host } from "../page/order.ts";

/** What an editor says of the page that the counter is to stand on; it is kept in this browser alone. */
export interface OwnPage {
  /** The ground in each scheme, as it is typed. */
  light: string;
  dark: string;
  /** Families of type, as they are typed. */
  letters: string;
  /** Where the paper's own typeface is. */
  typeface: string;
}

export const PLAIN_PAGE: OwnPage = { light: "#ffffff", dark: "#16181c", letters: "", typeface: "" };
const INK = { light: "#1a1a1a", dark: "#ececec" };
const KEY = "desertion-stats:page";

export function keepPage(drawer: Drawer, page: OwnPage): void {
  try {
    drawer.setItem(KEY, JSON.stringify(page));
  } catch {
    // A browser that keeps nothing costs that, and nothing else.
  }
}

export function restorePage(drawer: Drawer): OwnPage {
  try {
    const kept = JSON.parse(drawer.getItem(KEY) ?? "{}") as Record<string, unknown>;
    const text = (name: keyof OwnPage) => (typeof kept[name] === "string" ? kept[name] : PLAIN_PAGE[name]);
    return { light: text("light"), dark: text("dark"), letters: text("letters"), typeface: text("typeface") };
  } catch {
    return PLAIN_PAGE;
  }
}

/** The address of a typeface that can be loaded: over TLS, as browsers ask of a page that has it. */
export function typefaceUrl(typed: string): string | null {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : null;
  const isLocal = url?.hostname === "localhost" || url?.hostname === "127.0.0.1";
  return url && (url.protocol === "https:" || (isLocal && url.protocol === "http:")) ? url.href : null;
}

/** The page as the preview's document dresses. @param families of the theme: the first is what the file is called */
export function hostOf(
  page: OwnPage,
  scheme: "light" | "dark",
  lang: Lang,
  families: readonly string[],
): Host {
  const letters = parseFamilies(page.letters) ?? [];
  const url = typefaceUrl(page.typeface);
  const family = families[0] ?? letters[0];
  return {
    lang,
    scheme,
    ground: parseColour(page[scheme]) ?? PLAIN_PAGE[scheme],
    ink: INK[scheme],
    letters: [...letters.map((name) => JSON.stringify(name)), "sans-serif"].join(", "),
    typeface: url && family ? { family, url } : null,
  };
}
