import { readFileSync } from "node:fs";
import type { BrowserContext, Frame, Page } from "playwright";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FRAME_LAYOUTS, type Oembed } from "../../worker/contract/embed.ts";
import { LANGS } from "../../worker/contract/terms.ts";
import { violations, WCAG } from "./axe.ts";
import { colours } from "./colours.ts";
import { snippets } from "./guide.ts";
import { useBrowser, usePublisher, useReadersNewsroom } from "./stage.ts";

const NUMBER = "desertion-stats [part~=number]";

const publisher = usePublisher();
const browser = useBrowser();
const newsroom = useReadersNewsroom();
let reader: BrowserContext;
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

const found = (language: string, word: string) => {
  const snippet = snippets(language).find((code) => code.includes(word));
  return (snippet ?? "").replaceAll("https://HOST", newsroom.origin).trim();
};
/** The guide's frame, with other parameters. */
const framed = (query = "lang=en") => found("html", "<iframe").replace("lang=en", query);
const listening = () => `<script>${found("js", "desertion-stats:height")}</script>`;

async function open(body: string, headers: Record<string, string> = {}): Promise<Page> {
  const page = await reader.newPage();
  await page.goto(publisher.page(body, headers));
  return page;
}

/** The page's frame, once it shows its number. */
async function loaded(page: Page): Promise<Frame> {
  const frame = await (await page.locator("iframe").elementHandle())?.contentFrame();
  await frame!.locator(NUMBER).waitFor();
  return frame!;
}

/** How much higher the content of a frame is than the frame. */
const overflow = (frame: Frame) =>
  frame.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);

