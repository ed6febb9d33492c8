/// <reference types="vite/client" />

import type { Scheme } from "../../widget/stats/surroundings.ts";
import type { Layout } from "../../widget/stats/view.ts";
import type { Lang } from "../../worker/contract/terms.ts";
import { COMPARISONS, type ComparisonScene } from "./comparisons.ts";
import "./gallery.css";
import { sourceOf } from "./service.ts";
import { type Day, SCENES, type Scene, type Theme } from "./states.ts";

/** What all cells of a sheet have in common. */
export interface Sheet {
  layout: Layout | "compare";
  theme: Theme;
  lang: Lang;
  scheme: Scheme;
  day?: Day;
  /** Of the page, and of the answer: as it will be with a language that runs from the right. */
  dir?: "ltr" | "rtl";
  /** Width of a cell in CSS pixels; as wide as it comes by default. */
  column?: number | undefined;
}

/** What stands in the tag, as a newsroom would write it. */
const FALLBACKS: Readonly<Record<Lang, string>> = {
  en: "Convictions of deserters, with their sources",
  ru: "Приговоры за самовольное оставление части, с источниками",
  uk: "Вироки за самовільне залишення частини, з джерелами",
};
/** A sentence around the number; the element stands for `%`. */
const SENTENCES: Readonly<Record<Lang, string>> = {
  en: "Military courts hand down % such sentences in a week, the tally of court records shows.",
  ru: "Военные суды выносят % таких приговоров в неделю, следует из подсчёта судебных карточек.",
  uk: "Військові суди виносять % таких вироків на тиждень, випливає з підрахунку судових карток.",
};

/** What a comparison is asked; the answer is its scene's. */
const QUESTION = { period: "2023-H1", with: "2022,2021", measure: "cases-received", article: "337" };

/** What there is to be seen of a layout. */
export function scenesOf(layout: Sheet["layout"]): readonly (Scene | ComparisonScene)[] {
  return layout === "compare" ? COMPARISONS : SCENES;
}

/** A sheet with a cell for each scene. It loads by itself; see `ready`. */
export function sheet(common: Sheet, scenes = scenesOf(common.layout)): HTMLElement {
  const { layout, theme, lang, scheme, day = "monday", dir = "ltr", column } = common;
  const section = document.createElement("section");
  section.className = `sheet ${layout} ${scheme}`;
  section.lang = lang;
  section.dir = dir;
  if (column) section.style.gridTemplateColumns = `repeat(auto-fill, ${column}px)`;
  section.setAttribute("aria-label", [layout, theme, scheme, lang, day, dir].join(", "));
  section.append(...scenes.map((scene) => cell(scene, common)));
  return section;
}

function cell(scene: Scene | ComparisonScene, common: Sheet): HTMLElement {
  const { layout, theme, lang } = common;
  const name = document.createElement("p");
  name.className = "name";
  name.lang = "en";
  name.textContent = theme === "default" ? scene : `${scene}, ${theme}`;
  const place = document.createElement(layout === "inline" ? "p" : "div");
  place.className = "place";
  const [before = "", after = ""] = layout === "inline" ? SENTENCES[lang].split("%") : [];
  place.append(before, counter(scene, common), after);
  const cell = document.createElement("div");
  cell.className = "cell";
  cell.append(name, place);
  return cell;
}

function counter(
  scene: Scene | ComparisonScene,
  { layout, theme, lang, day = "monday", dir = "ltr" }: Sheet,
): HTMLElement {
  const element = document.createElement("desertion-stats");
  element.setAttribute("layout", layout);
  element.setAttribute("src", sourceOf(scene, theme, day, dir));
  for (const [name, value] of Object.entries(layout === "compare" ? QUESTION : {}))
    element.setAttribute(name, value);
  if (scene === "bars") element.setAttribute("chart", "bars");
  else if (layout === "inline" && scene === "week") element.setAttribute("chart", "line");
  const link = document.createElement("a");
  link.href = "/v1/figures";
  link.textContent = layout === "inline" ? "200" : FALLBACKS[lang];
  element.append(link);
  return element;
}

/** Waits until every element of a sheet shows what it will, in the letters that belong to it. */
export async function ready(sheet: HTMLElement): Promise<void> {
  const elements = [...sheet.querySelectorAll("desertion-stats")];
  const settled = new Set<EventTarget>();
  await new Promise<void>((resolve) => {
    const check = () => {
      if (elements.every((one) => settled.has(one) || one.src?.includes("/before/"))) resolve();
    };
    for (const kind of ["desertion-stats-load", "desertion-stats-error"]) {
      sheet.addEventListener(kind, ({ target }) => {
        if (target) settled.add(target);
        check();
      });
    }
    check();
  });
  await Promise.all(elements.map((one) => one.updateComplete));
  await Promise.all([...document.fonts].map((face) => face.load()));
  await document.fonts.ready;
}
