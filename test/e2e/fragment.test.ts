import type { Page } from "playwright";
import { describe, expect, it } from "vitest";
import { FRAME_LAYOUTS } from "../../worker/contract/embed.ts";
import { LANGS } from "../../worker/contract/terms.ts";
import { violations, WCAG } from "./axe.ts";
import { colours } from "./colours.ts";
import { useBrowser, usePublisher, useReadersNewsroom } from "./stage.ts";

const publisher = usePublisher();
const browser = useBrowser();
const newsroom = useReadersNewsroom();

/** A page of another site whose server includes the fragment, around it a line before and one after. */
async function including(query: string, { js = true, script = false, body = "" } = {}) {
  const answer = await fetch(`${newsroom.origin}/embed/fragment.html?${query}`);
  expect(answer.status).toBe(200);
  const element = script ? `<script type="module" src="${newsroom.origin}/embed/v1.js"></script>` : "";
  const style = `<style>body { font: 16px/1.5 sans-serif; margin: 0 auto; max-width: 30rem; ${body} }</style>`;
  const context = await browser.newContext({ javaScriptEnabled: js, viewport: { width: 800, height: 900 } });
  const page = await context.newPage();
  // The script comes when the test says so: until then the page is what the server made of it.
  const { promise: released, resolve: start } = Promise.withResolvers<void>();
  await page.route("**/embed/v1.js", (route) => released.then(() => route.continue()));
  await page.goto(
    publisher.page(
      `${style}<main><p>Before</p>${await answer.text()}<p id="after">After</p></main>${element}`,
    ),
    { waitUntil: "commit" },
  );
  await page.locator("#after").waitFor();
  return { page, start };
}

const shown = (page: Page) =>
  page.locator("desertion-stats").evaluate((element) => {
    const root = element.shadowRoot;
    const box = (part: Element) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return [part.getAttribute("part"), ...[x, y, width, height].map(Math.round)];
    };
    // The history is a link before, a button after; beside it, the order of attributes and the blanks between elements are all that may differ.
    const markup = [...(root?.querySelectorAll("figure, figure :not([part=history])") ?? [])].map((node) => [
      node.localName,
      [...node.attributes]
        .map(({ name, value }) => `${name}=${value}`)
        .filter((pair) => pair !== "class=")
        .sort(),
      node.textContent.replaceAll(/\s+/g, ""),
    ]);
    return {
      markup,
      parts: [...(root?.querySelectorAll("[part]") ?? [])].map(box),
      cards: root?.querySelectorAll("figure").length,
      after: Math.round(document.querySelector("#after")!.getBoundingClientRect().top),
    };
  });

describe("the fragment in a page that includes it", () => {
  it.each(LANGS)("is read without JavaScript: number, source, drawing (%s)", async (lang) => {
    const { page } = await including(`lang=${lang}&offence=awol`, { js: false });
    const summary = await fetch(`${newsroom.origin}/v1/summary?lang=${lang}&offence=awol`);
    const { text } = (await summary.json()) as { text: Record<string, string> };
    const shown = { heading: text.heading, number: `${text.qualifier} ${text.number}`, label: text.label };
    for (const [part, words] of Object.entries(shown)) {
      expect(await page.locator(`desertion-stats [part=${part}]`).textContent()).toBe(words);
    }
    expect(await page.locator("desertion-stats figcaption a:not([part])").textContent()).toBe(text.source);
    const more = await page.locator("desertion-stats [part=history]").getAttribute("href");
    expect(more).toBe(`${newsroom.origin}/history?offence=awol&evidence=published&lang=${lang}`);
    expect((await page.locator("desertion-stats [part=sparkline]").boundingBox())!.height).toBeGreaterThan(
      40,
    );
    expect(await page.locator("desertion-stats").getByText(text.sentence!).isVisible()).toBe(false);
    await page.context().close();
  });

  it.each(
    FRAME_LAYOUTS.flatMap((layout) => [`layout=${layout}&lang=uk`, `layout=${layout}&color-scheme=dark`]),
  )("is taken over by the element's script without doubling, and nothing moves: %s", async (query) => {
    const { page, start } = await including(query, { script: true });
    const served = await shown(page);
    expect(served.cards).toBe(1);
    await page.evaluate(() => {
      document.addEventListener("desertion-stats-load", () => document.body.setAttribute("data-loaded", ""));
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift" });
    });
    start();
    await page.locator("body[data-loaded]").waitFor();
    expect(await shown(page)).toEqual(served);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
    expect(
      await page
        .locator("desertion-stats")
        .evaluate((element) => element.shadowRoot?.querySelectorAll(".frame").length),
    ).toBe(1);
    await page.context().close();
  });

  it.each([
    ["", "layout=card"],
    ["", "layout=strip&chart=bars"],
    ["", "color-scheme=light"],
    ["background: #111; color: #eee", "layout=card"],
    ["background: #111; color: #eee", "layout=number&color-scheme=dark"],
    ["background: #f4ecd8; color: #123456", "layout=strip"],
    ["background: linear-gradient(#203040, #102030); color: #fff", "layout=card"],
    ["color-scheme: dark; background: Canvas; color: CanvasText", "layout=card"],
    ["--ds-accent: #0a5c8f; --ds-ink: #330000", "layout=card"],
  ])("changes no colour as the script takes it over, on a page of %j: %s", async (body, query) => {
    const { page, start } = await including(query, { script: true, body });
    const served = await colours(page);
    const picture = await page.screenshot();
    await page.evaluate(() => {
      document.addEventListener("desertion-stats-load", () => document.body.setAttribute("data-loaded", ""));
    });
    start();
    await page.locator("body[data-loaded]").waitFor();
    // The colour of letters glides for a millisecond.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    expect(await colours(page)).toEqual(served);
    expect((await page.screenshot()).equals(picture)).toBe(true);
    await page.context().close();
  });

  it("stays as it is where the service can't be asked", async () => {
    const { page, start } = await including("lang=en", { script: true });
    await page.route("**/v1/summary*", (route) => route.abort());
    const served = await shown(page);
    await page.evaluate(() => {
      document.addEventListener("desertion-stats-error", () => document.body.setAttribute("data-failed", ""));
    });
    start();
    await page.locator("body[data-failed]").waitFor();
    expect(await shown(page)).toEqual(served);
    await page.context().close();
  });

  it.each(["", "background: #111; color: #eee"])(
    "has no faults that axe finds on a page of %j",
    async (body) => {
      for (const layout of FRAME_LAYOUTS) {
        const { page } = await including(`layout=${layout}`, { body });
        expect(await violations(page, WCAG)).toEqual([]);
        await page.context().close();
      }
    },
  );
});
