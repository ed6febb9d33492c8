import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page, Route } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { openIn, openStudio, signIn, tokenOf } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom();
let file: string;

beforeAll(() => {
  const folder = join(newsroom.state, "files");
  mkdirSync(folder, { recursive: true });
  const truth = { seed: 5, cases: 200, from: "2024-01-01", until: "2025-06-30", dirt: [], vanishedShare: 0 };
  writeDump(folder, "desk", snapshot(generateTruth(truth), "2025-06-30"));
  file = join(folder, "desk.csv");
});

const note = (page: Page) => page.locator(".actions .note");
const button = (page: Page, name: string) =>
  page.locator(".actions").getByRole("button", { name, exact: true });
const accent = (page: Page) => page.locator("#colour-light-accent");
const headOf = (page: Page, lang: string) => page.locator(`#heading-${lang}`);
const open = (page: Page, fold: string) =>
  page.locator(".fold > summary").getByText(fold, { exact: true }).click();
const answer = async (path: string, page: Page) =>
  page.evaluate(async (path) => (await fetch(path, { cache: "no-store" })).json(), path);

async function newTheme(name: string): Promise<Page> {
  const page = await openStudio(browser, newsroom);
  await signIn(page, tokenOf(newsroom));
  await page.goto(page.url().replace(/#.*|$/, "#/new"));
  await page.getByLabel("Name", { exact: true }).fill(name);
  return page;
}

async function publishedTheme(name: string): Promise<Page> {
  const page = await newTheme(name);
  await button(page, "Publish").click();
  await note(page).getByText("Version 1 is published").waitFor();
  return page;
}

/** Holds the next request to an address back until it is let go. */
async function hold(page: Page, url: string, method: string): Promise<() => void> {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  let isFirst = true;
  await page.route(url, async (route) => {
    if (isFirst && route.request().method() === method) {
      isFirst = false;
      await held;
    }
    await route.continue();
  });
  return go;
}

/** Lets the next request arrive, and its answer get lost. */
async function loseAnswer(page: Page, url: string, method: string): Promise<void> {
  let isFirst = true;
  await page.route(url, async (route: Route) => {
    if (!isFirst || route.request().method() !== method) return route.continue();
    isFirst = false;
    await route.fetch();
    return route.abort("connectionreset");
  });
}

describe("what is typed while the theme is on its way", () => {
  it.each(["Save draft", "Publish"] as const)("stays: %s", async (act) => {
    const page = await newTheme(`While ${act}`);
    const go = await hold(page, "**/draft?*", "PUT");
    await button(page, act).click();
    await accent(page).fill("#005f99");
    await page.getByLabel("Name", { exact: true }).fill("Typed Meanwhile");
    go();
    await note(page)
      .getByText(act === "Publish" ? "is published" : "saved as it was")
      .waitFor();
    expect(await accent(page).inputValue()).toBe("#005f99");
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Typed Meanwhile");
    await page.reload();
    await note(page).getByText("have been restored").waitFor();
    expect(await accent(page).inputValue()).toBe("#005f99");
    await button(page, "Save draft").click();
    await note(page).getByText("Draft saved").waitFor();
    await page.context().close();
  });
});

describe("a theme that is left while it is on its way", () => {
  it("leaves the next one alone, and goes on when it is opened again", async () => {
    const page = await publishedTheme("Left Behind");
    await accent(page).fill("#005f99");
    const go = await hold(page, "**/draft?*", "PUT");
    await button(page, "Save draft").click();
    await page.getByRole("link", { name: "Themes" }).click();
    await page.getByRole("link", { name: "New theme" }).click();
    const name = page.getByLabel("Name", { exact: true });
    await name.fill("Another");
    const answered = page.waitForResponse((response) => response.request().method() === "PUT");
    go();
    await answered;
    await accent(page).fill("#7c2d12");
    expect(new URL(page.url()).hash).toBe("#/new");
    expect(await name.inputValue()).toBe("Another");
    await button(page, "Save draft").click();
    await note(page).getByText("Draft saved").waitFor();
    expect(new URL(page.url()).hash).toBe("#/themes/another");

    await page.getByRole("link", { name: "Themes" }).click();
    await page.getByRole("link", { name: "Left Behind" }).click();
    await expect.poll(() => accent(page).inputValue()).toBe("#005f99");
    await button(page, "Publish").click();
    await note(page).getByText("Version 2 is published").waitFor();
    await page.context().close();
  });
});

describe("an answer that is lost on its way", () => {
  it.each([
    ["a first save", "Save draft", "**/draft?*", "PUT", false],
    ["a later save", "Save draft", "**/draft?*", "PUT", true],
    ["a first publication", "Publish", "**/publish", "POST", false],
    ["a later publication", "Publish", "**/publish", "POST", true],
  ] as const)(
    "makes no conflict with oneself, and nothing twice: %s",
    async (name, act, url, method, later) => {
      const page = later ? await publishedTheme(name) : await newTheme(name);
      await accent(page).fill("#005f99");
      await loseAnswer(page, url, method);
      await button(page, act).click();
      await note(page).getByText("can’t be reached").waitFor();
      await button(page, act).click();
      await note(page)
        .getByText(act === "Publish" ? `Version ${later ? 2 : 1} is published` : "Draft saved")
        .waitFor();
      const slug = name.replaceAll(" ", "-");
      const { versions } = (await answer(`/v1/themes/${slug}/versions`, page)) as { versions: unknown[] };
      expect(versions).toHaveLength((later ? 1 : 0) + (act === "Publish" ? 1 : 0));
      await page.context().close();
    },
  );

  it("makes none after a reload either, with more changes on top", async () => {
    const page = await publishedTheme("Lost and Reloaded");
    await accent(page).fill("#005f99");
    await loseAnswer(page, "**/draft?*", "PUT");
    await button(page, "Save draft").click();
    await note(page).getByText("can’t be reached").waitFor();
    await page.reload();
    await accent(page).fill("#7c2d12");
    await button(page, "Publish").click();
    await note(page).getByText("Version 2 is published").waitFor();
    await page.context().close();
  });
});

describe("an earlier version", () => {
  it("is seen before it is published again, and what is being edited stays", async () => {
    const page = await publishedTheme("Seen Again");
    await accent(page).fill("#005f99");
    await button(page, "Publish").click();
    await note(page).getByText("Version 2 is published").waitFor();
    await accent(page).fill("#7c2d12");
    const sent: string[] = [];
    page.on("request", (request) => {
      // The preview asks how it looks, which publishes nothing.
      if (request.method() === "POST" && !request.url().includes("/preview/")) sent.push(request.url());
    });

    await page.getByRole("link", { name: "Versions" }).click();
    await page.getByRole("button", { name: "Publish again: version 1" }).click();
    const title = page.getByRole("heading", { name: "Publish version 1 again?" });
    await expect.poll(() => title.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole("cell", { name: "#b01e28" }).waitFor();
    await page.getByText("your own changes aren’t published and stay here").waitFor();
    expect(sent).toEqual([]);
    await page.getByRole("button", { name: "Publish version 1", exact: true }).click();
    await note(page).getByText("Version 3 is published").waitFor();

    await page.getByRole("link", { name: "Look", exact: true }).click();
    expect(await accent(page).inputValue()).toBe("#7c2d12");
    await button(page, "Publish").click();
    await note(page).getByText("Version 4 is published").waitFor();
    await page.context().close();
  });
});

describe("two editors", () => {
  it("who have changed different fields lose nothing, and the second sees who changed what", async () => {
    const first = await publishedTheme("Side by Side");
    const second = await openIn(first.context(), first.url());
    await second.locator("#colour-light-surface").fill("#fff4e6");
    await open(second, "Headings and language");
    await headOf(second, "uk").fill("Втекли з частини");
    await accent(first).fill("#7c2d12");
    await button(first, "Publish").click();
    await note(first).getByText("Version 2 is published").waitFor();

    await button(second, "Publish").click();
    await note(second).getByText("Chart colour · Light pages").waitFor();
    expect(await note(second).textContent()).toMatch(/local|token|desk|admin/i);
    expect(await accent(second).inputValue()).toBe("#7c2d12");
    expect(await second.locator("#colour-light-surface").inputValue()).toBe("#fff4e6");
    await button(second, "Publish").click();
    await note(second).getByText("Version 3 is published").waitFor();
    const { versions } = (await answer("/v1/themes/side-by-side/versions", second)) as {
      versions: { style: { light: Record<string, string>; headings: object } }[];
    };
    const { style } = versions[0]!;
    expect(style.light).toMatchObject({ accent: "#7c2d12", surface: "#fff4e6" });
    expect(style.headings).toEqual({ uk: "Втекли з частини" });
    await first.context().close();
  });

  it("who have changed the same field are shown it, wherever they are, and choose field by field", async () => {
    const first = await publishedTheme("Against Each Other");
    const second = await openIn(first.context(), first.url());
    for (const [page, colour] of [
      [first, "#7c2d12"],
      [second, "#005f99"],
    ] as const) {
      await accent(page).fill(colour);
      await page.locator("#font").fill(page === first ? "Charter" : "Georgia");
    }
    await button(first, "Publish").click();
    await note(first).getByText("Version 2 is published").waitFor();
    await open(second, "Headings and language");
    await second.locator("#lang").scrollIntoViewIfNeeded();
    await button(second, "Publish").click();
    const title = second.locator("#conflict");
    await title.waitFor();
    await expect
      .poll(() =>
        title.evaluate((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return one === document.activeElement && top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
    await second.getByRole("radio", { name: /#7c2d12/ }).check();
    await second.getByRole("button", { name: "Go on with this" }).click();
    expect(await accent(second).inputValue()).toBe("#7c2d12");
    expect(await second.locator("#font").inputValue()).toBe("Georgia");
    await button(second, "Publish").click();
    await note(second).getByText("Version 3 is published").waitFor();
    await first.context().close();
  });
});

describe("files that were read", () => {
  const read = (page: Page) => page.getByText(/^desk-csv: \d+ rows/).waitFor();
  async function desk(): Promise<Page> {
    const page = await openStudio(browser, newsroom, "#/desk");
    await signIn(page, tokenOf(newsroom));
    await page.locator("input[type=file]").setInputFiles(file);
    await read(page);
    return page;
  }

  it("stay through another view, and another language", async () => {
    const page = await desk();
    await page.getByRole("link", { name: "Themes" }).click();
    await page.getByRole("link", { name: "New theme" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Typed");
    await page.getByRole("link", { name: "Українська" }).click();
    await page.getByRole("link", { name: "Відділ даних" }).click();
    await page.getByText(/^desk-csv: рядків \d+/).waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, location.search])).toEqual([
      "uk",
      "?lang=uk",
    ]);
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("button", { name: "Upload for review" }).waitFor();
    await page.context().close();
  });

  it("on their way to the service take no window back that is somewhere else by then", async () => {
    const page = await desk();
    const go = await hold(page, "**/v1/imports", "POST");
    await page.getByRole("button", { name: "Upload for review" }).click();
    await page.getByRole("link", { name: "Themes" }).click();
    await page.getByRole("link", { name: "New theme" }).click();
    const name = page.getByLabel("Name", { exact: true });
    await name.fill("Being typed");
    go();
    const ready = page.getByRole("link", { name: "An upload is ready for review" });
    await ready.waitFor();
    expect(await name.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(new URL(page.url()).hash).toBe("#/new");
    await ready.click();
    await page.getByRole("heading", { name: "What would change" }).waitFor();
    await page.context().close();
  });
});
