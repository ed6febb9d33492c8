import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { faultsOf, openIn, openStudio, signIn, tokenOf } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom();
let file: string;

beforeAll(() => {
  const folder = join(newsroom.state, "files");
  mkdirSync(folder, { recursive: true });
  const truth = { seed: 5, cases: 50, from: "2024-01-01", until: "2025-06-30", dirt: [], vanishedShare: 0 };
  writeDump(folder, "desk", snapshot(generateTruth(truth), "2025-06-30"));
  file = join(folder, "desk.csv");
});

/** Of the scripts for signing in and for the list of themes, gzipped; all views together have ten times as many. */
const FIRST_BYTES = 32_000;

const WORKBOOK = fileURLToPath(new URL("../fixtures/spreadsheets/desk.xlsx", import.meta.url));

const VIEWS = ["Desk", "Figures", "Courts", "Sources", "Coding", "Behind a number", "Audit log"] as const;

const link = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Views" }).getByRole("link", { name, exact: true });
const heading = (page: Page) => page.locator("main h1:visible");
const focused = (page: Page) =>
  page.evaluate(() => `${document.activeElement?.localName} ${document.activeElement?.textContent?.trim()}`);

/** Scripts of the studio that a page takes from now on. */
function scriptsOf(page: Page): { path: string; body: Promise<Buffer> }[] {
  const taken: { path: string; body: Promise<Buffer> }[] = [];
  page.on("response", (response: Response) => {
    const { pathname } = new URL(response.url());
    if (/^\/assets\/.*\.js$/.test(pathname)) taken.push({ path: pathname, body: response.body() });
  });
  return taken;
}

describe("signing in, and the list of themes", () => {
  it("take a small script, and no view’s", async () => {
    const context = await browser.newContext();
    const page = await openIn(context, "about:blank");
    const scripts = scriptsOf(page);
    await page.goto(`${newsroom.origin}/studio`);
    await signIn(page, tokenOf(newsroom));
    await page.locator(".themes a").first().waitFor();
    const bodies = await Promise.all(scripts.map(({ body }) => body));
    expect(bodies.length).toBeGreaterThan(0);
    expect(bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)).toBeLessThan(FIRST_BYTES);
    const before = scripts.length;
    await link(page, "Courts").click();
    await page.locator("studio-courts h1").waitFor();
    expect(scripts.length).toBeGreaterThan(before);
    expect(faultsOf(page)).toEqual([]);
    await context.close();
  });
});

describe("a view that comes late", () => {
  it("has its name, its title and the focus before it is there, and afterwards", async () => {
    const page = await openStudio(browser, newsroom);
    await signIn(page, tokenOf(newsroom));
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route("**/assets/*.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole("link", { name: "New theme" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("studio-arrival").getByText("Loading").waitFor();
    expect(await heading(page).allTextContents()).toEqual(["New theme"]);
    expect(await page.title()).toBe("New theme · The Studio");
    await expect.poll(() => focused(page)).toBe("h1 New theme");
    go();
    await page.locator("#name").waitFor();
    await expect.poll(() => focused(page)).toBe("h1 New theme");
    expect(await page.title()).toBe("New theme · The Studio");
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});

describe("a view that can’t come", () => {
  it.each([
    ["without a line", undefined],
    ["once another release has replaced it", 404],
  ] as const)("says so, takes nothing along, and comes when it can: %s", async (_, status) => {
    const page = await openStudio(browser, newsroom);
    await signIn(page, tokenOf(newsroom));
    await page.goto(`${newsroom.origin}/studio?lang=en#/desk`);
    await page.locator("input[type=file]").setInputFiles(file);
    const isRead = page.locator("studio-desk").getByText("desk.csv").first();
    await isRead.waitFor();

    await page.route("**/assets/*.js", (route) => (status ? route.fulfill({ status }) : route.abort()));
    for (const name of VIEWS.filter((one) => one !== "Desk")) {
      await link(page, name).click();
      await page.getByRole("alert").getByText("couldn’t be loaded").waitFor();
      expect(await heading(page).allTextContents()).toEqual([name]);
      expect(await page.title()).toBe(`${name === "Coding" ? "Queue" : name} · The Studio`);
      expect(await page.getByRole("link", { name: "Open in a new window" }).getAttribute("href")).toBe(
        page.url(),
      );
    }
    await link(page, "Desk").click();
    await isRead.waitFor();

    await link(page, "Figures").click();
    const again = page.getByRole("button", { name: "Try again" });
    await again.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("couldn’t be loaded").waitFor();
    await expect.poll(() => focused(page)).toBe("h1 Figures");
    await page.unroute("**/assets/*.js");
    for (const name of VIEWS) {
      await link(page, name).click();
      if (await again.isVisible()) await again.click();
      await page.locator("main h1:visible").getByText(name, { exact: true }).waitFor();
      await expect.poll(() => page.locator("studio-arrival").count()).toBe(0);
    }
    await link(page, "Desk").click();
    await isRead.waitFor();
    await page.context().close();
  });
});

describe("the reader of workbooks, when it can’t come", () => {
  it("says so, blames no file, and reads the same one once it can", async () => {
    const page = await openStudio(browser, newsroom);
    await signIn(page, tokenOf(newsroom));
    await page.goto(`${newsroom.origin}/studio?lang=en#/desk`);
    const choose = page.locator("input[type=file]");
    await choose.waitFor();
    await page.route("**/assets/workbook-*.js", (route) => route.abort());
    await choose.setInputFiles(WORKBOOK);
    await page.getByRole("status").getByText("What reads Excel workbooks couldn’t be loaded").waitFor();
    await page.unroute("**/assets/workbook-*.js");
    await choose.setInputFiles(WORKBOOK);
    await page.getByText("desk-csv: 5 rows").waitFor();
    await page.context().close();
  });
});
