import { DOMParser } from "@xmldom/xmldom";
import { beforeAll, describe, expect, it } from "vitest";
import type { Oembed } from "../../worker/contract/embed.ts";
import type { Summary } from "../../worker/contract/summary.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";
import { editorOf, LEGIBLE } from "./theme-room.ts";

const ORIGIN = "https://stats.example";

let room: Awaited<ReturnType<typeof openNewsroom>>;
beforeAll(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
  room.clock.at = "2025-07-02T09:00:00Z";
  await room.publishCases([convicted({ decided_on: "2025-07-01" }), convicted({ court_code: "39GV0005" })]);
  await (await editorOf(room))("PUT", "/v1/themes/paper", LEGIBLE);
  room.restart();
});

const page = async (query = "") => (await room.get(`/embed${query}`)).text();
const summary = (query = "") => room.json<Summary>(`/v1/summary${query}`);
const plain = (text: string) =>
  text.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");

describe("the page for a frame", () => {
  it("holds the element with the attributes that were asked for, and none that go without saying", async () => {
    expect(await page("?measure=convictions&offence=awol&layout=strip&weeks=52&color-scheme=dark")).toContain(
      '<desertion-stats offence="awol" weeks="52" layout="strip" color-scheme="dark">',
    );
    expect(await page("?heading=&chart=none")).toContain(
      '<desertion-stats chart="none" heading="" color-scheme="light">',
    );
    expect(await page("?color-scheme=host")).toContain("<desertion-stats>");
  });

  it("reads without scripts: the statement, its warnings and its source", async () => {
    const { text, edition } = await summary("?lang=uk");
    const read = plain(await page("?lang=uk"));
    expect(text.status).not.toBe("");
    for (const words of [text.sentence, text.status, text.source, edition.source.url]) {
      expect(read).toContain(words);
    }
    expect(read).toContain(`<html lang="uk" dir="ltr" class="light">`);
    expect(read).toContain(`<title>${text.heading}</title>`);
  });

  it("speaks a theme's language, and goes by its heading", async () => {
    const read = await page("?theme=paper&lang=en");
    expect(read).toContain(`<title>${LEGIBLE.headings.en}</title>`);
    expect(await page("?theme=paper")).toContain('<html lang="uk"');
  });

  it("stays what it was, as of an edition", async () => {
    const frozen = plain(await page("?as-of=2025-07-01.1"));
    expect(frozen).toContain((await summary("?as-of=2025-07-01.1")).text.sentence);
    expect(frozen).toContain('<desertion-stats as-of="2025-07-01.1"');
  });

  it("has one address of its own, whatever order it was asked in", async () => {
    const canonical = `<link rel="canonical" href="${ORIGIN}/embed?offence=awol&amp;lang=ru">`;
    expect(await page("?lang=ru&offence=awol")).toContain(canonical);
    expect(await page("?offence=awol&measure=convictions&lang=ru")).toContain(canonical);
  });

  it("may stand in any page, sets no cookie, and has no code of its own between its lines", async () => {
    const { headers } = await room.get("/embed");
    const policy = headers.get("Content-Security-Policy");
    // WebKit matches 'self' with nothing in a frame whose sandbox takes its origin away.
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'self' https:\/\/stats\.example; style-src 'self' https:\/\/stats\.example; connect-src 'self' https:\/\/stats\.example;/,
    );
    expect(policy).not.toMatch(/frame-ancestors|unsafe/);
    expect(headers.get("X-Frame-Options")).toBeNull();
    expect(headers.get("Set-Cookie")).toBeNull();
    expect(headers.get("Cross-Origin-Embedder-Policy")).toBe("require-corp");
    expect(await page()).not.toMatch(/<script>|<style|\sstyle=|\son\w+=/);
  });

  it("takes no words of strangers: whoever makes a link can't put a heading over the number", async () => {
    expect((await room.get("/embed?heading=Bang")).status).toBe(400);
  });

  it("refuses a court that isn't known", async () => {
    expect((await room.get("/embed?court=77GV9999")).status).toBe(400);
    expect((await room.get("/embed?court=39GV0005")).status).toBe(200);
  });
});