describe("the guide's frame on a page of another site", () => {
  it.each([320, 768, 1280])("is as high as its counter in a window of %i pixels", async (width) => {
    await reader.close();
    reader = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await open(framed("lang=uk&offence=awol") + listening());
    const frame = await loaded(page);
    const height = () => page.locator("iframe").evaluate((iframe) => iframe.clientHeight);
    const content = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    await expect.poll(async () => (await height()) - (await content())).toBe(0);
    expect(await content()).toBeGreaterThan(200);

    await page.setViewportSize({ width: Math.round(width * 0.8), height: 900 });
    await expect.poll(async () => (await height()) - (await content())).toBe(0);
    expect(await overflow(frame)).toBe(0);
  });

  it("is allowed by the one source that the guide names", async () => {
    const page = await open(framed(), {
      "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; frame-src ${newsroom.origin}`,
    });
    expect(await (await loaded(page)).locator(NUMBER).textContent()).toBe("about 198");
  });

  it("works where it may do nothing but run scripts", async () => {
    const page = await open(framed().replace(/sandbox="[^"]+"/, 'sandbox="allow-scripts"') + listening());
    const frame = await loaded(page);
    await expect.poll(() => overflow(frame)).toBe(0);
  });

  it("works on a page that is isolated from other origins", async () => {
    const page = await open(framed(), {
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-opener-policy": "same-origin",
    });
    await loaded(page);
  });

  it("opens its source in a page of its own", async () => {
    const page = await open(framed());
    const frame = await loaded(page);
    await reader.route(/^https:/, (route) => route.fulfill({ body: "The source" }));
    const opened = reader.waitForEvent("page");
    // Before the script has taken over, the history is a link beside it.
    await frame.getByRole("link", { name: "Source: Mediazona" }).click();
    await (await opened).waitForURL(/^https:/);
    expect(frame.url()).toContain("/embed");
  });

  it("gives the table and the picture of its history to be kept, as its sandbox allows", async () => {
    const page = await open(framed("lang=en&color-scheme=light") + listening());
    const frame = await loaded(page);
    await frame.locator("desertion-stats button[part=history]").click();
    const dialog = frame.locator("desertion-stats dialog");
    const kept = async (press: () => Promise<void>) => {
      const waiting = page.waitForEvent("download");
      await press();
      const download = await waiting;
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const table = await kept(() => dialog.locator("a[download]").click());
    expect(table.name).toMatch(/\.csv$/);
    const [head = "", ...rows] = table.bytes.toString("utf8").trim().split("\n");
    expect(head).toContain(",");
    expect(rows.length).toBeGreaterThan(5);
    const picture = await kept(() => dialog.getByRole("button", { name: "Image (PNG)" }).click());
    expect(picture.name).toMatch(/^desertion-stats-.+\.png$/);
    expect(picture.bytes.subarray(0, 8)).toEqual(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
    expect(frame.url()).toContain("/embed");
  });

  it("sets no cookie and keeps nothing", async () => {
    const page = await reader.newPage();
    await page.goto(`${newsroom.origin}/embed`);
    await page.locator(NUMBER).waitFor();
    expect(await reader.cookies()).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  });

  it("has the colours that were asked for, whatever the reader's system prefers", async () => {
    await reader.close();
    reader = await browser.newContext({ colorScheme: "dark" });
    const ground = async (query: string) =>
      (await loaded(await open(framed(query)))).evaluate(
        () => getComputedStyle(document.body).backgroundColor,
      );
    expect(await ground("lang=en")).toBe("rgb(255, 255, 255)");
    expect(await ground("color-scheme=dark")).toBe("rgb(23, 22, 20)");
  });

  it.each(["light", "dark"] as const)(
    "changes no colour as the script takes it over, on a %s system",
    async (colorScheme) => {
      await reader.close();
      reader = await browser.newContext({ colorScheme });
      for (const scheme of ["light", "dark", "host"]) {
        const page = await reader.newPage();
        const { promise: released, resolve: start } = Promise.withResolvers<void>();
        await page.route("**/embed/v1.js", (route) => released.then(() => route.continue()));
        await page.goto(`${newsroom.origin}/embed?color-scheme=${scheme}`, { waitUntil: "commit" });
        await page.locator(NUMBER).waitFor();
        const served = await colours(page);
        start();
        await page.locator("desertion-stats button[part=history]").waitFor();
        // The colour of letters glides for a millisecond.
        await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
        expect(await colours(page), scheme).toEqual(served);
      }
    },
  );

  it("has no violation of WCAG that axe finds, light or dark", async () => {
    await reader.close();
    // axe is injected as an inline script, which the page's own policy refuses, as it should.
    reader = await browser.newContext({ bypassCSP: true });
    for (const scheme of ["light", "dark"]) {
      const page = await reader.newPage();
      await page.goto(`${newsroom.origin}/embed?color-scheme=${scheme}`);
      await page.locator(NUMBER).waitFor();
      expect(await violations(page, WCAG)).toEqual([]);
    }
  });
});

describe("a page around a frame", () => {
  /** Writes down what frames post, and answers as the page's own script would. */
  const hearing = '<script>heard = []; addEventListener("message", ({ data }) => heard.push(data))</script>';
  type Heard = { message?: string; value?: unknown; secret?: string; height?: number; type?: string };
  const heardBy = (page: Page) => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  /** What WordPress 6.1 keeps of an embed that it has found by itself. */
  const wordpress = () =>
    `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" title="x" src="${newsroom.origin}/embed#?secret=Ab3dE5gH1j" data-secret="Ab3dE5gH1j" width="320" height="500" frameborder="0"></iframe>`;

  it("hears its height as WordPress, AMP, Embedly and Iframely want it, beside our own", async () => {
    const page = await open(hearing + wordpress());
    const frame = await loaded(page);
    const height = await frame.evaluate(() =>
      Math.ceil(document.documentElement.getBoundingClientRect().height),
    );
    const src = `${newsroom.origin}/embed#?secret=Ab3dE5gH1j`;
    await expect
      .poll(() => heardBy(page))
      .toEqual(
        expect.arrayContaining([
          { type: "desertion-stats:height", height },
          { sentinel: "amp", type: "embed-size", height },
          JSON.stringify({ src, context: "iframe.resize", height }),
          { message: "height", value: height, secret: "Ab3dE5gH1j" },
        ]),
      );
  });

  it("hears it again where WordPress's script came later and says that it is ready", async () => {
    const page = await open(wordpress());
    await loaded(page);
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      addEventListener("message", ({ data }) => heard.push(data));
      const frame = document.querySelector("iframe")?.contentWindow;
      frame?.postMessage({ message: "ready", secret: "Ab3dE5gH1j" }, "*");
    });
    await expect
      .poll(async () => ((await heardBy(page)) as Heard[]).some(({ message }) => message === "height"))
      .toBe(true);
  });

  it("hears it of a frame that it hides until then, as WordPress does", async () => {
    const hidden = wordpress().replace(
      "<iframe",
      '<iframe style="position: absolute; clip: rect(1px, 1px, 1px, 1px)"',
    );
    const page = await open(`${hearing}<div style="height: 3000px"></div>${hidden}`);
    await expect
      .poll(async () => ((await heardBy(page)) as Heard[]).some(({ message }) => message === "height"))
      .toBe(true);
  });

  it("hears it where its own script comes after the frame has spoken", async () => {
    const page = await open(framed().replace('height="500"', 'height="50"'));
    const frame = await loaded(page);
    await page.addScriptTag({ content: found("js", "desertion-stats:height") });
    await expect.poll(() => overflow(frame)).toBe(0);
    expect(await page.locator("iframe").evaluate((iframe) => iframe.clientHeight)).toBeGreaterThan(200);
  });

  it("is asked to follow the source's link where a frame may open none, to the counter's own page", async () => {
    const page = await open(hearing + wordpress());
    const frame = await loaded(page);
    await frame.locator("desertion-stats figcaption a:not([part])").click();
    await expect
      .poll(() => heardBy(page))
      .toContainEqual({ message: "link", value: `${newsroom.origin}/embed`, secret: "Ab3dE5gH1j" });
  });

  it("hears nothing of WordPress's where it isn't WordPress", async () => {
    const page = await open(hearing + framed());
    await loaded(page);
    await expect.poll(async () => (await heardBy(page)).length).toBeGreaterThan(2);
    expect(((await heardBy(page)) as Heard[]).filter(({ secret }) => secret)).toEqual([]);
  });
});

describe("a shared page", () => {
  it.each(["/", "/?lang=uk", "/embed?offence=awol&lang=ru"])(
    "has what networks show of it, with a picture that is there: %s",
    async (path) => {
      const page = await reader.newPage();
      await page.goto(newsroom.origin + path);
      const content = (property: string) =>
        page.locator(`meta[property="og:${property}"]`).getAttribute("content");
      const lang = new URL(page.url()).searchParams.get("lang") ?? "en";
      const offence = path.includes("awol") ? "&offence=awol" : "";
      const summary = await fetch(`${newsroom.origin}/v1/summary?lang=${lang}${offence}`);
      const { text, edition } = (await summary.json()) as {
        text: { sentence: string };
        edition: { id: string };
      };
      expect(await content("description")).toBe(text.sentence);
      const image = await content("image");
      expect(image).toContain(`v=${edition.id}`);
      const picture = await fetch(image!);
      expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
    },
  );
});

describe("a frame without JavaScript", () => {
  it("says the number, what it counts and where it comes from", async () => {
    await reader.close();
    reader = await browser.newContext({ javaScriptEnabled: false });
    const page = await open(framed());
    const counter = page.frameLocator("iframe").locator("desertion-stats");
    const said = ((await counter.textContent()) ?? "").replaceAll("\u00a0", " ");
    expect(said).toMatch(/about 198 convictions a week under articles 332, 337 and 338/);
    // Not as text: as the element draws it.
    expect(await counter.locator("[part~=number]").textContent()).toBe("about 198");
    expect((await counter.locator("[part~=sparkline]").boundingBox())!.height).toBeGreaterThan(40);
    expect(await counter.locator("figcaption a").first().isVisible()).toBe(true);
    expect(await counter.locator("> p").first().isVisible()).toBe(false);
  });

  it("shows the rendered counter where its sandbox allows nothing at all, as in TinyMCE", async () => {
    const page = await open(framed().replace(/sandbox="[^"]+"/, 'sandbox=""'));
    const counter = page.frameLocator("iframe").locator("desertion-stats");
    await counter.locator("[part~=number]").waitFor();
    expect(await counter.locator("[part~=number]").isVisible()).toBe(true);
    expect((await counter.locator("[part~=sparkline]").boundingBox())!.height).toBeGreaterThan(40);
    // The browser says that it runs no script there, as it should.
    faults = faults.filter((fault) => !/sandboxed/.test(fault));
  });
});

describe("what oEmbed hands out", () => {
  const ask = async (query: Record<string, string>) =>
    (await (await fetch(`${newsroom.origin}/oembed?${new URLSearchParams(query)}`)).json()) as Oembed;
  const cases = FRAME_LAYOUTS.flatMap((layout) => LANGS.map((lang) => [layout, lang] as const));

  /** Each kind of answer: with a drawing and without, with a change, with nothing known. */
  const questions = ["", "&span=total", "&span=year", "&chart=none", "&offence=awol", "&heading="];
  /** Of a column, from the narrowest to a whole page: pixels. */
  const columns = ["200", "260", "320", "390", "480", "1280"];
  /** What may stay empty below a counter (pixels): a line or two, which another typeface may need. */
  const blank = 45;
  it.each(cases)("holds all of a %s in %s without listening to it, and little more", async (layout, lang) => {
    const page = await reader.newPage();
    const wrong: string[] = [];
    for (const question of questions) {
      const url = `${newsroom.origin}/embed?layout=${layout}&lang=${lang}${question}`;
      await page.goto(url);
      await page.locator("desertion-stats [part~=footer]").waitFor();
      for (const maxwidth of columns) {
        const { width, height } = await ask({ url, maxwidth });
        expect(width).toBeLessThanOrEqual(Number(maxwidth));
        // A frame's window, without the page around it.
        await page.setViewportSize({ width, height });
        const filled = await page.evaluate(() => document.body.getBoundingClientRect().height);
        if (filled > height || filled < height - blank)
          wrong.push(`${question} in ${maxwidth}: ${filled} of ${height}`);
      }
    }
    expect(wrong).toEqual([]);
    const { html } = await ask({
      url: `${newsroom.origin}/embed?layout=${layout}&lang=${lang}`,
      maxwidth: "340",
    });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(publisher.page(html));
    expect(await overflow(await loaded(page))).toBeLessThanOrEqual(0);
  });

  const years = Array.from({ length: 12 }, (_, at) => 2022 - at);
  const comparisons = [
    "period=2023-H1&with=2022,2021&measure=cases-received&article=337",
    `period=2023-H1&with=${years.join(",")}&measure=cases-received&article=337`,
    "period=2025&with=2024,2023",
    "period=2025-Q2&with=2025-Q1,2024-Q2,2023-Q2",
    "period=2024&with=2023,2022&measure=persons-sentenced",
    "period=2026-11&with=2025-11",
  ];

  it.each(LANGS)("holds all of a comparison in %s, and little more", async (lang) => {
    const page = await reader.newPage();
    for (const question of comparisons) {
      const url = `${newsroom.origin}/embed?layout=compare&${question}&lang=${lang}`;
      for (const maxwidth of ["200", "260", "340", "1200"]) {
        const { html, width, height } = await ask({ url, maxwidth });
        expect(width).toBeLessThanOrEqual(Number(maxwidth));
        await page.goto(publisher.page(html));
        const frame = await loaded(page);
        const filled = await frame.evaluate(() => document.body.getBoundingClientRect().height);
        const said = `${question} in ${maxwidth}: ${height}`;
        expect(filled, said).toBeLessThanOrEqual(height);
        // A line or two more in another typeface, for each dozen of lines, and the half-line that a wide column saves.
        expect(filled, said).toBeGreaterThan(Math.min(0.85 * height, height - blank - 5));
      }
    }
  });

  it("is found from the demo page and from a frame", async () => {
    const page = await reader.newPage();
    for (const path of ["/", "/embed?offence=awol"]) {
      await page.goto(newsroom.origin + path);
      const links = page.locator("link[rel=alternate][type$=oembed]");
      const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLLinkElement).href));
      expect(addresses).toHaveLength(2);
      for (const address of addresses) expect((await fetch(address)).status, address).toBe(200);
    }
  });
});
