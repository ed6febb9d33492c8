import type { Page } from "playwright";
import { describe, expect, it } from "vitest";
import { WAYS_OUT } from "../../widget/studio/snippet.ts";
import type { Lang } from "../../worker/contract/terms.ts";
import { keep } from "./pictures.ts";
import { differs, pageWith, toCorner } from "./preview.ts";
import { useBrowser, useNewsroom, usePublisher } from "./stage.ts";
import { faultsOf, openStudio, signIn, tokenOf } from "./studio.ts";

const browser = useBrowser();
const publisher = usePublisher();

/** Papers as their readers know them: ground and colour on light pages and on dark ones, and their own typefaces. */
const PAPERS: readonly {
  name: string;
  lang: Lang;
  light: [ground: string, colour: string];
  dark: [ground: string, colour: string];
  typeface: string;
}[] = [
  {
    name: "The Guardian",
    lang: "en",
    light: ["#f6f6f6", "#052962"],
    dark: ["#1a1a1a", "#a2c5f5"],
    typeface: "Guardian Text, Georgia",
  },
  {
    name: "Le Monde",
    lang: "en",
    light: ["#ffffff", "#2a303b"],
    dark: ["#12171f", "#e9c46a"],
    typeface: "Marr, serif",
  },
  {
    name: "Meduza",
    lang: "ru",
    light: ["#ffffff", "#8a6238"],
    dark: ["#191919", "#d0a471"],
    typeface: "Graphik, Arial",
  },
  {
    name: "Ukrainska Pravda",
    lang: "uk",
    light: ["#ffffff", "#d0021b"],
    dark: ["#1b1b1b", "#ff6b7a"],
    typeface: "Proxima Nova, Arial",
  },
  {
    name: "Der Spiegel",
    lang: "en",
    light: ["#ffffff", "#c33106"],
    dark: ["#101010", "#ff7a52"],
    typeface: "Spiegel Sans, Arial",
  },
];

const HEIGHT = 2_400;
const choose = (page: Page, name: string, value: string) =>
  page.getByRole("combobox", { name, exact: true }).first().selectOption(value);

describe.each(PAPERS)("a paper's own counter: $name", ({ name, lang, light, dark, typeface }) => {
  // Each paper has a deployment: together they'd ask for more pictures a minute than one sender may.
  const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");

  it("is made, published, copied and pasted in every way out, without a reload", async () => {
    const studio = await openStudio(browser, newsroom);
    const complaints: string[] = [];
    studio.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await studio.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await studio.setViewportSize({ width: 1280, height: HEIGHT });
    await signIn(studio, tokenOf(newsroom));
    await studio.evaluate(() => Object.assign(window, { isSameVisit: true }));
    await studio.getByRole("link", { name: "New theme" }).click();
    await studio.locator("#name").fill(name);
    await studio.locator("#colour-light-surface").fill(light[0]);
    await studio.locator("#colour-light-accent").fill(light[1]);
    await studio.locator("#font").fill(typeface);
    await studio.locator(".fold > summary").getByText("All colours", { exact: true }).click();
    await studio.locator("#colour-dark-surface").fill(dark[0]);
    await studio.locator("#colour-dark-accent").fill(dark[1]);
    keep(`${name}-form`, await studio.screenshot());
    await studio.locator(".actions").getByRole("button", { name: "Publish", exact: true }).click();
    await studio.locator(".actions .note").getByText("Version 1 is published").waitFor();
    await studio.locator(".actions .note .link").click();
    await studio.locator("details.page").evaluate((one: HTMLDetailsElement) => (one.open = true));
    await choose(studio, "Language of the page", lang);

    const page = await browser.newPage();
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    for (const [at, { name: way }] of WAYS_OUT.entries()) {
      const scheme = at % 2 ? "dark" : "light";
      const width = (["phone", "column", "full"] as const)[at % 3]!;
      await choose(studio, "How it gets there", way);
      await choose(studio, "Width", width);
      await choose(studio, "On", scheme);
      await studio.locator(`[data-way=${way}]`).click();
      await studio.locator(`[data-way=${way}]`).getByText("Copied").waitFor();
      const snippet = await studio.evaluate(() => navigator.clipboard.readText());
      await page.setViewportSize({ width: await toCorner(studio), height: HEIGHT });
      await page.goto(publisher.page(await pageWith(snippet, way, { lang, scheme }, newsroom.origin)));
      const found = await differs(studio, page);
      keep(`${name}-${way}-${width}-${scheme}`, await page.screenshot());
      expect(found?.difference ?? null, `${way}, ${width}, ${scheme}`).toBe(null);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      if (way === "address") {
        const grounds = await page.frames()[1]!.evaluate(() => {
          const card = document.querySelector("desertion-stats")?.shadowRoot?.querySelector("[part~=card]");
          return [document.body, card!].map((one) => getComputedStyle(one).backgroundColor);
        });
        expect(grounds[0], "below the counter").toBe(grounds[1]);
      }
      if (way !== "evergreen" && way !== "pinned") continue;
      const seen = await page.locator("desertion-stats").evaluate((counter) => {
        const card = counter.shadowRoot?.querySelector("[part~=card]");
        const number = counter.shadowRoot?.querySelector("[part~=number]");
        return { family: getComputedStyle(card!).fontFamily, number: number?.textContent?.trim() };
      });
      expect(seen.family.replaceAll('"', "")).toMatch(
        new RegExp(`^${typeface.replace(/, .*/, "")}, .*serif`),
      );
      expect(seen.number).toMatch(/\d/);
    }
    expect(complaints).toEqual([]);
    expect(faultsOf(studio)).toEqual([]);
    expect(await studio.evaluate(() => "isSameVisit" in window)).toBe(true);
    await page.close();
    await studio.context().close();
  });
});
