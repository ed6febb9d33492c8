import { type Browser, chromium } from "playwright";
import { CHROMIUM_FLAGS, findChromium } from "../chromium.ts";

/** The machine's own Chromium, or the one that the test command has installed. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()?.path;
  return chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath && { executablePath }) });
}
