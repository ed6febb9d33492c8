import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright";
import { describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { useBrowser, useReadersNewsroom } from "./stage.ts";

const browser = useBrowser();
const newsroom = useReadersNewsroom();

/** What the browser reports of a shift; TypeScript's library doesn't know the entry yet. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

/** A shift's score, and what moved from where to where, so that a failure explains itself. */
interface Shift {
  value: number;
  moved: string[];
}

/** A publisher's page on another origin. */
async function publish(body: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><body>${body}`);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, server };
}

/** The demo page in a window of this width, read from top to bottom, with every counter loaded. */
async function read(search: string, width = 1280, before?: () => void): Promise<Page> {
  // axe is injected as an inline script, which the page's own policy refuses, as it should.
  const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  await page.goto(`${newsroom.origin}/${search}`);
  for (const counter of await page.locator("desertion-stats:visible").all()) {
    await counter.scrollIntoViewIfNeeded();
    await counter.locator("[part~=number]").waitFor();
  }
  return page;
}

const PAGES = ["?lang=en", "?lang=ru", "?lang=uk"].flatMap((lang) => [lang, `${lang}&scheme=dark`]);

describe("the demo page", () => {
  it("is served under a policy without any unsafe source, and works under it", async () => {
    const { headers } = await fetch(newsroom.origin);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).not.toContain("unsafe");

    const page = await browser.newPage();
    const refused: string[] = [];
    page.on(
      "console",
      (message) => /Content.Security.Policy/i.test(message.text()) && refused.push(message.text()),
    );
    await page.goto(newsroom.origin);
    await page.locator("desertion-stats [part~=number]").first().waitFor();
    expect(refused).toEqual([]);
    await page.close();
  });

  it.each([320, 768, 1280])("shifts nothing while it loads, and fits into %i pixels", async (width) => {
    const page = await read("?lang=uk", width, () => {
      const shifts: Shift[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries() as LayoutShift[]) {
          const moved = sources.map(({ node, previousRect, currentRect }) =>
            [node?.parentElement?.tagName, node?.nodeName, previousRect.y, currentRect.y].join(" "),
          );
          shifts.push({ value, moved });
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts);
    const total = shifts.reduce((sum, { value }) => sum + value, 0);
    // To two decimals, as browsers' reports print it.
    expect(total.toFixed(2), JSON.stringify(shifts)).toBe("0.00");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.context().close();
  });

  it.each(PAGES)("has no violation of WCAG 2.2 AA that axe finds: %s", async (search) => {
    const page = await read(search);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it("turns dark with its counters, and says so in its address", async () => {
    const page = await read("?lang=ru");
    const ink = () =>
      page
        .locator("desertion-stats:visible [part~=heading]")
        .first()
        .evaluate((node) => getComputedStyle(node).color);
    const before = await ink();
    await page.locator("[data-action=scheme]:visible").click();
    await expect.poll(ink).not.toBe(before);
    expect(new URL(page.url()).search).toBe("?lang=ru&scheme=dark");
    await page.context().close();
  });

  it("copies a snippet that shows the counter on another page", async () => {
    const page = await read("");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator("[data-action=copy]:visible").click();
    const snippet = await page.evaluate(() => navigator.clipboard.readText());
    const { url, server } = await publish(snippet);
    const other = await page.context().newPage();
    await other.goto(url);
    await other.locator("desertion-stats [part~=number]").waitFor();
    expect(await other.locator("desertion-stats [part~=number]").textContent()).toBe("about 198");
    await page.context().close();
    server.close();
  });
});

describe("the built element", () => {
  it("leaves nothing on window but what every Lit element does", async () => {
    const page = await browser.newPage();
    const globals = () =>
      page.evaluate(() =>
        Object.entries({ window: globalThis, Symbol, document }).flatMap(([owner, object]) =>
          Reflect.ownKeys(object).map((name) => `${owner}.${String(name)}`),
        ),
      );
    await page.goto(`${newsroom.origin}/v1/health`);
    const before = new Set(await globals());
    await page.evaluate(`import("${newsroom.origin}/embed/v1.js")`);
    expect(await page.evaluate(() => customElements.get("desertion-stats") !== undefined)).toBe(true);
    const left = (await globals()).filter((name) => !before.has(name));
    expect(left.sort()).toEqual([
      "Symbol.metadata",
      "window.litElementVersions",
      "window.litHtmlVersions",
      "window.litPropertyMetadata",
      "window.reactiveElementVersions",
    ]);
    await page.close();
  });

  it("can be pinned: the manifest's file loads with its integrity, beside the evergreen one", async () => {
    const manifest = (await (await fetch(`${newsroom.origin}/embed/manifest.json`)).json()) as {
      file: string;
      integrity: string;
    };
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    const { url, server } = await publish(
      `<desertion-stats>…</desertion-stats>
       <script type="module" crossorigin src="${newsroom.origin}/embed/${manifest.file}" integrity="${manifest.integrity}"></script>
       <script type="module" src="${newsroom.origin}/embed/v1.js"></script>`,
    );
    await page.goto(url);
    await page.locator("desertion-stats [part~=number]").waitFor();
    expect(faults).toEqual([]);
    await page.close();
    server.close();
  });
});
