import { beforeAll, describe, expect, it } from "vitest";
import { furnish } from "./furnished.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { outlineOf, walk } from "./stops.ts";
import { openStudio, signIn, tokenOf } from "./studio.ts";
import { openView, studioViews, unfold } from "./studio-views.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
let batch: string;

beforeAll(async () => {
  batch = await furnish(newsroom);
});

/** Of an outline's pixels: more than a corner or one side of the smallest control. */
const OUTLINE = 60;

describe("every stop of the Tab key, in every view, both ways", () => {
  it.each([
    [1280, "light"],
    [390, "dark"],
  ] as const)(
    "is in sight, and has an outline that is told from what is around it: %i pixels, %s",
    async (width, colorScheme) => {
      const reader = await browser.newPage();
      const page = await openStudio(browser, newsroom, "", { width });
      await page.emulateMedia({ colorScheme });
      await signIn(page, tokenOf(newsroom));
      const wrong: string[] = [];
      const kinds = new Set<string>();
      for (const view of studioViews(batch).filter(({ isLess }) => !isLess)) {
        await openView(page, view);
        await unfold(page);
        const stops = await walk(page, "Tab", async ({ kind, name }) => {
          // A page within the page has an outline of its own.
          if (kinds.has(kind) || kind.startsWith("iframe")) return;
          kinds.add(kind);
          const pixels = await outlineOf(page, reader, `stop-${width}-${kinds.size}`);
          if (pixels < OUTLINE) wrong.push(`${view.at} ${kind} outlined by ${pixels}: ${name}`);
        });
        expect(stops.length, view.at).toBeGreaterThan(6);
        const back = await walk(page, "Shift+Tab");
        expect(back.length, view.at).toBe(stops.length);
        const covered = [...stops, ...back].filter(({ isSeen }) => !isSeen);
        wrong.push(...covered.map(({ name }) => `${view.at} covered: ${name}`));
      }
      expect(kinds.size).toBeGreaterThan(30);
      expect(wrong).toEqual([]);
      await page.context().close();
      await reader.close();
    },
  );
});
