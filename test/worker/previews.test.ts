import { beforeAll, describe, expect, it } from "vitest";
import { LEDGER, openNewsroom } from "./newsroom.ts";

let room: Awaited<ReturnType<typeof openNewsroom>>;
beforeAll(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
});

const plain = (html: string) =>
  html.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
const PAGES = [
  "/embed?offence=awol&lang=ru",
  "/embed?layout=compare&measure=cases-received&article=337&period=2023-H1&with=2022,2021",
  "/methodology?lang=uk",
  "/history?offence=awol&evidence=published&granularity=month&lang=uk",
];

/** The tags for networks, by their names. */
async function tagsOf(path: string): Promise<Map<string, string>> {
  const html = plain(await (await room.get(path)).text());
  const tags = html.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">/g);
  return new Map([...tags].map(([, name, content]) => [name!, content!]));
}

describe("a page that is shared", () => {
  it.each(PAGES)("says all that networks show, in each tag once: %s", async (path) => {
    const tags = await tagsOf(path);
    for (const name of ["title", "description", "site_name", "type", "url", "image", "image:alt"])
      expect(tags.get(`og:${name}`), name).toMatch(/\S{3}/);
    expect([tags.get("og:image:width"), tags.get("og:image:height")]).toEqual(["1200", "630"]);
    expect(tags.get("twitter:card")).toBe("summary_large_image");
    expect(tags.get("twitter:image:alt")).toBe(tags.get("og:image:alt"));
    const page = new URL(tags.get("og:url")!);
    expect((await room.get(page.pathname + page.search)).status).toBe(200);
  });

  const imageOf = async (path: string) => new URL((await tagsOf(path)).get("og:image")!);

  it.each(PAGES)("has a picture of its size: %s", async (path) => {
    const { pathname, search } = await imageOf(path);
    const response = await room.get(pathname + search);
    const png = new DataView(await response.arrayBuffer());
    expect([response.status, png.getUint32(16), png.getUint32(20)]).toEqual([200, 1200, 630]);
  });

  it("has a picture whose address changes with the edition, and with nothing else", async () => {
    const before = await Promise.all(PAGES.map(imageOf));
    room.restart();
    expect(await Promise.all(PAGES.map(imageOf))).toEqual(before);
    room.clock.at = "2025-07-02T09:00:00Z";
    await room.publishFigures(LEDGER.slice(0, -1));
    room.restart();
    const after = await Promise.all(PAGES.map(imageOf));
    for (const [at, image] of after.entries()) {
      expect([before[at]!, image].map(({ searchParams }) => searchParams.get("v"))).toEqual([
        "2025-07-01.1",
        "2025-07-02.1",
      ]);
      image.searchParams.set("v", "2025-07-01.1");
      expect(image.href).toBe(before[at]!.href);
    }
  });
});
