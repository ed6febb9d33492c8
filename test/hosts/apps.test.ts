import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useBrowser, useReadersNewsroom } from "../e2e/stage.ts";
import { APPS, type RunningApp, startApp } from "./apps.ts";

/** Visits, each by a reader of its own: what is lost in a race is lost in some of them. */
const VISITS = 10;
const NUMBER = "desertion-stats [part~=number]";

const browser = useBrowser();
const newsroom = useReadersNewsroom();

/** A reader's page that writes down what frameworks complain of, and what the guide's listener logs. */
async function reader(javaScriptEnabled = true) {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  const faults: string[] = [];
  const logged: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "log") logged.push(message.text());
    else if (/error|warning/.test(message.type())) faults.push(message.text());
  });
  return { page, faults, logged, close: () => context.close() };
}

describe.each(APPS)("a site built with %s, as its users build and serve it", (name) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp(name, newsroom.origin);
  });
  afterAll(() => app?.stop());

  /** The page's own words that it has heard of the number; Eleventy's page only logs the statement. */
  const heard = async (page: Page, logged: string[]) => {
    if (name !== "eleventy") return page.getByText("The counter shows 198.").waitFor();
    await expect.poll(() => logged.join()).toMatch(/198\sconvictions a week/);
  };

  it("has the fallback's link in what its server sends", async () => {
    const { page, close } = await reader(false);
    await page.goto(`${app.origin}/`);
    const link = page.locator("desertion-stats a");
    expect(await link.getAttribute("href")).toBe(`${newsroom.origin}/v1/figures`);
    expect(await link.isVisible()).toBe(true);
    await close();
  });

  it(`shows the number and hears of it in ${VISITS} of ${VISITS} visits, without a word on the console`, async () => {
    for (let visit = 1; visit <= VISITS; visit += 1) {
      const { page, faults, logged, close } = await reader();
      await page.goto(`${app.origin}/`);
      await page.locator(NUMBER).waitFor();
      expect(await page.locator(NUMBER).textContent()).toBe("about 198");
      await heard(page, logged);
      expect(await page.locator("desertion-stats").count()).toBe(1);
      expect(faults, `visit ${visit}`).toEqual([]);
      await close();
    }
  });

  it.each(["the service's script", "the page's own scripts"])(
    "hears of it if %s comes last",
    async (last) => {
      const { page, faults, logged, close } = await reader();
      const { promise: released, resolve: release } = Promise.withResolvers<void>();
      const late =
        last === "the service's script" ? `${newsroom.origin}/embed/v1.js` : `${app.origin}/**/*.js`;
      await page.route(late, (route) => released.then(() => route.continue()));
      await page.goto(`${app.origin}/`, { waitUntil: "commit" });
      await page.locator("desertion-stats a").first().waitFor({ state: "attached" });
      if (last === "the page's own scripts") {
        // Put in by a script it waits for no other: in the page's own order it would come after the one that is held.
        await page.addScriptTag({ type: "module", url: `${newsroom.origin}/embed/v1.js` });
        await page.locator(NUMBER).waitFor();
      }
      release();
      await page.locator(NUMBER).waitFor();
      await heard(page, logged);
      expect(faults).toEqual([]);
      await close();
    },
  );

  if (!["next", "nuxt", "sveltekit"].includes(name)) return;
  it("shows it again for a reader who leaves the page by the site's own link and comes back", async () => {
    const { page, faults, logged, close } = await reader();
    await page.goto(`${app.origin}/`);
    await heard(page, logged);
    const loads = await page.evaluate(() => performance.getEntriesByType("navigation").length);
    for (const link of ["Another page", "Back"]) await page.getByRole("link", { name: link }).click();
    await page.locator(NUMBER).waitFor();
    expect(await page.locator(NUMBER).textContent()).toBe("about 198");
    await heard(page, logged);
    expect(await page.evaluate(() => performance.getEntriesByType("navigation").length)).toBe(loads);
    expect(faults).toEqual([]);
    await close();
  });
});
