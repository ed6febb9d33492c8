import { beforeAll, describe, expect, it } from "vitest";
import { LANGS } from "../../worker/contract/terms.ts";
import { atomFaults } from "./atom-rules.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

let room: Awaited<ReturnType<typeof openNewsroom>>;
const feed = async (query = "") => (await room.get(`/v1/corrections.atom${query}`)).text();

beforeAll(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
});

describe("the feed of corrections, by the rules of RFC 4287", () => {
  it("is valid before there is any correction", async () => {
    expect(atomFaults(await feed())).toEqual([]);
  });

  it("is valid with an entry for each edition that changed something, in each language", async () => {
    await room.publishCases([convicted(), convicted({ articles: ["338.1"] })]);
    for (const at of ["2025-07-08T09:00:00Z", "2025-07-15T09:00:00Z", "2025-07-15T10:00:00Z"]) {
      room.clock.at = at;
      expect((await room.publishCases([convicted(), convicted()], "partial")).status).toBe(200);
    }
    room.restart();
    for (const lang of LANGS) {
      const xml = await feed(`?lang=${lang}`);
      expect(xml.match(/<entry>/g)).toHaveLength(3);
      expect(atomFaults(xml), lang).toEqual([]);
    }
    expect(atomFaults(await feed("?as-of=2025-07-08"))).toEqual([]);
  });

  it("has a sister that tells each edition, newest first, valid in each language", async () => {
    for (const lang of LANGS) {
      const xml = await (await room.get(`/v1/editions.atom?lang=${lang}`)).text();
      expect(atomFaults(xml), lang).toEqual([]);
      const { editions } = await room.json<{ editions: { id: string }[] }>("/v1/editions");
      const told = [...xml.matchAll(/<title>(\d{4}[^:]+):/g)].map(([, id]) => id);
      expect(told).toEqual(editions.map(({ id }) => id));
    }
  });

  it.each(["corrections", "editions"])("says the same as JSON Feed 1.1: %s", async (name) => {
    type JsonFeed = {
      version: string;
      title: string;
      feed_url: string;
      items: { id: string; url: string; title: string; content_text: string; date_published: string }[];
    };
    const feed = await room.json<JsonFeed>(`/v1/${name}.feed.json?lang=uk`);
    const xml = await (await room.get(`/v1/${name}.atom?lang=uk`)).text();
    expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
    expect(feed.feed_url).toMatch(new RegExp(`/v1/${name}\\.feed\\.json\\?lang=uk$`));
    const entries = [...xml.matchAll(/<entry>\s*<id>([^<]*)<\/id>(?:.|\n)*?<updated>([^<]*)</g)];
    expect(feed.items.map(({ id, date_published }) => [id, date_published])).toEqual(
      entries.map(([, id, updated]) => [id, updated]),
    );
    expect(feed.items.length).toBeGreaterThan(1);
    for (const { title, content_text, url } of feed.items) {
      expect(title && content_text && URL.canParse(url)).toBe(true);
    }
  });

  it.each([
    ["<id>[^<]*</id>", "", "0 of id"],
    ["<updated>[^<]*", "<updated>8 July 2025", "no instant"],
    ["<author>.*</author>", "", "0 of author"],
    ['<link rel="self"', '<link rel="next"', "no link to itself"],
    ["<title>", "<title><b/>", "holds elements"],
    ["<rights>", "<right>", "isn't XML"],
    ["</feed>", "<entry/></feed>", "0 of content"],
    ['<div xmlns="http://www.w3.org/1999/xhtml">', "<div>", "isn't one div of XHTML"],
    ["(<entry>[^]*</entry>)", "$1$1", "two entries"],
    ["&", "& ", "isn't XML"],
    ["<title>", "<title>\u0001", "isn't XML"],
  ])("would not be valid with %s as %s", async (found, instead, fault) => {
    const xml = (await feed("?lang=en")).replace("</title>", " &amp; more</title>");
    const spoilt = xml.replace(new RegExp(found), instead);
    expect(spoilt).not.toBe(xml);
    expect(atomFaults(spoilt).join("\n")).toContain(fault);
  });
});
