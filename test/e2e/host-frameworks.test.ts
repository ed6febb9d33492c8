import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { buildHostPage, buildRenderedPage, type HostPage } from "../hosts/build.ts";
import { useBrowser, usePublisher, useReadersNewsroom } from "./stage.ts";

const publisher = usePublisher();
const browser = useBrowser();
const newsroom = useReadersNewsroom();

/** The built page in a browser that collects what the frameworks complain of. */
async function open(name: HostPage, elementPackage?: string): Promise<{ page: Page; faults: string[] }> {
  const address = publisher.folder(await buildHostPage(name, newsroom.origin, elementPackage));
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => /error|warning/.test(message.type()) && faults.push(message.text()));
  await page.goto(address);
  return { page, faults };
}

describe.each([
  ["React 19", "react"],
  ["Vue 3", "vue"],
  ["Svelte 5", "svelte"],
] as const)("a page in %s", (_, name) => {
  it("shows the number, hears the event, and can take the counter away and put it back", async () => {
    const { page, faults } = await open(name);
    const number = page.locator("desertion-stats [part~=number]");
    for (const time of ["first", "second"]) {
      await number.waitFor();
      expect(await number.textContent(), time).toBe("about 198");
      await page.getByText("The counter shows 198.").waitFor();
      await page.locator("#toggle").click();
      await number.waitFor({ state: "detached" });
      await page.locator("#toggle").click();
    }
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe.each([
  ["React 19", "react"],
  ["Vue 3", "vue"],
  ["Svelte 5", "svelte"],
] as const)("a page that its server renders with %s", (_, name) => {
  it.each(["before", "after"])(
    "shows the number, and tells it though the element had it %s the page's own script came",
    async (order) => {
      const address = publisher.folder(await buildRenderedPage(name, newsroom.origin));
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(String(error)));
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      const number = page.locator("desertion-stats [part~=number]");
      const { promise: released, resolve: release } = Promise.withResolvers<void>();
      const late = order === "before" ? `${address}assets/*.js` : `${newsroom.origin}/embed/v1.js`;
      await page.route(late, (route) => released.then(() => route.continue()));
      await page.goto(address, { waitUntil: "commit" });
      await page.locator("desertion-stats a").first().waitFor({ state: "attached" });
      if (order === "before") {
        // Put in by a script it waits for no other: in the page's own order it would come after the one that is held.
        await page.addScriptTag({ type: "module", url: `${newsroom.origin}/embed/v1.js` });
        await number.waitFor();
      }
      release();
      await page.getByText("The counter shows 198.").waitFor();
      expect(await number.textContent()).toBe("about 198");
      expect(await page.locator("desertion-stats").count()).toBe(1);
      expect(faults).toEqual([]);
      await page.close();
    },
  );
});

describe("a page that bundles the package", () => {
  const elementPackage = mkdtempSync(join(tmpdir(), "desertion-stats-package-"));
  beforeAll(() => {
    execFileSync(process.execPath, ["widget/package/build/main.ts", elementPackage], { stdio: "pipe" });
  });

  it.each(["the bundle", "the service's script"])(
    "shows the service's number in a plain snippet, too, if %s comes first",
    async (first) => {
      const { page, faults } = await open("bundled", elementPackage);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      const src = `${newsroom.origin}/embed/v1.js`;
      // In the order in which they run: the bundle is the page's own script.
      if (first !== "the bundle") await page.addInitScript(`import(${JSON.stringify(src)})`);
      await page.reload();
      const registered = () => page.waitForFunction(() => customElements.get("desertion-stats"));
      await registered();
      await page.evaluate(() =>
        document.body.insertAdjacentHTML("beforeend", "<desertion-stats>Plain</desertion-stats>"),
      );
      if (first === "the bundle") {
        await page.locator("desertion-stats").first().locator("[part~=number]").waitFor();
        await page.addScriptTag({ type: "module", url: src });
      }
      const plain = page.locator("desertion-stats").last().locator("[part~=number]");
      await plain.waitFor();
      expect(await plain.textContent()).toBe("about 198");
      expect(
        asked
          .filter((url) => new URL(url).pathname === "/v1/summary")
          .every((url) => url.startsWith(newsroom.origin)),
      ).toBe(true);
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  it("shows the number of the service that its src names", async () => {
    const { page, faults } = await open("bundled", elementPackage);
    const number = page.locator("desertion-stats [part~=number]");
    await number.waitFor();
    expect(await number.textContent()).toBe("about 198");
    expect(faults).toEqual([]);
    await page.close();
  });
});
