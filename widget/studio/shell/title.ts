import { words as coding } from "../coding/words/index.ts";
import { words as courts } from "../courts/words/index.ts";
import { courtName } from "../desk/context.ts";
import { words as figures } from "../figures/words/index.ts";
import { words as sources } from "../sources/words/index.ts";
import { words } from "../words/index.ts";
import type { Route } from "./route.ts";

/** What the window is called: the view first, by which tabs are told apart. @param theme of the one that is open */
export function titleOf(route: Route, theme: string): string {
  return `${viewName(route, theme)} · ${words.title}`;
}

function viewName(route: Route, theme: string): string {
  if (route.view === "desk") return route.batch ? words.importing.review : words.desk;
  if (route.view === "courts") return courts.title;
  if (route.view === "figures") return figures.title;
  if (route.view === "sources") return sources.title;
  if (route.view === "coding") return coding.rounds[route.round];
  if (route.view === "cases") return [coding.behind, ...askedIn(route.query)].join(", ");
  if (route.view === "audit") return words.audit.title;
  if (route.view === "themes") return words.themes;
  return [
    theme || route.slug || words.newTheme,
    ...(route.slug === null ? [] : [words.tabs[route.tab]]),
  ].join(", ");
}

/** What a question after the cases behind a number names: its week, court and editions. */
function askedIn(query: string): string[] {
  const asked = new URLSearchParams(query);
  const court = asked.get("court");
  return [asked.get("week"), court && courtName(court), asked.get("edition"), asked.get("against")].flatMap(
    (one) => one || [],
  );
}
