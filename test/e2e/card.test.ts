import type { Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { LANGS } from "../../worker/contract/terms.ts";
import { useBrowser, useReadersNewsroom } from "./stage.ts";

const browser = useBrowser();
const newsroom = useReadersNewsroom();
let page: Page;

beforeAll(async () => {
  page = await browser.newPage();
  // A page without a policy of its own, of the same origin, so that the picture's pixels may be read.
  await page.route(`${newsroom.origin}/reader`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>A reader's page</title>" }),
  );
  await page.goto(`${newsroom.origin}/reader`);
});

/** How wide each line of the drawing stands in this browser, and what share of its box the picture inks. */
const compare = (query: string) =>
  page.evaluate(async (query) => {
    const svg = await (await fetch(`/v1/card.svg?${query}`)).text();
    document.body.innerHTML = svg;
    const picture = new Image();
    picture.src = `/v1/card.png?${query}`;
    await picture.decode();
    const { naturalWidth: width, naturalHeight: height } = picture;
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
    context.drawImage(picture, 0, 0);
    const inkIn = (left: number, top: number, wide: number, high: number): number => {
      const { data } = context.getImageData(left, top, wide, high);
      const ground = context.getImageData(2, 2, 1, 1).data;
      let inked = 0;
      for (let at = 0; at < data.length; at += 4) {
        const distance = [0, 1, 2].reduce((sum, of) => sum + Math.abs(data[at + of]! - ground[of]!), 0);
        if (distance > 90) inked += 1;
      }
      return inked / (wide * high);
    };
    const lines = [...document.querySelectorAll<SVGTextElement>("svg > text")].map((line) => {
      const size = Number(line.getAttribute("font-size"));
      const [x, y] = [Number(line.getAttribute("x")), Number(line.getAttribute("y"))];
      return {
        text: line.textContent,
        size,
        ink: inkIn(x, y - size * 0.7, Math.max(size, line.getComputedTextLength() * 0.8), size * 0.7),
      };
    });
    return { width, height, lines, edge: inkIn(0, 0, 20, height) };
  }, query);

describe("the card in pixels, in a reader's browser", () => {
  it.each(LANGS)("has ink where the number and every line of the drawing stand (%s)", async (lang) => {
    const { width, height, lines, edge } = await compare(`lang=${lang}&offence=awol`);
    expect({ width, height }).toEqual({ width: 1200, height: 630 });
    const number = lines.toSorted((a, b) => b.size - a.size)[0]!;
    expect(number.text).toMatch(/\d/);
    expect(lines.length).toBeGreaterThan(3);
    for (const { text, ink } of lines) {
      expect(ink, text).toBeGreaterThan(0.08);
      expect(ink, text).toBeLessThan(0.7);
    }
    expect(edge).toBe(0);
  });

  it("is as large as asked for, and dark where asked for", async () => {
    const { width, height, lines, edge } = await compare("size=1080x1080&scheme=dark");
    expect({ width, height }).toEqual({ width: 1080, height: 1080 });
    for (const { text, ink } of lines) expect(ink, text).toBeGreaterThan(0.08);
    expect(edge).toBe(0);
  });
});
