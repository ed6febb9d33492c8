import { stripTypeScriptTypes } from "node:module";
import createClient from "openapi-fetch";
import type { Page } from "playwright";
import { describe, expect, it } from "vitest";
import { linesBelow, useRecords } from "./developers-room.ts";
import { useBrowser, usePublisher, useReadersNewsroom } from "./stage.ts";

/** What a developer copies from the reference and from the guide, run as it stands there. */
const browser = useBrowser();
const publisher = usePublisher();
const ledger = useReadersNewsroom();
const records = useRecords();

const plain = (html: string) =>
  [
    ["&#39;", "'"],
    ["&quot;", '"'],
    ["&lt;", "<"],
    ["&gt;", ">"],
    ["&amp;", "&"],
  ].reduce((text, [entity, letter]) => text.replaceAll(entity!, letter!), html);

/** The page that stands first in `/docs`. */
async function firstPage(origin: string): Promise<string> {
  const docs = await (await fetch(`${origin}/docs`)).text();
  return plain(/<pre[^>]*><code>([\s\S]*?)<\/code>/.exec(docs)?.[1] ?? "");
}

/** The libraries as npm has them, in the place of the network that serves npm's files. */
const LIBRARIES: Readonly<Record<string, string>> = {
  "https://cdn.jsdelivr.net/npm/d3@7": "node_modules/d3/dist/d3.min.js",
  "https://cdn.jsdelivr.net/npm/@observablehq/plot@0.6":
    "node_modules/@observablehq/plot/dist/plot.umd.min.js",
};

async function opened(html: string): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width: 780, height: 520 } });
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await page.route("https://cdn.jsdelivr.net/**", (route) => {
    const path = LIBRARIES[route.request().url()];
    return path ? route.fulfill({ path, contentType: "text/javascript" }) : route.abort();
  });
  await page.goto(publisher.page(html));
  return { page, faults };
}

describe("what /docs begins with", () => {
  it("is a page that charts prison against suspended sentences by quarter, the last twelve months", async () => {
    const { page, faults } = await opened(await firstPage(records.origin));
    await page.locator("#chart svg rect").first().waitFor();
    expect(faults).toEqual([]);
    expect(await page.locator("#chart g[aria-label=bar] rect").count()).toBe(8);
    const words = await page.locator("#chart").textContent();
    for (const word of [
      "articles 337 and 338",
      "2025-Q1",
      "2025-Q4",
      "suspended",
      "imprisonment",
      "known)",
      "Records of Russian military courts",
    ])
      expect(words).toContain(word);
  });

  it("says why there is no chart, where only published figures are known", async () => {
    const { page, faults } = await opened(await firstPage(ledger.origin));
    await expect.poll(() => page.locator("#chart").textContent()).toContain("only published figures");
    expect(faults).toEqual([]);
  });
});

describe("the guide's lines", () => {
  const NEWSROOMS = [
    ["generated records", records],
    ["the real ledger", ledger],
  ] as const;

  it.each(NEWSROOMS)("for openapi-fetch give rows from %s", async (_, { origin }) => {
    const [typed = ""] = linesBelow("### openapi-fetch", "ts");
    const lines = typed.replace(/^import .*\n/gm, "");
    const run = new Function(
      "createClient",
      "HOST",
      `return (async () => { ${stripTypeScriptTypes(lines)}; return rows; })()`,
    );
    const rows: { label: string; value: number }[] = await run(createClient, origin);
    expect(rows.map(({ label, value }) => [label, value])).toEqual([
      ["2021", 615],
      ["2022", 1001],
      ["2023", 5096],
    ]);
  });

  it.each(NEWSROOMS)("for Observable Plot draw the shares of %s", async (_, { origin }) => {
    const [read, draw] = linesBelow("## First: prison against suspended sentences", "js");
    const lines =
      read!.replace("http://localhost:8787", origin) + draw!.replace("Plot.plot", "const figure = Plot.plot");
    const { page, faults } = await opened(
      `<!doctype html><meta charset="utf-8"><body><script src="https://cdn.jsdelivr.net/npm/d3@7"></script><script src="https://cdn.jsdelivr.net/npm/@observablehq/plot@0.6"></script><script type="module">${lines}; document.body.append(figure); document.body.dataset.bars = shares.length;</script>`,
    );
    await page.locator("body[data-bars]").waitFor();
    expect(faults).toEqual([]);
    const bars = await page.locator("g[aria-label=bar] rect").count();
    expect(bars).toBe(origin === ledger.origin ? 0 : 8);
    expect(bars).toBe(Number(await page.locator("body").getAttribute("data-bars")));
  });
});
