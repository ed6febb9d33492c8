import type { BrowserContext, Page, Request } from "playwright";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { snippets } from "./guide.ts";
import { useBrowser, usePublisher, useReadersNewsroom } from "./stage.ts";

const publisher = usePublisher();
const browser = useBrowser();
const newsroom = useReadersNewsroom();
let reader: BrowserContext;
let questions: Request[];
let told: string[];

beforeEach(async () => {
  reader = await browser.newContext({ viewport: { width: 390, height: 844 } });
  questions = [];
  told = [];
  reader.on("request", (request) => request.url().includes("/v1/summary") && questions.push(request));
  reader.on("console", (message) => told.push(message.text()));
});

afterEach(() => reader.close());

const SCRIPT = '<script type="module" src="https://HOST/embed/v1.js"></script>';
const here = (text: string) => text.replaceAll("https://HOST", newsroom.origin);

async function open(body: string): Promise<Page> {
  const page = await reader.newPage();
  await page.goto(publisher.page(here(body)));
  return page;
}

const number = (page: Page) => page.locator("desertion-stats [part~=number]").first();
const asked = () => questions.map((request) => new URL(request.url()).search);

describe("the question", () => {
  it("is asked before Lit is evaluated and the tag defined", async () => {
    await reader.addInitScript(() => {
      const order: string[] = [];
      Object.assign(globalThis, { order });
      const { fetch, customElements } = globalThis;
      globalThis.fetch = (...args) => {
        order.push("asked");
        return fetch(...args);
      };
      const define = customElements.define.bind(customElements);
      customElements.define = (...args) => {
        order.push("defined");
        return define(...args);
      };
      // Lit names its version when it has been evaluated.
      const versions = { push: () => order.push("Lit") };
      Object.assign(globalThis, { litHtmlVersions: versions });
    });
    const page = await open(`<desertion-stats lang="uk" weeks="26">Вироки</desertion-stats>${SCRIPT}`);
    await number(page).waitFor();
    const order = await page.evaluate(() => (globalThis as unknown as { order: string[] }).order);
    expect(order.filter((one, index) => one !== order[index - 1])).toEqual(["asked", "Lit", "defined"]);
    expect(asked()).toEqual(["?lang=uk&weeks=26"]);
  });

  it("isn't asked early for a tag that is far away, or isn't drawn", async () => {
    const page = await open(`<desertion-stats offence="awol" hidden>Hidden</desertion-stats>
      <div style="display: none"><desertion-stats offence="refusal">Elsewhere</desertion-stats></div>
      <desertion-stats offence="looting">Near</desertion-stats>
      <p style="height: 9000px"></p>
      <desertion-stats offence="surrender">Far</desertion-stats>${SCRIPT}`);
    await page.locator("desertion-stats[offence=looting] [part~=number]").waitFor();
    expect(asked()).toEqual(["?lang=en&offence=looting"]);
  });

  it("is one request where the page asks it ahead, as the guide says", async () => {
    const [ahead = ""] = snippets("html").filter((one) => one.includes('rel="preload"'));
    const page = await open(`${ahead}<p lang="en"><desertion-stats>Convictions</desertion-stats></p>`);
    await number(page).waitFor();
    expect(asked()).toEqual(["?lang=en"]);
    // Chromium tells a page that preloaded in vain, some seconds later.
    expect(told).toEqual([]);
  });

  it("brings no cookies, though the page is of the same site", async () => {
    const { hostname } = new URL(newsroom.origin);
    await reader.addCookies([{ name: "reader", value: "known", domain: hostname, path: "/" }]);
    const page = await reader.newPage();
    const address = new URL(publisher.page(here(`<desertion-stats>Convictions</desertion-stats>${SCRIPT}`)));
    address.hostname = hostname;
    await page.goto(String(address));
    await number(page).waitFor();
    const [question] = questions;
    const headers = await question?.allHeaders();
    expect(Object.keys(headers ?? {})).toContain("user-agent");
    expect(headers?.cookie).toBeUndefined();
    expect(headers?.referer).toBeUndefined();
    // The cookie is there: the page itself was asked for with it.
    const own = publisher.asked.find(({ path }) => path === address.pathname);
    expect(own?.headers.cookie).toBe("reader=known");
  });
});

describe("a look that the page asks for by a property", () => {
  it("is asked for a few times at most where its script can't come", async () => {
    const tries: string[] = [];
    await reader.route(/\/embed\/look-/, (route) => {
      tries.push(route.request().url());
      return route.abort();
    });
    await reader.addInitScript(() => {
      const drawn = { count: 0 };
      Object.assign(globalThis, { drawn });
      const observed = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        const root = observed.call(this, init);
        new MutationObserver(() => (drawn.count += 1)).observe(root, { subtree: true, attributes: true });
        return root;
      };
    });
    const page = await open(
      `<style>desertion-stats { --ds-number: #00f }</style><desertion-stats>Convictions</desertion-stats>${SCRIPT}`,
    );
    await number(page).waitFor();
    const drawings = () =>
      page.evaluate(() => (globalThis as unknown as { drawn: { count: number } }).drawn.count);
    await expect.poll(() => tries.length).toBeGreaterThan(0);
    const before = await drawings();
    // Fifty frames later it still stands, and nothing is done again and again.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 50; frame += 1) await new Promise(requestAnimationFrame);
    });
    expect((await drawings()) - before).toBeLessThan(5);
    expect(tries.length).toBeLessThan(5);
  });
});
