import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import "../../widget/stats/index.ts";
import { LAYOUTS } from "../../widget/stats/view.ts";
import { PRESETS } from "../../widget/studio/draft/presets.ts";
import { LOOK_NAMES } from "../fixtures/looks.ts";
import { compare, type Picture } from "../gallery/compare.ts";
import { COMPARISONS, type ComparisonScene } from "../gallery/comparisons.ts";
import { serveGallery } from "../gallery/service.ts";
import { ready, type Sheet, sheet } from "../gallery/sheet.ts";
import { SCENES, type Scene } from "../gallery/states.ts";

const APPROVED = new URL("../gallery/approved/card-ru.png", import.meta.url).href;

/** The whole of the longest sheet is in the window: what isn't near it asks for nothing. */
const HEIGHT = 6000;
const PLAIN = { layout: "card", theme: "default", scheme: "light", lang: "en" } as const;

/** Court records, whose words are another's on each day of the week. */
const GROWING: readonly Scene[] = ["week", "this-week"];

/**
 * Every state in one language on a Monday; what the other days change of it; of the other languages the longest words,
 * in the dark the colours.
 */
const SETS: readonly [name: string, common: Partial<Sheet>, scenes: readonly Scene[]][] = [
  ["en", { lang: "en" }, SCENES],
  ["en-thursday", { lang: "en", day: "thursday" }, GROWING],
  ["en-sunday", { lang: "en", day: "sunday" }, GROWING],
  ["en-dark", { lang: "en", scheme: "dark" }, ["week", "bars"]],
  ["rtl", { dir: "rtl" }, ["week", "failed"]],
  ["ru", { lang: "ru" }, ["figures", "week", "frozen"]],
  ["uk", { lang: "uk" }, ["this-week", "total"]],
];

/** Every state of a comparison, the longest words of the other languages, the colours of the dark, and a narrow column. */
const COMPARED: readonly [name: string, common: Partial<Sheet>, scenes: readonly ComparisonScene[]][] = [
  ["en", { lang: "en" }, COMPARISONS],
  ["en-dark", { lang: "en", scheme: "dark" }, ["counted", "unsure"]],
  ["en-narrow", { lang: "en", column: 160 }, ["counted", "unsure"]],
  ["rtl", { dir: "rtl" }, ["counted", "unsure", "failed"]],
  ["ru", { lang: "ru" }, ["counted", "unsure", "frozen"]],
  ["uk", { lang: "uk" }, ["counted", "unsure", "sample"]],
];

let end: () => void;

beforeEach(() => {
  document.body.style.margin = "0";
  end = serveGallery(globalThis, location.href);
});

afterEach(() => {
  end();
  document.body.replaceChildren();
  document.body.removeAttribute("style");
});

async function shown(
  common: Partial<Sheet>,
  scenes: readonly (Scene | ComparisonScene)[],
  width = 1280,
): Promise<HTMLElement> {
  await page.viewport(width, HEIGHT);
  const one = sheet({ ...PLAIN, ...common }, scenes);
  document.body.replaceChildren(one);
  await ready(one);
  return one;
}

describe.each(LAYOUTS)("the gallery's %s", (layout) => {
  it.each(SETS)("looks as it was approved (%s)", async (name, common, scenes) => {
    const one = await shown({ ...common, layout }, scenes);
    await expect.element(one).toMatchScreenshot(`${layout}-${name}`);
  });
});

describe("the gallery's comparison", () => {
  it.each(COMPARED)("looks as it was approved (%s)", async (name, common, scenes) => {
    const one = await shown({ ...common, layout: "compare" }, scenes);
    await expect.element(one).toMatchScreenshot(`compare-${name}`);
  });
});

describe("the shipped themes", () => {
  it.each(["light", "dark"] as const)("look as they were approved (%s)", async (scheme) => {
    await page.viewport(1280, HEIGHT);
    const all = document.createElement("div");
    // `press` is the element's own look, on its own ground.
    const themes = PRESETS.filter((theme) => theme !== "press");
    all.append(...themes.map((theme) => sheet({ ...PLAIN, theme, scheme }, ["week"])));
    all.style.cssText = "display: grid; grid-template-columns: repeat(4, 1fr)";
    document.body.replaceChildren(all);
    await ready(all);
    await expect.element(all).toMatchScreenshot(`themes-${scheme}`);
  });
});

describe("whole looks", () => {
  it.each(["light", "dark"] as const)("look as they were approved (%s)", async (scheme) => {
    await page.viewport(1280, HEIGHT);
    const all = document.createElement("div");
    all.append(...LOOK_NAMES.map((theme) => sheet({ ...PLAIN, theme, scheme }, ["week", "figures"])));
    all.style.cssText = "display: grid; grid-template-columns: repeat(3, 1fr)";
    document.body.replaceChildren(all);
    await ready(all);
    await expect.element(all).toMatchScreenshot(`looks-${scheme}`);
  });
});

type Change = (card: HTMLElement, root: ShadowRoot) => void;

const style =
  (css: string): Change =>
  (_, root) => {
    const rules = new CSSStyleSheet();
    rules.replaceSync(css);
    root.adoptedStyleSheets.push(rules);
  };
const partOf = (card: Element, name: string) => card.querySelector(`[part=${name}]`)!;

/** The cells that are compared below, as they are or changed. */
async function taken(change?: Change, cells: "first" | "all" = "all"): Promise<Picture> {
  const one = await shown({ lang: "ru" }, ["figures", "week", "frozen"]);
  const elements = [...one.querySelectorAll("desertion-stats")];
  for (const { shadowRoot } of cells === "first" ? elements.slice(0, 1) : elements) {
    change?.(shadowRoot!.querySelector<HTMLElement>("[part=card]")!, shadowRoot!);
  }
  return pictureAt(`data:image/png;base64,${await page.screenshot({ element: one, save: false })}`);
}

async function pictureAt(url: string): Promise<Picture> {
  const image = await createImageBitmap(await (await fetch(url)).blob());
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

describe("the comparison with what was approved", () => {
  it.each<[string, Change]>([
    ["a missing number", style("[part=number] { visibility: hidden }")],
    ["another number", (card) => partOf(card, "number").replaceChildren("около 193")],
    ["a missing drawing", style("[part=sparkline] { visibility: hidden }")],
    ["a drawing in another colour", style(".frame { --accent: #1060c0 }")],
    ["a doubled label", (card) => partOf(card, "label").after(partOf(card, "label").cloneNode(true))],
    ["a missing source", style("figcaption a { visibility: hidden }")],
    ["words upon words", style("[part=label] { margin-block-start: -1em }")],
  ])("fails for %s in one cell", async (_, damage) => {
    const approved = await pictureAt(APPROVED);
    expect(compare(approved, await taken(damage, "first"))).toMatchObject({ pass: false });
  });

  it.each<[string, Change]>([
    ["letters at whole pixels", style(":host { text-rendering: optimizeSpeed }")],
    ["letters smoothed in another way", style("figure { filter: blur(.4px) }")],
    ["fainter letters", style("figure { opacity: .85 }")],
    ["bolder letters", style("figure { -webkit-text-stroke: .3px }")],
    ["lines a pixel lower", style("p, figcaption { position: relative; inset-block-start: 1px }")],
    ["lines a pixel higher", style("p, figcaption { position: relative; inset-block-start: -1px }")],
    ["lines a little further apart", style("p { line-height: calc(1.35em + .125px) }")],
  ])("passes for %s, as another machine draws them", async (_, change) => {
    expect(compare(await taken(), await taken(change))).toMatchObject({ pass: true });
  });
});
