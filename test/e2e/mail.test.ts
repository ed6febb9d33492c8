import { describe, expect, it } from "vitest";
import { mailSnippets } from "../../widget/studio/mail.ts";
import { mailLook } from "../../widget/studio/mail-look.ts";
import { ThemeStyle } from "../../worker/contract/theme.ts";
import { PLAIN_STYLE } from "../fixtures/looks.ts";
import { snippets } from "./guide.ts";
import { useBrowser, usePublisher, useReadersNewsroom } from "./stage.ts";

const browser = useBrowser();
const publisher = usePublisher();
const newsroom = useReadersNewsroom();

const found = (language: string, word: string) => {
  const snippet = snippets(language).find((code) => code.includes(word)) ?? "";
  return snippet.replaceAll("https://HOST", newsroom.origin).trim();
};
const addresses = (markup: string) =>
  [...markup.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = ""]) => address.replaceAll("&amp;", "&"));

describe("the guide's picture for mail", () => {
  it.each([1, 2])("is sharp, in its place and with its words at a density of %i", async (density) => {
    const context = await browser.newContext({ deviceScaleFactor: density, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(publisher.page(found("html", "card.png")), { waitUntil: "load" });
    const picture = page.locator("a > img");
    const box = await picture.boundingBox();
    expect([box?.width, box?.height]).toEqual([440, 660]);
    const shown = await picture.evaluate((img) => {
      const { currentSrc, complete, alt } = img as HTMLImageElement;
      return { currentSrc, complete, alt };
    });
    expect(shown).toMatchObject({ complete: true, alt: expect.stringMatching(/\w{4}/) });
    expect(new URL(shown.currentSrc).searchParams.get("size")).toBe(`${440 * density}x${660 * density}`);
    const png = Buffer.from(await (await fetch(shown.currentSrc)).arrayBuffer());
    // Width and height as a PNG's own header has them.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([440 * density, 660 * density]);
    await context.close();
  });

  it.each(["html", "mjml"])("leads to addresses that are there: %s", async (language) => {
    const markup = found(language, "card.png");
    expect(markup).toMatch(/alt="[^"]+"/);
    expect(addresses(markup).length).toBeGreaterThan(1);
    for (const address of addresses(markup)) expect((await fetch(address)).status, address).toBe(200);
  });

  it("stays the picture of its edition where it names one, and has another address for each issue", async () => {
    const { edition } = (await (await fetch(`${newsroom.origin}/v1/health`)).json()) as { edition: string };
    const src = addresses(found("html", "card.png")).find((address) => address.includes("card.png"));
    const bytes = async (address: string) => Buffer.from(await (await fetch(address)).arrayBuffer());
    expect((await fetch(`${src}&as-of=${edition}`)).status).toBe(200);
    expect((await bytes(`${src}&v=2025-27`)).equals(await bytes(src!))).toBe(true);
  });
});

describe("the studio's picture for mail", () => {
  it.each([
    ["start", 0],
    ["center", 0.5],
    ["end", 1],
  ] as const)(
    "stands where its theme aligns it, with the mail's next words below it: %s",
    async (align, part) => {
      const style = ThemeStyle.parse({ ...PLAIN_STYLE, align });
      const { html } = mailSnippets({
        ...{
          origin: newsroom.origin,
          query: { lang: "en" },
          shows: "newest",
          sentence: "198",
          link: "History",
        },
        look: mailLook(style, "light", "en"),
      });
      const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
      await page.goto(
        publisher.page(
          `<div style="width: 600px">${html}<p style="margin: 0">And now the weather.</p></div>`,
        ),
      );
      const [picture, words] = [
        await page.locator("table").boundingBox(),
        await page.locator("p").boundingBox(),
      ];
      expect(words!.y).toBeGreaterThanOrEqual(picture!.y + picture!.height);
      expect(picture!.width).toBe(440);
      expect((picture!.x - words!.x) / (600 - picture!.width)).toBeCloseTo(part);
      await page.close();
    },
  );
});
