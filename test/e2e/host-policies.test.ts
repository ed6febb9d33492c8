import type { BrowserContext, Page, Request } from "playwright";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { firstSnippet, snippets } from "./guide.ts";
import { useBrowser, usePublisher, useReadersNewsroom } from "./stage.ts";

const publisher = usePublisher();
const browser = useBrowser();
const newsroom = useReadersNewsroom();
let reader: BrowserContext;

let requests: Request[];
let faults: string[];

beforeEach(async () => {
  reader = await browser.newContext();
  requests = [];
  faults = [];
  reader.on("request", (request) => requests.push(request));
  reader.on("weberror", (error) => faults.push(String(error.error())));
  reader.on("console", (message) => message.type() === "error" && faults.push(message.text()));
});

afterEach(async () => {
  await reader.close();
});

const here = (text: string) => text.replaceAll("https://HOST", newsroom.origin).trim();
const number = (page: Page) => page.locator("desertion-stats [part~=number]").first();
const askedFor = () => requests.map((request) => request.url());

async function read(body: string, headers: Record<string, string> = {}): Promise<Page> {
  const page = await reader.newPage();
  await page.goto(publisher.page(body, headers));
  await number(page).waitFor();
  return page;
}

describe.each(snippets("csp"))("a page on another site under default-src 'none'; %s", (sources) => {
  const nonce = "MTk4";
  const policy = () => `default-src 'none'; ${here(sources).replace("NONCE", nonce)}`;

  it("shows the number, and the browser refuses nothing", async () => {
    const snippet = here(firstSnippet()).replace("<script", `<script nonce="${nonce}"`);
    const page = await read(snippet, { "content-security-policy": policy() });
    expect(await number(page).textContent()).toBe("about 198");
    expect(faults).toEqual([]);
    // The styles are the element's own: without them, the number would be as small as the text.
    const size = (selector: string) =>
      page.locator(selector).evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
    expect(await size("desertion-stats [part~=number]")).toBeGreaterThan(2 * (await size("body")));
  });

  it("is needed as it stands: without the source of the data, the content of the tag stays", async () => {
    const snippet = here(firstSnippet()).replace("<script", `<script nonce="${nonce}"`);
    const page = await reader.newPage();
    const refused = page.waitForEvent("console", (message) => /connect-src/.test(message.text()));
    await page.goto(
      publisher.page(snippet, { "content-security-policy": policy().replace(/connect-src [^;]+/, "") }),
    );
    await refused;
    expect(await page.locator("desertion-stats a").isVisible()).toBe(true);
    expect(await number(page).count()).toBe(0);
  });
});

describe("a page under Trusted Types", () => {
  const policy = (policies: string) => ({
    "content-security-policy": `require-trusted-types-for 'script'; trusted-types ${policies}`,
  });
  const script = (file: string) => `<script type="module" src="${newsroom.origin}/embed/${file}"></script>`;
  const TAG = "<desertion-stats>Convictions</desertion-stats>";

  it.each(["before", "after"])("keeps its own Lit's policy, made %s the element", async (when) => {
    const own = `<script type="module">
      ${when === "after" ? "await customElements.whenDefined('desertion-stats');" : ""}
      window.own = trustedTypes.createPolicy("lit-html", { createHTML: (html) => html });
      document.querySelector("main").innerHTML = own.createHTML("<b>theirs</b>");
    </script>`;
    const scripts = when === "before" ? own + script("v1.js") : script("v1.js") + own;
    const page = await read(`<main></main>${TAG}${scripts}`, policy("lit-html desertion-stats"));
    await page.getByText("theirs").waitFor();
    expect(await number(page).textContent()).toBe("about 198");
    expect(
      await page.evaluate(() =>
        Object.hasOwn((globalThis as { trustedTypes?: object }).trustedTypes ?? {}, "createPolicy"),
      ),
    ).toBe(false);
    expect(faults).toEqual([]);
  });

  it("may have the evergreen script and the pinned one", async () => {
    const { file } = (await (await fetch(`${newsroom.origin}/embed/manifest.json`)).json()) as {
      file: string;
    };
    const page = await read(
      TAG + script("v1.js") + script(file) + script(`${file}?again`),
      policy("desertion-stats"),
    );
    await page.waitForLoadState("networkidle");
    expect(await number(page).textContent()).toBe("about 198");
    expect(faults).toEqual([]);
  });
});

describe("a sandboxed iframe", () => {
  it("that may run scripts shows the number", async () => {
    const inner = publisher.page(here(firstSnippet()));
    const page = await reader.newPage();
    await page.goto(publisher.page(`<iframe sandbox="allow-scripts" src="${inner}"></iframe>`));
    const shown = page.frameLocator("iframe").locator("desertion-stats [part~=number]");
    await shown.waitFor();
    expect(await shown.textContent()).toBe("about 198");
    expect(faults).toEqual([]);
  });

  it("that may run none shows the content of the tag", async () => {
    const inner = publisher.page(here(firstSnippet()));
    const page = await reader.newPage();
    await page.goto(publisher.page(`<iframe sandbox src="${inner}"></iframe>`));
    await page.frameLocator("iframe").locator("desertion-stats a").waitFor();
    expect(askedFor().filter((url) => url.includes("/v1/summary"))).toEqual([]);
  });
});

describe("the privacy of a reader", () => {
  it("is kept: beside the page there are two requests, the script and the number", async () => {
    const page = await read(here(firstSnippet()));
    await page.waitForLoadState("networkidle");
    expect(askedFor()).toEqual([
      page.url(),
      `${newsroom.origin}/embed/v1.js`,
      `${newsroom.origin}/v1/summary?lang=en`,
    ]);
  });

  it("is kept with several counters: equal questions share one request", async () => {
    const again =
      '<desertion-stats layout="strip"></desertion-stats><desertion-stats layout="number"></desertion-stats>';
    const page = await read(here(firstSnippet()) + again);
    await page.waitForFunction(() =>
      [...document.querySelectorAll("desertion-stats")].every((one) => "summary" in one && one.summary),
    );
    expect(askedFor().filter((url) => url.includes("/v1/summary"))).toHaveLength(1);
  });

  it("is kept from the service: the number's request has no cookie, even if there is one, and no address", async () => {
    await reader.addCookies([{ name: "spy", value: "1", url: newsroom.origin }]);
    // Cookies don't care for ports: the publisher's page and the service are one site now.
    const address = publisher.page(here(firstSnippet())).replace("127.0.0.1", "localhost");
    const page = await reader.newPage();
    await page.goto(address);
    await number(page).waitFor();
    const asked = requests.filter((request) => request.url().includes("/v1/summary"));
    expect(asked).toHaveLength(1);
    for (const request of asked) {
      const { cookie, referer } = await request.allHeaders();
      expect([cookie ?? "", referer ?? ""]).toEqual(["", ""]);
    }
    // The browser does send it where it is asked to: with a page of the service's own.
    await page.goto(newsroom.origin);
    await number(page).waitFor();
    const document = requests.find((request) => request.url() === `${newsroom.origin}/`);
    expect((await document?.allHeaders())?.cookie).toBe("spy=1");
  });

  it("is kept on their machine: no cookie, no storage, no worker, no cache", async () => {
    const page = await read(here(firstSnippet()));
    expect(await reader.cookies()).toEqual([]);
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
    for (const request of requests) {
      expect((await (await request.response())?.allHeaders())?.["set-cookie"]).toBeUndefined();
    }
  });
});
