import { type Browser, chromium } from "playwright";
import { CHROMIUM_FLAGS, findChromium } from "../chromium.ts";

/** No test is about time: how long something on a page may take on the slowest machine (ms). */
const PATIENCE_MS = 180_000;

/** The machine's own Chromium, or the one that the test command has installed. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()?.path;
  const browser = await chromium.launch({
    args: CHROMIUM_FLAGS,
    ...(executablePath && { executablePath }),
  });
  browser.on("context", (context) => context.setDefaultTimeout(PATIENCE_MS));
  return browser;
}

let shared: Promise<Browser> | undefined;

/**
 * One browser for a process and all test files that it runs, one after the other. Files beside each other have one each:
 * its clipboard is one, too. Playwright ends it with the process.
 */
export function sharedBrowser(): Promise<Browser> {
  shared ??= launchBrowser();
  return shared;
}
