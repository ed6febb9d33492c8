import type { Page } from "playwright";
import { describe, expect, it } from "vitest";
import { type Embed, NO_CHOICES, WAYS_OUT } from "../../widget/studio/snippet.ts";
import type { Lang } from "../../worker/contract/terms.ts";
import { fallbackText } from "../../worker/wording/index.ts";
import { firstSnippet, snippets } from "./guide.ts";
import { useBrowser, usePublisher, useReadersNewsroom } from "./stage.ts";

const browser = useBrowser();
const newsroom = useReadersNewsroom();
const publisher = usePublisher();

/** As Chromium reports it, and TypeScript doesn't know. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** How much of a page moved, as browsers count it, and what. */
interface Seen {
  shift: number;
  moved: string[];
}

/** What Core Web Vitals call good is ten times as much. */
const MOST = 0.01;

const TEXT = `<p>${"An article goes on below the counter, and nobody who reads it wants to lose the line. ".repeat(4)}</p>`;
const STYLES =
  "body { margin: 0 16px; font: 17px/1.5 serif } main { max-width: 680px; margin: auto } .cols { display: grid; grid-template-columns: 1fr 300px; gap: 24px; max-width: 1000px; margin: auto }";

/** Where publishers put a counter. */
const PLACES = {
  "an article": {
    viewport: { width: 1280, height: 900 },
    page: (tag: string) => `<main><h1>Article</h1>${tag}${TEXT.repeat(6)}</main>`,
  },
  "a column at its side": {
    viewport: { width: 1280, height: 900 },
    page: (tag: string) =>
      `<div class="cols"><main>${TEXT.repeat(6)}</main><aside><h2>Figure</h2>${tag}${TEXT.repeat(3)}</aside></div>`,
  },
  "a phone": {
    viewport: { width: 360, height: 800 },
    page: (tag: string) => `<main><h1>Article</h1>${tag}${TEXT.repeat(6)}</main>`,
  },
} as const;
type Place = keyof typeof PLACES;

/** Pages of long ago: without a doctype, with the counter where their systems put it. */
const OLD_PLACES = {
  "a paragraph": (tag: string) => `<main><h1>Article</h1><p>${tag}</p>${TEXT.repeat(6)}</main>`,
  "a table as wide as its page": (tag: string) =>
    `<main><table width="100%"><tr><td>${tag}</td></tr></table>${TEXT.repeat(6)}</main>`,
  "a cell that says its width": (tag: string) =>
    `<table><tr><td width="300" valign="top">${tag}</td></tr><tr><td>Beside</td></tr></table>${TEXT.repeat(6)}`,
} as const;

interface Way {
  viewport: { width: number; height: number };
  page: (tag: string) => string;
  doctype?: "";
}

/** The counter's script comes when the page has long been painted: as on a slow line. What the page's content shifted. */
function shifted(place: Place, tag: string, lang: Lang, styles = STYLES): Promise<Seen> {
  return shiftedIn(PLACES[place], tag, lang, styles);
}

