import type { Page } from "playwright";
import { describe, expect, it } from "vitest";
import { LANGS } from "../../worker/contract/terms.ts";
import { useBrowser, useReadersNewsroom } from "./stage.ts";
import { openStudio, overflow } from "./studio.ts";

const browser = useBrowser();
const newsroom = useReadersNewsroom();

const WIDTHS = [320, 390, 600, 768, 1000, 1280, 1600];

/** What lies over what, of each colour's words, the button after them and its fields. */
function collisions(page: Page): Promise<string[]> {
  return page.locator(".colour").evaluateAll((rows) =>
    rows.flatMap((row) => {
      const note = row.querySelector("p")!;
      const words = document.createRange();
      words.selectNodeContents(note);
      const button = note.querySelector("button");
      if (!button) return [];
      words.setEndBefore(button);
      const lines = [...words.getClientRects()].filter(({ width }) => width > 0);
      const own = button.getBoundingClientRect();
      const meets = ({ left, right, top, bottom }: DOMRect) =>
        left < own.right && own.left < right && top < own.bottom && own.top < bottom + 2;
      const fields = [...row.querySelectorAll("input")].map((field) => field.getBoundingClientRect());
      const isOut = own.right > row.getBoundingClientRect().right + 1;
      return [...lines, ...fields].some(meets) || isOut ? [row.textContent.trim().replace(/\s+/g, " ")] : [];
    }),
  );
}

describe("what is said of a colour with too little contrast", () => {
  it.each(LANGS)("stands clear of the shade that is offered, however long it is: %s", async (lang) => {
    const page = await openStudio(browser, newsroom, "#/new", { lang });
    await page.locator("#name").waitFor();
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    for (const field of await page.locator('.colour input[id$="-ink"], .colour input[id$="-accent"]').all())
      if (await field.isVisible()) await field.fill("#fcfcfc");
    expect(await page.locator(".colour p button").count()).toBeGreaterThan(1);
    for (const longer of [false, true]) {
      if (longer) {
        await page.locator(".colour p").evaluateAll((notes) => {
          for (const { childNodes } of notes)
            for (const node of childNodes)
              if (node.nodeType === Node.TEXT_NODE && node.textContent!.trim())
                node.textContent = ` ${node.textContent!.trim()} ${"Mindestkontrastverhältnis ".repeat(3)}`;
        });
      }
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await collisions(page), `${width} px`).toEqual([]);
        expect(await overflow(page), `${width} px`).toBeLessThanOrEqual(0);
      }
    }
    await page.context().close();
  });
});
