import type { Page } from "playwright";
import { launchBrowser } from "../e2e/browser.ts";
import type { Newsroom } from "../e2e/newsroom.ts";
import { openStudio, signIn, tokenOf } from "../e2e/studio.ts";
import { type Figure, figure } from "./figure.ts";

/** How often the page's memory is looked at (ms). */
const LOOK_EVERY_MS = 250;

/** What reading a file of the desk costs in the studio, in a real Chromium: time, memory, and how long the page stands still. */
export async function measureStudio(newsroom: Newsroom, file: string, size: string): Promise<Figure[]> {
  const browser = await launchBrowser();
  try {
    const page = await openStudio(browser, newsroom, "#/desk");
    await signIn(page, tokenOf(newsroom));
    await page.locator("studio-editions li").first().waitFor();
    await page.evaluate(watchFrames);
    const peak = await watchHeap(page);
    const started = performance.now();
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByText(/^desk-csv: \d+ rows/).waitFor();
    const seconds = (performance.now() - started) / 1000;
    const stillness = await page.evaluate(
      () => (globalThis as unknown as { longestFrame: number }).longestFrame,
    );
    return [
      figure(`studio, ${size} read`, seconds, "s"),
      figure(`studio, ${size}: longest time without a frame`, stillness, "ms"),
      figure(`studio, ${size}: peak memory of its scripts`, (await peak()) / 1e6, "MB"),
    ];
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
function watchFrames(): void {
  const world = globalThis as unknown as { longestFrame: number };
  world.longestFrame = 0;
  let last = performance.now();
  const frame = () => {
    const now = performance.now();
    world.longestFrame = Math.max(world.longestFrame, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  frame();
}

/** @returns what ends the watch and gives the most bytes that were seen */
async function watchHeap(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  let most = 0;
  const look = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    most = Math.max(most, metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0);
  };
  const timer = setInterval(() => void look().catch(() => {}), LOOK_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await look();
    return most;
  };
}
