import type { BrowserContext, Page } from "playwright";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildNextRelease } from "../hosts/build.ts";
import { firstSnippet, snippets } from "./guide.ts";
import { useBrowser, usePublisher, useReadersNewsroom } from "./stage.ts";

const publisher = usePublisher();
const browser = useBrowser();
const newsroom = useReadersNewsroom();
let reader: BrowserContext;
let nextRelease: string;

beforeAll(async () => {
  nextRelease = publisher.folder(await buildNextRelease());
});

let faults: string[];

beforeEach(async () => {
  reader = await browser.newContext();
  faults = [];
  reader.on("weberror", (error) => faults.push(String(error.error())));
  reader.on("console", (message) => message.type() === "error" && faults.push(message.text()));
});

afterEach(async () => {
  await reader.close();
  expect(faults).toEqual([]);
});

const here = (text: string) => text.replaceAll("https://HOST", newsroom.origin).trim();
const script = () => here('<script type="module" src="https://HOST/embed/v1.js"></script>');
const next = () => `<script type="module" src="${nextRelease}embed/v1.js"></script>`;
const number = (page: Page) => page.locator("desertion-stats [part~=number]");

async function open(body: string): Promise<Page> {
  const page = await reader.newPage();
  await page.goto(publisher.page(body));
  return page;
}

/** The page's counters show this many numbers, and all of them the right one. */
async function showsNumbers(page: Page, count: number): Promise<void> {
  await expect
    .poll(() => number(page).allTextContents(), { timeout: 300_000 })
    .toEqual(Array(count).fill("about 198"));
}

const TAG = "<desertion-stats>Convictions</desertion-stats>";

describe("the script on a publisher's page", () => {
  it("works before the tag", async () => {
    await showsNumbers(await open(script() + TAG), 1);
  });

  it("works after the tag", async () => {
    await showsNumbers(await open(TAG + script()), 1);
  });

  it("works twice, around two tags", async () => {
    await showsNumbers(await open(script() + TAG + script() + TAG), 2);
  });

  it("works without being a module's own tag: imported later, when the page likes", async () => {
    const page = await open(TAG);
    await page.evaluate(`import("${newsroom.origin}/embed/v1.js")`);
    await showsNumbers(page, 1);
  });

  it.each(["map", "pinned"])("works as the guide says: %s", async (way) => {
    const { file, integrity } = (await (await fetch(`${newsroom.origin}/embed/manifest.json`)).json()) as {
      file: string;
      integrity: string;
    };
    const found = snippets("html").find((html) => html.includes(way === "map" ? "importmap" : "integrity="));
    const filled = here(found ?? "")
      .replace("FILE", file)
      .replace("INTEGRITY", integrity);
    await showsNumbers(await open(filled + TAG), 1);
  });

  it("works for each form that the guide shows", async () => {
    const forms = snippets("html").filter(
      (html) => html.includes("<desertion-stats") && !html.includes("<script"),
    );
    // This newsroom's first edition is of today.
    const { edition } = (await (await fetch(`${newsroom.origin}/v1/health`)).json()) as { edition: string };
    const markup = forms.join("\n").replace(/as-of="[^"]+"/, `as-of="${edition}"`);
    const page = await open(script() + markup);
    const counters = await page.locator("desertion-stats").all();
    expect(counters.length).toBeGreaterThan(3);
    for (const counter of counters) {
      await counter.scrollIntoViewIfNeeded();
      await counter.locator("[part~=number]").waitFor();
    }
  });
});

describe("two releases on one page", () => {
  const release = (page: Page) =>
    page.evaluate(() => (customElements.get("desertion-stats") as { release?: string } | undefined)?.release);

  it("do no harm: the first one registers the tag, and the other stands back", async () => {
    const page = await open(script() + next() + TAG + TAG);
    await page.waitForLoadState();
    await showsNumbers(page, 2);
    expect(await release(page)).toBeUndefined();
  });

  it("do no harm in the other order", async () => {
    const there = here('<desertion-stats src="https://HOST">Convictions</desertion-stats>');
    const page = await open(next() + script() + there + there);
    await page.waitForLoadState();
    await showsNumbers(page, 2);
    expect(await release(page)).toBe("next");
  });
});

describe("a counter that the page's own script handles", () => {
  it("works when it is inserted later, as markup or as an element", async () => {
    const page = await open(`${script()}<main></main>`);
    await page.evaluate((tag) => {
      document.querySelector("main")?.insertAdjacentHTML("beforeend", tag);
      document.querySelector("main")?.append(document.createElement("desertion-stats"));
    }, TAG);
    await showsNumbers(page, 2);
  });

  it("works inside a shadow root, closed or open, and from a template", async () => {
    const page = await open(`${script()}<template>${TAG}</template><div></div><section></section>`);
    await page.evaluate(() => {
      const template = document.querySelector("template");
      if (!template) return;
      const fill = (host: Element | null, mode: ShadowRootMode) =>
        host?.attachShadow({ mode }).append(template.content.cloneNode(true));
      document.addEventListener("desertion-stats-load", () => document.body.append(new Text(" heard")));
      fill(document.querySelector("div"), "open");
      fill(document.querySelector("section"), "closed");
    });
    await showsNumbers(page, 1);
    // What a closed root holds can't be looked at from outside, but its event comes out.
    await expect
      .poll(() => page.locator("body").textContent(), { timeout: 300_000 })
      .toMatch(/heard\s+heard/);
  });

  it("keeps its number while it is moved, and comes back after it was removed", async () => {
    const page = await open(`${script()}<main>${TAG}</main><aside></aside>`);
    await showsNumbers(page, 1);
    await page.evaluate(() => {
      const counter = document.querySelector("desertion-stats");
      if (counter) document.querySelector("aside")?.append(counter);
    });
    await showsNumbers(page, 1);
    await page.evaluate(() => {
      const counter = document.querySelector("desertion-stats");
      counter?.remove();
      Object.assign(globalThis, { counter });
    });
    expect(await number(page).count()).toBe(0);
    await page.evaluate(() => document.body.append((globalThis as unknown as { counter: Element }).counter));
    await showsNumbers(page, 1);
  });

  it("removed before its number came, throws nothing", async () => {
    const page = await open(`${here(firstSnippet())}<main></main>`);
    await page.evaluate(() => {
      for (let i = 0; i < 20; i += 1) {
        const counter = document.createElement("desertion-stats");
        document.body.prepend(counter);
        if (i % 2 === 0) counter.remove();
        else queueMicrotask(() => counter.remove());
      }
    });
    await showsNumbers(page, 1);
  });
});
