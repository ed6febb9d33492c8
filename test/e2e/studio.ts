import type { Browser, BrowserContext, Locator, Page } from "playwright";
import type { Newsroom } from "./newsroom.ts";

/** What a page did that its own policy refuses, or threw. */
const faults = new WeakMap<Page, string[]>();

/** A window of an editor's or the desk's browser on this server. */
export async function openStudio(
  browser: Pick<Browser, "newContext">,
  { origin }: Pick<Newsroom, "origin">,
  address = "",
  { width = 1280, lang = "en" } = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: lang });
  return openIn(context, `${origin}/studio?lang=${lang}${address}`);
}

/** A further window of the same browser, and so of the same session. */
export async function openIn(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  const seen: string[] = [];
  faults.set(page, seen);
  page.on(
    "console",
    (message) => /Content.Security|Trusted/i.test(message.text()) && seen.push(message.text()),
  );
  page.on("pageerror", (error) => seen.push(String(error)));
  await page.goto(url);
  return page;
}

export function faultsOf(page: Page): string[] {
  return faults.get(page) ?? [];
}

/** Signs in on the page that is open, as a person does. */
export async function signIn(page: Page, token: string): Promise<void> {
  await page.locator(".front #token").fill(token);
  await page.locator(".front .primary").click();
  await page.locator(".who span").waitFor();
}

/** Goes with the Tab key to a control, as whoever has no mouse does. @throws Error where Tab never comes to it */
export async function tabTo(wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let steps = 0; steps < 150; steps++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await wanted.page().keyboard.press("Tab");
  }
  throw new Error(`Tab never comes to ${wanted}.`);
}

/** The local server's own token, as `npm start` prints it. */
export function tokenOf({ log }: Newsroom): string {
  return /Desk token\s+(\S+)/.exec(log())?.[1] ?? "";
}

/** By how much the page is wider than its window (pixels). */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
