import type { Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { furnish } from "./furnished.ts";
import { countAsks, settles } from "./settled.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { openStudio, signIn, tokenOf } from "./studio.ts";
import { buttonsOf, openView, PRESSED, type StudioView, studioViews, unfold } from "./studio-views.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
let batch: string;

beforeAll(async () => {
  batch = await furnish(newsroom);
});

/** @returns whether the focus is anywhere in the page afterwards; null: there is no such button */
async function press(page: Page, kind: string): Promise<boolean | null> {
  const at = (await buttonsOf(page)).get(kind);
  if (at === undefined) return null;
  await page.locator(PRESSED).nth(at).focus();
  await page.keyboard.press("Enter");
  await settles(page);
  return page.evaluate(() => document.activeElement !== document.body);
}

describe("the focus", () => {
  it("never falls out of the page, whatever button is pressed in any view, and whatever button comes with it", async () => {
    const page = await openStudio(browser, newsroom);
    page.on("dialog", (dialog) => dialog.accept());
    // A window of the system's that no key of a test closes.
    await page.addInitScript(() => {
      window.print = () => {};
    });
    await signIn(page, tokenOf(newsroom));
    await page.addInitScript(countAsks);
    await page.reload();
    await page.locator(".who span").waitFor();
    const [lost, done] = [[] as string[], new Set<string>()];
    const begin = async (view: StudioView) => {
      await openView(page, { at: "#/new", has: "#name" });
      await openView(page, view);
      await settles(page);
      await unfold(page);
    };
    for (const view of studioViews(batch).filter(({ isLess }) => !isLess)) {
      await begin(view);
      const first = [...(await buttonsOf(page)).keys()];
      for (const kind of first) {
        if (done.has(kind)) continue;
        done.add(kind);
        await begin(view);
        if ((await press(page, kind)) === false) lost.push(`${view.at} ${kind}`);
        for (const next of (await buttonsOf(page)).keys()) {
          if (first.includes(next) || done.has(next)) continue;
          done.add(next);
          if ((await press(page, next)) === false) lost.push(`${view.at} ${kind}, ${next}`);
        }
        await page.keyboard.press("Escape");
      }
    }
    expect(lost).toEqual([]);
    expect(done.size).toBeGreaterThan(40);
    await page.context().close();
  });
});