describe("a page address that has no number", () => {
  const refused = async (query: string, headers: Record<string, string> = {}) => {
    const response = await room.get(`/embed?${query}`, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it("is a page in the reader's language, not JSON", async () => {
    const { status, headers, text } = await refused("as-of=2020-01-01&lang=uk");
    expect(status).toBe(404);
    expect(headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'/);
    expect(text).toContain('<html lang="uk"');
    expect(text).toContain("перший випуск даних — 2025-07-01.1");
    expect(text).toContain(`href="${ORIGIN}/embed?lang=uk"`);
  });

  it("takes the browser's language where the address has none, and then is for that browser alone", async () => {
    const { headers, text } = await refused("offence=desertoin", { "Accept-Language": "ru-RU,ru;q=0.9" });
    expect(text).toContain('<html lang="ru"');
    expect(text).toContain("Did you mean desertion?");
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  it("says its colours in its tag, so that the script keeps them: asked for, a theme's, or the page's own", async () => {
    const tag = async (query: string) =>
      /<desertion-stats[^>]*>/.exec(await (await room.get(`/embed/fragment.html${query}`)).text())?.[0];
    expect(await tag("")).toContain(' color-scheme="host"');
    expect(await tag("?color-scheme=dark")).toContain(' color-scheme="dark"');
    expect(await tag("?theme=paper")).toContain(' color-scheme="light"');
    expect(await tag("?theme=paper&color-scheme=dark")).toContain(' color-scheme="dark"');
  });

  it("is a comment where a server includes it", async () => {
    const response = await room.get("/embed/fragment.html?offence=--%3E%3Cscript%3E");
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/^<!-- desertion-stats: [^<>]+ -->\n$/);
  });
});

describe("an address that people share", () => {
  const TRACKED = "fbclid=IwAR0&utm_source=a&utm_source=b&gclid=1&_hsenc=2&yclid=3";

  it.each(["/embed", "/embed/fragment.html", "/v1/card.svg", "/v1/corrections.atom", "/oembed?url=/embed"])(
    "answers the same with trackers behind it: %s",
    async (path) => {
      const plain = await room.get(path);
      const tracked = await room.get(`${path}${path.includes("?") ? "&" : "?"}${TRACKED}`);
      expect(tracked.status).toBe(200);
      expect(tracked.headers.get("ETag")).toBe(plain.headers.get("ETag"));
    },
  );

  it("refuses what is no tracker's, so that no typing error shows another number", async () => {
    expect((await room.get(`/embed?offense=awol&${TRACKED}`)).status).toBe(400);
  });

  it.each(["/v1/summary", "/v1/series", "/v1/figures", "/v1/compare?period=2023"])(
    "isn't one that has data: %s",
    async (path) => {
      expect((await room.get(`${path}${path.includes("?") ? "&" : "?"}fbclid=1`)).status).toBe(400);
    },
  );

  it("has what networks show of it, with a picture whose address is the edition's", async () => {
    const { text, edition } = await summary("?lang=uk&offence=awol");
    const read = plain(await page("?lang=uk&offence=awol&layout=strip&color-scheme=dark"));
    const property = (name: string) =>
      new RegExp(`<meta property="${name}" content="([^"]*)">`).exec(read)?.[1];
    expect(property("og:title")).toBe(text.heading);
    expect(property("og:url")).toBe(`${ORIGIN}/embed?offence=awol&lang=uk&layout=strip&color-scheme=dark`);
    expect(property("og:image")).toBe(
      `${ORIGIN}/v1/card.png?offence=awol&lang=uk&scheme=dark&letters=large&v=${edition.id}`,
    );
    const picture = property("og:image")!.replace(ORIGIN, "").replace("card.png", "card.svg");
    const now = await (await room.get("/v1/card.svg?offence=awol&lang=uk&scheme=dark&letters=large")).text();
    expect(await (await room.get(picture)).text()).toBe(now);
  });
});

describe("oEmbed", () => {
  const ask = (query: Record<string, string>) => room.get(`/oembed?${new URLSearchParams(query)}`);
  const answer = async (query: Record<string, string>) => (await ask(query)).json<Oembed>();

  it("calls the frame by all that its number is narrowed to, in the page's language", async () => {
    const narrowed = await answer({ url: "/embed?court=39GV0005&lang=uk" });
    // Its name, and that of the frame's own page, say what the number is narrowed to.
    expect(narrowed.title).toMatch(/·\s.*гарнізонний\sвійськовий\sсуд$/);
    expect(narrowed.html).toContain(`title="${narrowed.title}"`);
    const page = await (await room.get("/embed?court=39GV0005&lang=uk")).text();
    expect(page).toContain(`<title>${narrowed.title}</title>`);
  });

  it("gives the frame of an embed's address", async () => {
    const url = `${ORIGIN}/embed?offence=awol&lang=ru`;
    const { text } = await summary("?offence=awol&lang=ru");
    const oembed = await answer({ url });
    expect(oembed).toMatchObject({ version: "1.0", type: "rich", title: text.heading });
    expect(oembed.html).toMatch(/^<iframe [^<]+><\/iframe>$/);
    expect(plain(oembed.html)).toContain(`src="${url}" title="${text.heading}"`);
    expect(oembed.html).toContain(`width="${oembed.width}" height="${oembed.height}"`);
  });

  it("takes the address of a frame of this deployment, and of the demo page, with what gathered behind it", async () => {
    const frame = async (url: string) => /src="([^"]+)"/.exec((await answer({ url })).html)?.[1];
    expect(await frame("/embed")).toBe(`${ORIGIN}/embed`);
    expect(await frame(`${ORIGIN}/embed?utm_source=x&offence=awol#top`)).toBe(`${ORIGIN}/embed?offence=awol`);
    expect(await frame("http://stats.example/embed")).toBe(`${ORIGIN}/embed`);
    expect(plain((await frame("/?lang=uk&scheme=dark")) ?? "")).toBe(
      `${ORIGIN}/embed?lang=uk&color-scheme=dark`,
    );
  });

  it.each([
    "https://stats.example.org/embed",
    "https://other.example/embed?url=https://stats.example/embed",
    "//other.example/embed",
    "javascript:/embed",
    "https://[/embed",
    "/v1/summary",
    "/embed/v1.js",
    "/embed?offence=desertoin",
    "/embed?as-of=1999-01-01",
  ])("says 404 to %s", async (url) => {
    const response = await ask({ url });
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  });

  it("says 501 to a format that isn't oEmbed's", async () => {
    expect((await ask({ url: "/embed", format: "yaml" })).status).toBe(501);
  });

  it("says 400 where no address is given", async () => {
    expect((await room.get("/oembed")).status).toBe(400);
  });

  it("ignores what a consumer adds of its own, WordPress's dnt among it", async () => {
    const plainly = await answer({ url: "/embed" });
    expect(await answer({ url: "/embed", for: "acme", v: "2", callback: "x" })).toEqual(plainly);
    const { html } = await answer({ url: "/embed", dnt: "1" });
    const { text } = await summary();
    expect(plain(html)).toBe(
      `<blockquote><a href="${ORIGIN}/embed">${text.sentence}</a></blockquote>${plain(plainly.html)}`,
    );
  });

  it("has no border where a consumer keeps no style, and lets readers take the data along", async () => {
    const { html } = await answer({ url: "/embed" });
    expect(html).toContain('frameborder="0"');
    expect(html).toMatch(/sandbox="[^"]*\ballow-downloads\b/);
  });

  it("says the same as XML", async () => {
    const url = `${ORIGIN}/embed?offence=awol&lang=uk`;
    const response = await ask({ url, format: "xml", maxwidth: "300" });
    expect(response.headers.get("Content-Type")).toBe("text/xml; charset=utf-8");
    const { documentElement } = new DOMParser().parseFromString(await response.text(), "text/xml");
    const fields = [...(documentElement?.childNodes ?? [])]
      .filter(({ nodeType }) => nodeType === 1)
      .map(({ nodeName, textContent }) => [nodeName, textContent]);
    const asJson = await answer({ url, maxwidth: "300" });
    expect(fields).toEqual(Object.entries(asJson).map(([name, value]) => [name, String(value)]));
  });

  it("keeps to the room that the page has", async () => {
    for (const [maxwidth, maxheight] of [
      [300, 200],
      [120, 90],
      [2_000, 2_000],
    ] as const) {
      const { width, height } = await answer({
        url: "/embed?layout=strip",
        maxwidth: String(maxwidth),
        maxheight: String(maxheight),
      });
      expect(width).toBeLessThanOrEqual(maxwidth);
      expect(height).toBeLessThanOrEqual(maxheight);
    }
  });

  it("takes a layout that fits where the page has little height", async () => {
    const layoutAt = async (maxheight: string) =>
      /layout=(\w+)/.exec((await answer({ url: "/embed?layout=card", maxheight })).html)?.[1] ?? "card";
    expect(await layoutAt("600")).toBe("card");
    expect(await layoutAt("450")).toBe("strip");
    expect(await layoutAt("410")).toBe("number");
  });

  it("has a picture in the room that there is, whose address is answered", async () => {
    const { thumbnail_url, thumbnail_width, thumbnail_height } = await answer({
      url: "/embed",
      maxwidth: "480",
    });
    expect([thumbnail_width, thumbnail_height]).toEqual([480, 252]);
    const { pathname, search } = new URL(thumbnail_url!);
    expect((await room.get(pathname + search)).headers.get("Content-Type")).toBe("image/png");
    expect(await answer({ url: "/embed", maxwidth: "300" })).not.toHaveProperty("thumbnail_url");
  });

  it("names a frozen number's frame as of its edition", async () => {
    const { text } = await summary("?as-of=2025-07-01.1&lang=en");
    expect((await answer({ url: "/embed?as-of=2025-07-01.1&lang=en" })).title).toBe(text.heading);
    expect((await answer({ url: "/embed?court=39GV0005" })).type).toBe("rich");
  });
});
