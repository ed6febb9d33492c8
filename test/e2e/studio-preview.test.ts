import type { Locator, Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { WAYS_OUT } from "../../widget/studio/snippet.ts";
import { THEME_LAYOUTS } from "../../worker/contract/theme.ts";
import { TWENTY_THEMES } from "../fixtures/themes.ts";
import { useBrowser, useNewsroom, usePublisher } from "./stage.ts";
import { faultsOf, openStudio, signIn, tokenOf } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
const publisher = usePublisher();

/** `ALL_PREVIEWS=1`: each theme in each layout and way out, instead of each pair of these in one theme. */
const ALL = process.env.ALL_PREVIEWS !== undefined;
const WAYS = WAYS_OUT.map(({ name }) => name);
const PAIRS = THEME_LAYOUTS.flatMap((layout) => WAYS.map((way) => ({ layout, way })));
const CASES = TWENTY_THEMES.flatMap(({ slug, style }, n) =>
  (ALL ? PAIRS : PAIRS.filter((_, at) => at % TWENTY_THEMES.length === n)).map((pair, at) => ({
    slug,
    style,
    ...pair,
    scheme: ((n + at) % 2 ? "dark" : "light") as "light" | "dark",
    lang: (["en", "ru", "uk"] as const)[n % 3]!,
  })),
);

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
  await put("default", {
    ...TWENTY_THEMES[7]!.style,
    name: "The service's own",
    radius: 20,
    hidden: ["heading"],
  });
  for (const { slug, style } of TWENTY_THEMES) await put(slug, style);
});

async function studio(): Promise<Page> {
  const page = await openStudio(browser, newsroom, "", { width: 1280 });
  await signIn(page, tokenOf(newsroom));
  return page;
}

/** A picture of a part of a page once nothing in it moves any more. */
async function settled(part: Locator): Promise<string> {
  let before = "";
  for (let tries = 0; tries < 40; tries++) {
    const now = (await part.screenshot({ animations: "disabled", caret: "hide" })).toString("base64");
    if (now === before) return now;
    before = now;
    await part.page().waitForTimeout(150);
  }
  throw new Error("It never comes to rest.");
}

/** Waits for pictures; those of the preview are drawn anew, with the theme as it is edited. */
async function drawn(place: Locator): Promise<void> {
  const picture = place.locator("img");
  if ((await picture.count()) === 0) return;
  const isHere = () =>
    picture.evaluate(
      (img: HTMLImageElement) =>
        img.complete &&
        img.naturalWidth > 0 &&
        (img.dataset.src === undefined || img.src.startsWith("blob:")),
    );
  await expect.poll(isHere, { timeout: 60_000 }).toBe(true);
}

/** What the edge of a round corner may differ by where it is drawn in a frame: of 255. */
const EDGE = 16;

/** By how many pixels two pictures differ; all, where they aren't of one size. */
function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async ({ one, other, edge }) => {
      const read = async (png: string) => {
        const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      };
      const [a, b] = [await read(one), await read(other)];
      if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY;
      let found = 0;
      for (let at = 0; at < a.data.length; at += 4)
        if ([0, 1, 2].some((part) => Math.abs(a.data[at + part]! - b.data[at + part]!) > edge)) found++;
      return found;
    },
    { one, other, edge: EDGE },
  );
}

/** The counter, or what holds it. */
const COUNTER = "iframe, img, desertion-stats [part~=number]";

describe("the preview", () => {
  it("is the page to the pixel: twenty themes, in every layout and every way out", async () => {
    const page = await studio();
    const differing: string[] = [];
    for (const { slug, layout, way, scheme, lang } of CASES) {
      const name = `${slug} ${layout} ${way} ${scheme} ${lang}`;
      await page.goto(page.url().replace(/#.*|$/, `#/themes/${slug}/snippets`));
      const choices = page.getByRole("region", { name: "For this page" });
      await choices.getByRole("combobox", { name: "Layout" }).selectOption(layout);
      await page.getByLabel("How it gets there").selectOption(way);
      await page.getByLabel("Width").selectOption("phone");
      await page.getByRole("combobox", { name: "On", exact: true }).selectOption(scheme);
      await page.evaluate(() =>
        document.querySelector<HTMLDetailsElement>("details.page")!.setAttribute("open", ""),
      );
      await page.getByLabel("Language of the page").selectOption(lang);
      const code = page.locator(`[data-way=${way}]`).locator("xpath=preceding-sibling::pre[1]");
      await code.waitFor();
      const snippet = (await code.textContent()) ?? "";
      const place = page.frameLocator(".stand").locator("#place");
      await place.locator(COUNTER).first().waitFor();
      await drawn(place);
      // At whole pixels, as a page in a window of its own: where letters stand between two, they are drawn otherwise.
      await page.locator(".stand").evaluate((stand: HTMLElement) => {
        Object.assign(stand.style, { position: "fixed", inset: "0 auto auto 0", zIndex: "9" });
      });
      const shown = await settled(place);

      const ground = scheme === "dark" ? ["#16181c", "#ececec"] : ["#ffffff", "#1a1a1a"];
      const pasted = way === "address" ? await oembedOf(snippet) : snippet;
      const once = WAYS_OUT.find((one) => one.name === way)?.once ?? "";
      const address = publisher.page(
        `<!doctype html><html lang="${lang}" style="color-scheme: ${scheme}"><meta name="viewport" content="width=device-width" /><style>
          body { display: flow-root; margin: 0; padding: 1rem; font: 1rem / 1.5 sans-serif; background: ${ground[0]}; color: ${ground[1]}; overflow-wrap: break-word }
        </style><body><main id="place">${pasted}</main>${once}`,
      );
      const host = await browser.newPage({ viewport: { width: 360, height: 900 } });
      await host.goto(address);
      await host.locator("#place").locator(COUNTER).first().waitFor();
      await drawn(host.locator("#place"));
      const real = await settled(host.locator("#place"));
      const pixels = await difference(host, shown, real);
      const overflow = await host.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (pixels > 0 || overflow > 0) differing.push(`${name}: ${pixels} pixels, ${overflow} too wide`);
      await host.close();
    }
    expect(differing).toEqual([]);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});

/** What a system makes of a pasted address. */
async function oembedOf(url: string): Promise<string> {
  const answer = await fetch(`${newsroom.origin}/oembed?${new URLSearchParams({ url })}`);
  return ((await answer.json()) as { html: string }).html;
}
