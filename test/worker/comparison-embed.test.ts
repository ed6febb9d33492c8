import { beforeAll, describe, expect, it } from "vitest";
import type { CompareBody } from "../../worker/contract/compare.ts";
import type { Oembed } from "../../worker/contract/embed.ts";
import { Problem } from "../../worker/contract/problem.ts";
import { LANGS } from "../../worker/contract/terms.ts";
import { LEDGER, openNewsroom } from "./newsroom.ts";

let room: Awaited<ReturnType<typeof openNewsroom>>;
beforeAll(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
});

const PERIODS = "period=2023-H1&with=2022,2021";
const WHAT = "measure=cases-received&article=337";
const SEED = `layout=compare&${WHAT}&${PERIODS}`;
const plain = (html: string) =>
  html.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
const text = async (path: string) => plain(await (await room.get(path)).text());
const answer = (lang = "en") => room.json<CompareBody>(`/v1/compare?${WHAT}&${PERIODS}&lang=${lang}`);
const drawn = (html: string) =>
  [...html.matchAll(/<path class="(?:newest|known)" d="([^"]*)">/g)].map(([, d]) => d);

describe("an embedded comparison", () => {
  it.each(LANGS)("is drawn by the server, with every word of /v1/compare: %s", async (lang) => {
    const { text: words, edition } = await answer(lang);
    for (const path of ["/embed", "/embed/fragment.html"]) {
      const html = await text(`${path}?${SEED}&lang=${lang}`);
      for (const word of [words.heading, words.sentence, words.source]) expect(html).toContain(word);
      for (const { name, number } of words.sides)
        expect(html).toMatch(new RegExp(`<dt>${name}</dt>\\s*<dd[^>]*>${number}</dd>`));
      expect(drawn(html)).toEqual(["M0,0H100V10H0Z", "M0,0H48.22V10H0Z", "M0,0H29.62V10H0Z"]);
      expect(html).toContain(`href="${edition.source.url}"`);
      expect(html).toContain(`lang="${lang}"`);
      expect(html).toMatch(/layout="compare" period="2023-H1" with="2022,2021"/);
    }
  });

  it("is styled in a frame by files, and in an include between its own lines", async () => {
    const frame = await text(`/embed?${SEED}`);
    expect(frame).toContain('<link rel="stylesheet" href="/embed/compare.css">');
    expect(frame).not.toContain("<style");
    expect(await text(`/embed/fragment.html?${SEED}`)).toMatch(/<style>[\s\S]*\[part=bars\]/);
    // A counter carries none of it.
    expect(await text("/embed/fragment.html")).not.toContain("[part=bars]");
  });

  it("leads to the counts behind it, which are there", async () => {
    const html = await text(`/embed?${SEED}&lang=uk`);
    const address = /href="https:\/\/stats\.example(\/history\?[^"]+)"/.exec(html)?.[1];
    expect(address).toContain("granularity=year");
    expect((await room.get(address!)).status).toBe(200);
  });

  it("has its tags for previews, and a picture of its own that is there", async () => {
    const html = await text(`/embed?${SEED}&lang=ru`);
    const picture = new URL(/property="og:image" content="([^"]+)"/.exec(html)![1]!);
    expect(Object.fromEntries(picture.searchParams)).toMatchObject({
      layout: "compare",
      period: "2023-H1",
      with: "2022,2021",
      lang: "ru",
      v: "2025-07-01.1",
    });
    const response = await room.get(picture.pathname + picture.search);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
    await response.arrayBuffer();
  });

  it("is an oEmbed of its own, however little room there is, with its picture", async () => {
    const url = encodeURIComponent(`/embed?${SEED}`);
    const ask = (more: string) => room.json<Oembed>(`/oembed?url=${url}${more}`);
    const { html, title, width, height, thumbnail_url } = await ask("");
    expect(plain(html)).toContain("layout=compare&period=2023-H1&with=2022%2C2021");
    for (const { name } of (await answer()).text.sides) expect(title).toContain(name);
    expect(thumbnail_url).toContain("layout=compare");
    const narrow = await ask("&maxwidth=200&maxheight=300");
    expect(plain(narrow.html)).toContain("layout=compare");
    expect([narrow.width, narrow.height]).toEqual([200, 300]);
    const more = encodeURIComponent(`/embed?${SEED},2020,2019,2018`);
    const higher = await room.json<Oembed>(`/oembed?url=${more}`);
    expect(higher.height).toBeGreaterThan(height);
    expect(higher.width).toBe(width);
  });

  it("draws nothing where nothing is known, and says so", async () => {
    const html = await text(`/embed?layout=compare&article=337&period=2024-03&with=2019`);
    expect(drawn(html)).toHaveLength(1);
    expect(html).toMatch(/<dt>2019<\/dt>\s*<dd>not known<\/dd>/);
  });

  it("is a picture in the summary's sizes and schemes", async () => {
    const svg = await text(`/v1/card.svg?${SEED}&lang=uk&scheme=dark`);
    const { text: words } = await answer("uk");
    expect(svg).toContain(`<title id="ds-title">${words.sentence}`);
    for (const { name, number } of words.sides) {
      expect(svg).toContain(`>${name}</text>`);
      expect(svg).toContain(`>${number}</text>`);
    }
    const png = new Uint8Array(await (await room.get(`/v1/card.png?${SEED}&size=600x400`)).arrayBuffer());
    const view = new DataView(png.buffer);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([600, 400]);
  });
});

