import "../../widget/stats/index.ts";
import { SCHEMES } from "../../widget/stats/surroundings.ts";
import { LAYOUTS } from "../../widget/stats/view.ts";
import { PRESETS } from "../../widget/studio/draft/presets.ts";
import { LANGS } from "../../worker/contract/terms.ts";
import { LOOK_NAMES } from "../fixtures/looks.ts";
import { COMPARISONS } from "./comparisons.ts";
import { serveGallery } from "./service.ts";
import { scenesOf, sheet } from "./sheet.ts";
import { DAYS, type Day, SCENES, type Theme } from "./states.ts";

const THEMES: readonly Theme[] = ["default", ...PRESETS, ...LOOK_NAMES];
const CHOICES = {
  state: [...new Set([...SCENES, ...COMPARISONS])],
  layout: [...LAYOUTS, "compare"],
  theme: THEMES,
  scheme: SCHEMES,
  lang: LANGS,
  day: Object.keys(DAYS) as Day[],
  dir: ["ltr", "rtl"],
  width: ["320", "768", "1280"],
  column: ["auto", "160", "300", "600"],
} as const;
type Name = keyof typeof CHOICES;

/** Where a person begins to look; everything else is one choice away. */
const BEGINNING: Readonly<Partial<Record<Name, string>>> = {
  width: "1280",
  dir: "ltr",
  day: "monday",
  column: "auto",
};

const form = document.querySelector("form")!;
const main = document.querySelector("main")!;

/** What is chosen of a kind: one, or all that there is. The address keeps it, so that a view can be sent on. */
function chosen<N extends Name>(name: N): readonly (typeof CHOICES)[N][number][] {
  const value = new URLSearchParams(location.search).get(name) ?? BEGINNING[name];
  const all: readonly (typeof CHOICES)[N][number][] = CHOICES[name];
  const one = all.filter((known) => known === value);
  return one.length > 0 ? one : all;
}

function choice(name: Name): HTMLElement {
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.name = name;
  if (!BEGINNING[name]) select.append(new Option("all", ""));
  select.append(...CHOICES[name].map((value) => new Option(value)));
  const only = chosen(name);
  select.value = only.length === 1 ? (only[0] ?? "") : "";
  label.append(name, select);
  return label;
}

/** All combinations of what is chosen. An element far below asks for nothing before it comes near the window. */
function show(): void {
  const dir = chosen("dir")[0] ?? "ltr";
  const column = Number(chosen("column")[0]) || undefined;
  const sheets = chosen("layout").flatMap((layout) =>
    chosen("theme").flatMap((theme) =>
      chosen("scheme").flatMap((scheme) =>
        chosen("lang").flatMap((lang) =>
          chosen("day").map((day) =>
            sheet(
              { layout, theme, scheme, lang, day, dir, column },
              chosen("state").filter((state) => scenesOf(layout).includes(state)),
            ),
          ),
        ),
      ),
    ),
  );
  main.style.inlineSize = `${chosen("width")[0]}px`;
  main.replaceChildren(
    ...sheets.flatMap((one) => {
      const heading = document.createElement("h2");
      heading.textContent = one.getAttribute("aria-label");
      return [heading, one];
    }),
  );
}

serveGallery(globalThis, location.href);
form.append(...(Object.keys(CHOICES) as Name[]).map(choice));
form.addEventListener("change", () => {
  const entries = [...new FormData(form)].filter(([, value]) => value !== "");
  history.replaceState(
    null,
    "",
    `?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))}`,
  );
  show();
});
show();
