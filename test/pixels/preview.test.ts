import type { Page } from "playwright";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { WAYS_OUT } from "../../widget/studio/snippet.ts";
import { LANGS } from "../../worker/contract/terms.ts";
import { THEME_LAYOUTS, ThemeStyle } from "../../worker/contract/theme.ts";
import { keep } from "../e2e/pictures.ts";
import { differs, pageWith, toCorner } from "../e2e/preview.ts";
import { useBrowser, useNewsroom, usePublisher } from "../e2e/stage.ts";
import { faultsOf, openStudio, signIn, tokenOf } from "../e2e/studio.ts";
import { LOOKS, PLAIN_STYLE } from "../fixtures/looks.ts";
import { TWENTY_THEMES } from "../fixtures/themes.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
const publisher = usePublisher();

declare module "vitest" {
  interface ProvidedContext {
    /** Which of how many equal parts of the cases, as `3/20`. */
    part: string;
    /** The themes' slugs with commas between them; empty: all. */
    themes: string;
  }
}

/** Twenty palettes with the first choices, and whole looks with what goes beyond them. */
const THEMES = [
  ...TWENTY_THEMES,
  ...Object.entries(LOOKS).map(([slug, look]) => ({
    slug,
    style: ThemeStyle.parse({ ...PLAIN_STYLE, ...look, name: `Look ${slug}` }),
  })),
];
const WAYS = WAYS_OUT.map(({ name }) => name);
const WIDTHS = ["phone", "column", "full"] as const;
const PAIRS = THEME_LAYOUTS.flatMap((layout) => WAYS.map((way) => ({ layout, way })));

interface Case {
  theme: number;
  layout: (typeof THEME_LAYOUTS)[number];
  way: (typeof WAYS)[number];
  width: (typeof WIDTHS)[number];
}

/** Each layout in each way out, with each theme, at each width; all of these together with `RUNS=10`. */
const ALL: readonly Case[] =
  inject("runs") < 10
    ? PAIRS.map((pair, n) => ({
        ...pair,
        theme: n % THEMES.length,
        width: WIDTHS[(n + (n >> 2)) % 3]!,
      }))
    : THEMES.flatMap((_, theme) =>
        PAIRS.flatMap((pair) => WIDTHS.map((width) => ({ ...pair, theme, width }))),
      );
const [PART = 0, PARTS = 0] = inject("part").split("/").map(Number);
const ONLY = inject("themes").split(",").filter(Boolean);
/** Steps of this size fall nowhere twice and leave no hole, however many parts there are. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Of the themes that are asked for, the part that is: each part has of all layouts, ways and widths. */
const CASES = ALL.filter(({ theme }) => ONLY.length === 0 || ONLY.includes(THEMES[theme]!.slug)).filter(
  (_, n) => Math.floor(((n * GOLDEN) % 1) * PARTS) === PART - 1,
);
/** Both schemes, three languages: each theme has its own two. */
const schemeOf = (theme: number) => (theme % 2 ? "dark" : "light");
const langOf = (theme: number) => LANGS[theme % LANGS.length]!;
/** So high that nothing of the studio lies over the preview. */
const HEIGHT = 2_400;

beforeAll(async () => {
  const headers = { Authorization: `Bearer ${tokenOf(newsroom)}`, "Content-Type": "application/json" };
  const put = async (slug: string, style: object) => {
    const answer = await fetch(`${newsroom.origin}/v1/themes/${slug}`, {
      method: "PUT",
      headers,
      body: JSON.stringify(style),
    });
    expect(answer.status, await answer.text()).toBeLessThan(300);
  };
  // What pages without a theme show must be in no other theme's preview.
  await put("default", { ...TWENTY_THEMES[7]!.style, name: "Own", radius: 20, hidden: ["heading"] });
  for (const { slug, style } of THEMES) await put(slug, style);
});

const PICTURES = /\/card\.(png|svg)\b/;

/** The snippet as the studio has it to copy, and its preview beside it. */
async function shownIn(studio: Page, { theme, layout, way, width }: Case): Promise<string> {
  const { slug } = THEMES[theme]!;
  const hash = `#/themes/${slug}/snippets`;
  await studio.evaluate((hash) => location.replace(hash), hash);
  await studio.getByRole("heading", { level: 1, name: THEMES[theme]!.style.name, exact: true }).waitFor();
  const choose = (name: string, value: string) =>
    studio.getByRole("combobox", { name, exact: true }).first().selectOption(value);
  await studio.getByRole("region", { name: "For this page" }).getByLabel("Layout").selectOption(layout);
  await choose("How it gets there", way);
  await choose("Width", width);
  await choose("On", schemeOf(theme));
  await studio.locator("details.page").evaluate((one: HTMLDetailsElement) => (one.open = true));
  await choose("Language of the page", langOf(theme));
  const code = studio.locator(`[data-way=${way}]`).locator("xpath=preceding-sibling::pre[1]");
  await code.waitFor();
  return (await code.textContent()) ?? "";
}

describe("the preview", () => {
  it("is the page to the pixel: each theme, each layout, each way out, at each width", async () => {
    const studio = await openStudio(browser, newsroom, "", { width: 1280 });
    await studio.setViewportSize({ width: 1280, height: HEIGHT });
    await signIn(studio, tokenOf(newsroom));
    const host = await browser.newPage();
    // Another sender for each case: one alone may have so many pictures a minute, and each choice draws one.
    let sender = "";
    for (const page of [studio, host])
      await page.route(PICTURES, (route) =>
        route.continue({ headers: { ...route.request().headers(), "CF-Connecting-IP": sender } }),
      );
    expect(CASES, "PART is as 3/20, THEMES of slugs, as bare,boxed").not.toEqual([]);
    const compared = new Set<string>();
    const differing: string[] = [];
    for (const [at, one] of CASES.entries()) {
      sender = `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
      const snippet = await shownIn(studio, one);
      const key = JSON.stringify([snippet, one.width, one.way]);
      // A picture knows no layout: four times the same.
      if (compared.has(key)) continue;
      compared.add(key);
      await host.setViewportSize({ width: await toCorner(studio), height: HEIGHT });
      const around = { lang: langOf(one.theme), scheme: schemeOf(one.theme) } as const;
      await host.goto(publisher.page(await pageWith(snippet, one.way, around, newsroom.origin)));
      const found = await differs(studio, host);
      if (!found) continue;
      const name = [THEMES[one.theme]!.slug, one.layout, one.way, one.width].join("-");
      differing.push(`${name}: ${JSON.stringify(found.difference)}`);
      keep(`${name}-shown`, found.shown);
      keep(`${name}-real`, found.real);
    }
    await host.close();
    console.log(`${compared.size} of ${CASES.length} cases: the others' snippets are the same.`);
    expect(differing).toEqual([]);
    expect(faultsOf(studio)).toEqual([]);
    await studio.context().close();
  });
});
