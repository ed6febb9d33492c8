import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGS } from "../../worker/contract/terms.ts";
import { violations } from "./axe.ts";
import { useBrowser, useReadersNewsroom } from "./stage.ts";

const browser = useBrowser();
const newsroom = useReadersNewsroom();

describe("the first page", () => {
  it.each(LANGS)("says above everything else what can be taken, and leads to it: %s", async (lang) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${newsroom.origin}/?lang=${lang}`);
    const take = page.locator(`.edition[lang=${lang}] .take`);
    const box = await take.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(900);
    const links = await take
      .locator("a")
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    expect(links.map((link) => link.replace(newsroom.origin, "").replace(/\?[^#]*/, ""))).toEqual([
      expect.stringContaining("#embed-"),
      "/studio",
      "/docs",
      "/guides/",
      "/methodology",
    ]);
    for (const link of links) expect((await fetch(link)).status, link).toBe(200);
    await page.close();
  });
});

describe("the guides", () => {
  const names = readdirSync("docs").flatMap((file) =>
    file.endsWith(".md") ? [file.replace(".md", "")] : [],
  );

  it.each(names)("are pages of this deployment, with its own address in them: %s", async (name) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    const answer = await page.goto(`${newsroom.origin}/guides/${name}`);
    expect(answer?.status()).toBe(200);
    const text = await page.locator("main").textContent();
    expect(text).not.toContain("https://HOST");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await violations(page)).toEqual([]);
    const lost = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLAnchorElement>("main a[href^='#']")].filter(
          (link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))),
        ).length,
    );
    expect(lost).toBe(0);
    const links = await page
      .locator("main a[href^='/']")
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href.replace(/#.*/, "")));
    for (const link of new Set(links)) expect((await fetch(link)).status, link).toBeLessThan(400);
    await page.close();
  });

  it("are listed, and an unknown one is a 404", async () => {
    const list = await (await fetch(`${newsroom.origin}/guides/`)).text();
    for (const name of names) expect(list).toContain(`href="/guides/${name}"`);
    expect((await fetch(`${newsroom.origin}/guides/nothing`)).status).toBe(404);
  });

  it("have the line for publishers as it is pasted", async () => {
    const text = await (await fetch(`${newsroom.origin}/guides/publishers`)).text();
    expect(text).toContain(`src=&#34;${newsroom.origin}/embed/v1.js&#34;`);
  });
});
