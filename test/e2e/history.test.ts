import type { Locator, Page } from "playwright";
import { describe, expect, it } from "vitest";
import { useBrowser, useReadersNewsroom } from "./stage.ts";

const browser = useBrowser();
const newsroom = useReadersNewsroom();

/** The demo page with its first counter loaded, and what the counter's script has asked for. */
async function counter(page: Page): Promise<{ element: Locator; asked: string[] }> {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/(embed|v1)\//.test(pathname)) asked.push(pathname);
  });
  await page.goto(`${newsroom.origin}/?lang=en`);
  const element = page
    .locator("desertion-stats:visible")
    .filter({ has: page.locator("[part=history]") })
    .first();
  await element.scrollIntoViewIfNeeded();
  return { element, asked };
}

describe("the history on a page", () => {
  it("loads Chart.js when a reader opens it, and not before, under the page's own policy", async () => {
    const page = await browser.newPage();
    const refused: string[] = [];
    page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
    const { element, asked } = await counter(page);
    await element.locator("[part=history]").waitFor();
    expect(asked.filter((path) => /glance|history|series/.test(path))).toEqual([]);

    await element.locator("[part=history]").click();
    await element.locator("dialog canvas").waitFor();
    const { later } = (await (await fetch(`${newsroom.origin}/embed/manifest.json`)).json()) as {
      later: { file: string }[];
    };
    const others = /^(compare|look)-/;
    const scripts = later.filter(({ file }) => !others.test(file));
    expect(scripts.map(({ file }) => file.replace(/-.*/, ""))).toEqual(["glance", "history"]);
    for (const { file } of scripts) expect(asked).toContain(`/embed/${file}`);
    expect(asked.filter((path) => /compare|look/.test(path))).toEqual([]);
    expect(asked).toContain("/v1/series");
    const { width, height } = (await element.locator("dialog canvas").boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThan(150);
    expect(await element.locator("dialog tbody tr").count()).toBeGreaterThan(100);
    expect(refused).toEqual([]);
    await page.close();
  });

  it("hands out the same numbers as a file", async () => {
    const page = await browser.newPage();
    const { element } = await counter(page);
    await element.locator("[part=history]").click();
    await element.locator("dialog canvas").waitFor();
    const href = await element.locator("dialog .history a").first().getAttribute("href");
    const csv = await (await fetch(href!)).text();
    expect(csv.trim().split("\r\n").length - 1).toBe(await element.locator("dialog tbody tr").count());
    await page.close();
  });

  it("is a larger drawing and a table where its script can't load", async () => {
    const page = await browser.newPage();
    await page.route("**/embed/history-*", (route) => route.abort());
    const { element } = await counter(page);
    await element.locator("[part=history]").click();
    await element.locator("dialog td").first().waitFor();
    expect(await element.locator("dialog canvas").count()).toBe(0);
    expect((await element.locator("dialog [part=sparkline]").boundingBox())!.height).toBeGreaterThan(150);
    expect(await element.locator("dialog tr").count()).toBeGreaterThan(100);
    await page.close();
  });

  it("stands there with the click, as its first script comes before: with the pointer, or the focus", async () => {
    for (const come of [(button: Locator) => button.hover(), (button: Locator) => button.focus()]) {
      const page = await browser.newPage();
      const { element, asked } = await counter(page);
      const button = element.locator("[part=history]");
      await button.waitFor();
      expect(asked.filter((path) => path.includes("glance"))).toEqual([]);
      const response = page.waitForResponse("**/embed/glance-*");
      await come(button);
      await (await response).finished();
      // A script that has come answers within the same turn.
      await page.route("**", (route) => route.abort());
      await button.press("Enter");
      await element.locator("dialog[open] td").first().waitFor();
      await page.close();
    }
  });

  it("opens the counter's own page, which links to it, where none of its scripts can load", async () => {
    const page = await browser.newPage();
    await page.route("**/embed/glance-*", (route) => route.abort());
    const { element } = await counter(page);
    const opened = page.waitForEvent("popup");
    await element.locator("[part=history]").click();
    const popup = await opened;
    await popup.waitForURL(`${newsroom.origin}/embed?lang=en`);
    expect(await popup.locator("[part=history]").count()).toBe(1);
    expect(await element.locator("dialog").count()).toBe(0);
    await popup.close();
    await page.close();
  });
});