async function shiftedIn(
  { viewport, page: around, doctype }: Way,
  tag: string,
  lang: Lang,
  styles = STYLES,
): Promise<Seen> {
  const page = await browser.newPage({ viewport });
  await page.addInitScript(() => {
    const seen: Seen = { shift: 0, moved: [] };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as LayoutShift[]) {
        seen.shift += value;
        for (const { node, previousRect, currentRect } of sources)
          seen.moved.push(`${node?.nodeName} from ${previousRect.y} to ${currentRect.y}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  let come = () => {};
  const coming = new Promise<void>((resolve) => (come = resolve));
  await page.route("**/embed/v1.js", async (route) => {
    await coming;
    await route.continue();
  });
  const body = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${styles}</style>${around(tag)}`;
  await page.goto(publisher.page(`<div lang="${lang}">${body}</div>`, {}, doctype), { waitUntil: "commit" });
  await page.locator("p").last().waitFor({ state: "attached" });
  await painted(page);
  come();
  await page.locator("desertion-stats [part~=number]").first().waitFor();
  await painted(page);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  await page.close();
  return seen;
}

/** Two frames later, so that what was laid out has been reported. */
function painted(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );
}

const COMPARISON = { period: "2023-H1", with: "2022,2021", measure: "cases-received", offence: "awol" };

const script = () => `<script type="module" src="${newsroom.origin}/embed/v1.js"></script>`;
const here = (html: string) => html.replaceAll("https://HOST", newsroom.origin);

/** As the studio prints it, for a page in this language. */
function ofStudio(
  layout: string | null,
  chart: string | null,
  lang: Lang,
  more: Partial<Embed> = {},
): string {
  const evergreen = WAYS_OUT.find(({ name }) => name === "evergreen");
  const embed: Embed = {
    ...NO_CHOICES,
    origin: newsroom.origin,
    theme: null,
    layout,
    chart,
    page: { lang, scheme: "light" },
    fallback: fallbackText(null, lang),
    number: null,
    ...more,
  };
  return evergreen?.text(embed, null) ?? "";
}

describe.each(Object.keys(PLACES) as Place[])("in %s, on a slow line", (place) => {
  it("the guide's snippets shift nothing", async () => {
    const forms = snippets("html")
      .find((html) => html.includes('layout="inline"'))
      ?.match(/<(desertion-stats|p)\b.*?<\/\1>/gs);
    expect(forms).toHaveLength(3);
    for (const tag of [here(firstSnippet()), ...(forms ?? []).map((form) => script() + here(form))]) {
      const { shift, moved } = await shifted(place, tag, "en");
      expect(shift, `${tag}\n${moved.join("\n")}`).toBeLessThanOrEqual(MOST);
    }
  });

  it("the studio's snippets shift nothing, in any layout", async () => {
    for (const [layout, chart, lang] of [
      [null, null, "uk"],
      ["card", "none", "en"],
      ["strip", null, "ru"],
      ["strip", "none", "uk"],
      ["number", null, "en"],
      ["inline", null, "uk"],
    ] as const) {
      const tag = ofStudio(layout, chart, lang);
      const { shift, moved } = await shifted(
        place,
        layout === "inline" ? `<p>Courts gave ${tag} such sentences.</p>` : tag,
        lang,
      );
      expect(shift, `${tag}\n${moved.join("\n")}`).toBeLessThanOrEqual(MOST);
    }
  });

  it("the studio's snippet of a comparison shifts nothing that is read", async () => {
    const tag = ofStudio("compare", null, "uk", COMPARISON);
    const { shift, moved } = await shifted(place, tag, "uk");
    expect(shift, moved.join("\n")).toBeLessThanOrEqual(MOST);
  });

  it("a tag without its space does, so that this measures something", async () => {
    const { shift } = await shifted(place, ofStudio(null, null, "en").replace(/<svg.*?>/, ""), "en");
    expect(shift).toBeGreaterThan(0.1);
  });
});

describe.each([1280, 360])("on a page in quirks mode, %i pixels wide", (width) => {
  it.each(Object.entries(OLD_PLACES))("the guide's snippet shifts nothing in %s", async (_, page) => {
    const way: Way = { viewport: { width, height: 800 }, page, doctype: "" };
    const { shift, moved } = await shiftedIn(way, here(firstSnippet()), "en");
    expect(shift, moved.join("\n")).toBeLessThanOrEqual(MOST);
  });
});

it("the guide's line for a style sheet of the page's own does as well, in an article", async () => {
  const [line = ""] = snippets("css");
  const tag = ofStudio("card", null, "en").replace(/<svg.*?>/, "");
  const { shift, moved } = await shifted("an article", tag, "en", STYLES + line);
  expect(shift, moved.join("\n")).toBeLessThanOrEqual(MOST);
});

it("the space is seen by nobody: not by the reader of a page that the script has reached, nor by a screen reader", async () => {
  const page = await browser.newPage();
  await page.goto(
    publisher.page(`<style>svg { display: block; width: 50px }</style>${ofStudio(null, null, "en")}`),
  );
  await page.locator("desertion-stats [part~=number]").waitFor();
  const space = page.locator("desertion-stats > svg");
  expect(await space.getAttribute("aria-hidden")).toBe("true");
  expect(await space.boundingBox()).toBeNull();
  await page.close();
});
