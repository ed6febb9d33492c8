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
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
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

describe("oEmbed", () => {
  const ask = (query: Record<string, string>) => room.get(`/oembed?${new URLSearchParams(query)}`);
  const answer = async (query: Record<string, string>) => (await ask(query)).json<Oembed>();

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

  it("names a frozen number's frame as of its edition", async () => {
    const { text } = await summary("?as-of=2025-07-01.1&lang=en");
    expect((await answer({ url: "/embed?as-of=2025-07-01.1&lang=en" })).title).toBe(text.heading);
    expect((await answer({ url: "/embed?court=39GV0005" })).type).toBe("rich");
  });
});
