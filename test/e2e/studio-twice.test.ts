import type { Page, Request } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { furnish } from "./furnished.ts";
import { countAsks, settles } from "./settled.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { openStudio, signIn, tokenOf } from "./studio.ts";
import {
  buttonsOf,
  fillAll,
  openView,
  PRESSED,
  type StudioView,
  studioViews,
  unfold,
} from "./studio-views.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
let batch: string;

beforeAll(async () => {
  batch = await furnish(newsroom);
});

/** Readings that have a body; asked again, they do nothing. */
const READINGS = /\/v1\/coding\/(claims|release)$|\/preview\//;

/**
 * Holds all that is to change something, and refuses it once it is let go: each view stays as it was furnished, so that
 * each button meets what it is for.
 */
async function holdWrites(page: Page): Promise<{ begin: () => void; end: () => string[] }> {
  let written: string[] = [];
  let go = () => {};
  let held = Promise.resolve();
  const isWrite = (request: Request) => request.method() !== "GET" && !READINGS.test(request.url());
  await page.route("**/v1/**", async (route) => {
    const request = route.request();
    if (!isWrite(request)) return route.continue();
    const { pathname, search } = new URL(request.url());
    written.push(`${request.method()} ${pathname}${search} ${request.postData() ?? ""}`);
    await held;
    return route.abort("connectionreset");
  });
  return {
    begin: () => {
      written = [];
      held = new Promise((resolve) => {
        go = resolve;
      });
    },
    end: () => {
      go();
      return written;
    },
  };
}

/** What the studio's buttons change, as a furnished studio offers it; a new one needs no line here to be tried. */
const WRITES = [
  "DELETE /v1/hooks/{id}",
  "DELETE /v1/sources/sheet",
  "DELETE /v1/themes/paper",
  "POST /v1/hooks",
  "POST /v1/hooks/{id}/test",
  "POST /v1/imports/editions/{edition}/additions",
  "POST /v1/imports/{id}/publish",
  "POST /v1/imports/redact",
  "POST /v1/imports/revert",
  "POST /v1/sources/sheet/run",
  "POST /v1/themes/paper/publish",
  "PUT /v1/coding/codings",
  "PUT /v1/imports/{id}/embargo",
];

/** Method and path of a request, without the names that every run gives anew. */
function kindOf(request: string): string {
  const [method, path] = request.split(" ");
  return `${method} ${path!.replace(/\d{4}-\d\d-\d\d\.\d+/, "{edition}").replace(/\/[0-9a-f]{8,16}(?=\/|$)/, "/{id}")}`;
}

describe("two quick presses", () => {
  it("do one thing, whatever is pressed in any view, and whatever form comes with it", async () => {
    const page = await openStudio(browser, newsroom);
    page.on("dialog", (dialog) => dialog.accept());
    await page.addInitScript(() => {
      window.print = () => {};
    });
    await signIn(page, tokenOf(newsroom));
    await page.addInitScript(countAsks);
    await page.reload();
    await page.locator(".who span").waitFor();
    const writes = await holdWrites(page);
    const [twice, sent, done] = [[] as string[], new Set<string>(), new Set<string>()];
    const begin = async (view: StudioView) => {
      await openView(page, { at: "#/new", has: "#name" });
      await openView(page, view);
      await settles(page);
      await unfold(page);
      await fillAll(page);
    };
    const pressTwice = async (kind: string) => {
      const at = (await buttonsOf(page)).get(kind);
      if (at === undefined) return;
      const button = page.locator(PRESSED).nth(at);
      writes.begin();
      // Both in one turn of the page's loop: sooner than any view can draw that it is busy.
      await button.evaluate((one: HTMLButtonElement) => {
        one.click();
        one.click();
      });
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      const written = writes.end();
      await settles(page);
      for (const [at, one] of written.entries()) {
        sent.add(kindOf(one));
        if (written.indexOf(one) !== at) twice.push(`${kind}: ${one}`);
      }
    };
    for (const view of studioViews(batch).filter(({ isLess }) => !isLess)) {
      await begin(view);
      const first = [...(await buttonsOf(page)).keys()];
      for (const kind of first) {
        if (done.has(kind)) continue;
        done.add(kind);
        await begin(view);
        await pressTwice(kind);
        await fillAll(page);
        for (const next of (await buttonsOf(page)).keys()) {
          if (first.includes(next) || done.has(next)) continue;
          done.add(next);
          await pressTwice(next);
        }
        await page.keyboard.press("Escape");
      }
    }
    expect(twice).toEqual([]);
    expect([...sent]).toEqual(expect.arrayContaining(WRITES));
    expect(done.size).toBeGreaterThan(40);
    await page.context().close();
  });

  it.each([
    ["a double click", (page: Page) => page.getByRole("button", { name: /^No text/ }).dblclick()],
    [
      "a key that is held down",
      async (page: Page) => {
        await page.locator("#case").focus();
        for (let times = 0; times < 4; times++) await page.keyboard.down("n");
        await page.keyboard.up("n");
      },
    ],
  ] as const)("code one verdict, never the one that comes next: %s", async (_, press) => {
    const page = await openStudio(browser, newsroom, "#/coding");
    await page.addInitScript(countAsks);
    await signIn(page, tokenOf(newsroom));
    await page.reload();
    const number = await page.locator("#case").textContent();
    const coded = new Set<string>();
    page.on("request", (request) => {
      if (request.method() === "PUT") coded.add(request.postDataJSON().key);
    });
    await press(page);
    await page.locator("#case").filter({ hasNotText: number! }).waitFor();
    await settles(page);
    expect(coded.size).toBe(1);
    await page.context().close();
  });
});
