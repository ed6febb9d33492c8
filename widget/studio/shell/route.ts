import { CODING_ROUNDS, type CodingRound } from "../../../worker/contract/terms.ts";

/** What the address names after its `#`. */
export type Route =
  | { view: "themes" }
  | { view: "theme"; slug: string | null; tab: ThemeTab }
  | { view: "desk"; batch: string | null }
  | { view: "figures" }
  | { view: "courts" }
  | { view: "sources" }
  | { view: "coding"; round: CodingRound }
  | { view: "cases"; query: string }
  | { view: "audit" };

export const THEME_TABS = ["look", "snippets", "versions"] as const;
export type ThemeTab = (typeof THEME_TABS)[number];

/** `#/themes/paper/snippets`; what names nothing is the list of themes. */
export function routeOf(hash: string): Route {
  const [view, name, tab] = hash.replace(/^#\/?/, "").split("/");
  if (view === "desk") return { view, batch: name || null };
  if (view === "audit" || view === "sources" || view === "figures" || view === "courts") return { view };
  if (view === "coding") return { view, round: CODING_ROUNDS.find((one) => one === name) ?? "first" };
  if (view === "cases") return { view, query: name ?? "" };
  if (view === "new") return { view: "theme", slug: null, tab: "look" };
  if (view === "themes" && name) {
    return { view: "theme", slug: name, tab: THEME_TABS.find((one) => one === tab) ?? "look" };
  }
  return { view: "themes" };
}

/** The address that `routeOf` reads as this route. */
export function addressOf(route: Route): string {
  if (route.view === "themes") return "#/themes";
  if (route.view === "audit") return "#/audit";
  if (route.view === "sources") return "#/sources";
  if (route.view === "figures") return "#/figures";
  if (route.view === "courts") return "#/courts";
  if (route.view === "coding") return route.round === "first" ? "#/coding" : `#/coding/${route.round}`;
  if (route.view === "cases") return route.query ? `#/cases/${route.query}` : "#/cases";
  if (route.view === "desk") return route.batch ? `#/desk/${route.batch}` : "#/desk";
  if (route.slug === null) return "#/new";
  return `#/themes/${route.slug}${route.tab === "look" ? "" : `/${route.tab}`}`;
}