describe("a comparison that can't be shown", () => {
  const wrong: [query: string, parameter: string, expected: string][] = [
    ["layout=compare", "period", "needed with layout=compare"],
    ["layout=compare&period=2023", "with", "period=2023-H1&with=2022,2021"],
    ["layout=compare&period=2023H1&with=2022", "period", "2023-H1"],
    ["layout=compare&period=2023&with=soon", "with", "soon isn't an ISO week"],
    [`${SEED}&span=year`, "span", "Leave it out"],
    [`${SEED}&since=2022-09-21`, "since", "Leave it out"],
    [`${SEED}&weeks=52`, "weeks", "Leave it out"],
    [`layout=compare&measure=cases-received&sentence=fine&${PERIODS}`, "measure", "measure=convictions"],
    [PERIODS, "period", "layout=compare"],
  ];

  it.each(wrong)(
    "%s is refused as a picture, with what is wrong and what to do",
    async (query, parameter, expected) => {
      const response = await room.get(`/v1/card.svg?${query}`);
      expect(response.status).toBe(400);
      const { errors } = Problem.parse(await response.json());
      expect(errors?.[0]).toMatchObject({ parameter, message: expect.stringContaining(expected) });
    },
  );

  it.each(wrong)("%s is a page that says so, in the reader's language", async (query, _, expected) => {
    const response = await room.get(`/embed?lang=uk&${query}`);
    expect(response.status).toBe(400);
    const html = plain(await response.text());
    expect(html).toContain('<html lang="uk"');
    expect(html).toContain(expected);
    expect((await room.get(`/embed/fragment.html?${query}`)).status).toBe(400);
    expect((await room.get(`/oembed?url=${encodeURIComponent(`/embed?${query}`)}`)).status).toBe(404);
  });
});

describe("the look of a comparison", () => {
  it("comes with an answer where it is asked for, and only there, so that a fixed answer stays fixed", async () => {
    const fixed = `/v1/compare?${WHAT}&${PERIODS}&as-of=2025-07-01.1`;
    const cached = async (path: string) => (await room.get(path)).headers.get("Cache-Control");
    expect(await cached(fixed)).toContain("immutable");
    expect(await cached(`${fixed}&theme=default`)).not.toContain("immutable");
    expect((await answer()).theme).toBeUndefined();
    const dressed = await room.json<CompareBody>(`/v1/compare?${WHAT}&${PERIODS}&theme=default`);
    expect(dressed.theme).toEqual({ slug: "default" });
    expect((await room.json<CompareBody>(fixed)).text.status).toContain("2025-07-01.1");
  });
});
