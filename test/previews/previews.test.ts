import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mailSnippets } from "../../widget/studio/mail.ts";
import { snippets } from "../e2e/guide.ts";
import { useReadersNewsroom } from "../e2e/stage.ts";

const newsroom = useReadersNewsroom();
const load = createRequire(join(process.env.PREVIEW_TOOLS ?? ".", "package.json"));

/** What a network shows of a page. */
interface Shown {
  title?: string | undefined;
  description?: string | undefined;
  image?: string | undefined;
  width?: string | undefined;
  height?: string | undefined;
}
type Scraper = (page: { html: string; url: string }) => Promise<Record<string, string>>;

/** The tools know no local address: the pages are shown to them under a public one. */
const PUBLIC = "https://stats.newsroom.org";

const TOOLS: Readonly<Record<string, (html: string, url: string, local: string) => Promise<Shown>>> = {
  async metascraper(html, url) {
    const rules = ["image", "title", "description", "url"].map((name) => load(`metascraper-${name}`)());
    const scrape = load("metascraper")(rules) as Scraper;
    return scrape({ html, url });
  },
  async "open-graph-scraper"(html) {
    const { result } = await load("open-graph-scraper")({ html });
    const [image] = result.ogImage ?? [];
    const { ogTitle: title, ogDescription: description } = result;
    return { title, description, image: image?.url, width: image?.width, height: image?.height };
  },
  async "unfurl.js"(_html, _url, local) {
    const { open_graph: graph } = await load("unfurl.js").unfurl(local, { oembed: false });
    const [image] = graph.images ?? [];
    const { title, description } = graph;
    return { title, description, image: image?.url, width: image?.width, height: image?.height };
  },
};

const PAGES = [
  "/",
  "/?lang=uk",
  "/embed?offence=awol&lang=ru",
  "/embed?layout=compare&measure=cases-received&article=337&period=2023-H1&with=2022,2021&lang=uk",
  "/methodology?lang=uk",
  "/history?offence=awol&evidence=published&granularity=month&lang=ru",
];

describe.each(PAGES)("%s", (path) => {
  it.each(Object.keys(TOOLS))(
    "is shown by %s with title, words and a picture that is there",
    async (name) => {
      const local = newsroom.origin + path;
      const html = (await (await fetch(local)).text()).replaceAll(newsroom.origin, PUBLIC);
      const { title, description, image, width, height } = await TOOLS[name]!(html, PUBLIC + path, local);
      expect(title).toMatch(/\S{3}/);
      expect(description).toMatch(/\S{3}/);
      const picture = new URL(image!);
      expect(picture.searchParams.get("v")).toMatch(/^\d{4}-\d{2}-\d{2}\.\d+$/);
      expect([width, height].map(Number)).toEqual(
        width === undefined ? [Number.NaN, Number.NaN] : [1200, 630],
      );
      const response = await fetch(newsroom.origin + picture.pathname + picture.search);
      const png = Buffer.from(await response.arrayBuffer());
      expect([response.status, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([200, 1200, 630]);
    },
  );
});

describe("mail, compiled by MJML", () => {
  const compile = async (body: string) => {
    const { html, errors } = await load("mjml")(`<mjml><mj-body>${body}</mj-body></mjml>`, {
      validationLevel: "strict",
    });
    expect(errors).toEqual([]);
    return html as string;
  };
  const guide = snippets("mjml").find((code) => code.includes("card.png")) ?? "";
  const studio = mailSnippets({
    origin: "https://HOST",
    query: { lang: "uk" },
    shows: "newest",
    issue: "2025-27",
    sentence: 'The "statement" & more',
    link: "History",
  }).mjml;

  it.each([
    ["the guide's line", `<mj-section><mj-column>${guide}</mj-column></mj-section>`],
    ["the studio's", studio],
  ])("%s is a picture with its words, its width and its link", async (_, mjml) => {
    const html = await compile(mjml);
    expect(html).toMatch(/<a[^>]+href="https:\/\/HOST\/embed\?/);
    const img = /<img[^>]*>/.exec(html)?.[0] ?? "";
    expect(img).toMatch(/alt="[^"]{8,}"/);
    expect(img).toMatch(/src="https:\/\/HOST\/v1\/card\.png\?[^"]*size=880x1320/);
    expect(img).toContain('width="440"');
  });
});
