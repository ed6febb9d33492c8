import { describe, expect, it } from "vitest";
import { firstSnippet } from "./guide.ts";
import { pdfText } from "./pdf-text.ts";
import { useBrowser, usePublisher, useReadersNewsroom } from "./stage.ts";

const browser = useBrowser();
const newsroom = useReadersNewsroom();
const publisher = usePublisher();

const here = (html: string) => html.replaceAll("https://HOST", newsroom.origin);
const FAR = '<div style="height: 12000px">Above</div>';
const WORDS = "leaving their units, with sources";
const NUMBER = "198";

/** What stands on paper, without its blanks: a PDF has places in their stead. */
const printed = (pdf: Buffer) => pdfText(pdf).replaceAll(/\s+/g, "");

describe("the guide's snippet on paper", () => {
  it("has the number, far below a window that its reader has had open for a few seconds", async () => {
    const page = await browser.newPage();
    await page.clock.install();
    await page.goto(publisher.page(`${FAR}${here(firstSnippet())}`));
    await page.evaluate(() => customElements.whenDefined("desertion-stats"));
    await page.clock.runFor(4_000);
    await page.locator("desertion-stats [part~=number]").waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const text = printed(await page.pdf());
    expect(text).toContain(NUMBER);
    expect(text).not.toContain(WORDS.replaceAll(" ", ""));
    await page.close();
  });

  it("has its words, whole and with their link, where it was printed at once", async () => {
    const page = await browser.newPage();
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.goto(publisher.page(`${FAR}${here(firstSnippet())}`));
    await page.evaluate(() => customElements.whenDefined("desertion-stats"));
    const pdf = await page.pdf();
    const text = printed(pdf);
    expect(text).toContain(WORDS.replaceAll(" ", ""));
    expect(text).not.toContain(NUMBER);
    expect(pdf.toString("latin1")).toContain(`/URI (${newsroom.origin}/v1/figures)`);
    await page.close();
  });
});
