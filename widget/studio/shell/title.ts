import { words } from "../words/index.ts";
import type { Route } from "./route.ts";

/**
 * What the window is called: the view first, by which tabs are told apart.
 * @param heading what the open view says of itself: a theme's name, or which cases; empty: nothing, or not yet
 */
export function titleOf(route: Route, heading: string): string {
  return `${viewName(route, heading)} · ${words.title}`;
}

/** What a view is called before it is there to say more. */
export function nameOf(route: Route): string {
  if (route.view === "theme") return route.slug ?? words.newTheme;
  if (route.view === "cases") return words.behind;
  if (route.view === "audit") return words.auditLog;
  return words[route.view];
}

function viewName(route: Route, heading: string): string {
  if (route.view === "desk" && route.batch) return words.review;
  if (route.view === "coding") return words.rounds[route.round];
  if (route.view === "theme" && route.slug !== null)
    return `${heading || route.slug}, ${words.tabs[route.tab]}`;
  return heading || nameOf(route);
}
