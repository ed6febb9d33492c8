import type { Page } from "playwright";
import { describe, expect, it } from "vitest";
import { useBrowser, useNewsroom } from "./stage.ts";
import { openStudio, signIn, tokenOf } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom();

async function open(address: string, width = 1280): Promise<Page> {
  const page = await openStudio(browser, newsroom, "", { width });
  await signIn(page, tokenOf(newsroom));
  await page.goto(page.url().replace(/#.*|$/, address));
  await page.locator("main h1").first().waitFor();
  return page;
}

/** Of what has the focus: what it is, whether any of it is seen, and that it has it. */
const stop = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement;
    const { left, top, width, height } = one.getBoundingClientRect();
    const isSeen = [0.1, 0.5, 0.9].some((down) =>
      [0.1, 0.5, 0.9].some((across) => {
        const there = document.elementFromPoint(left + width * across, top + height * down);
        return there !== null && (one.contains(there) || there.contains(one));
      }),
    );
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return {
      name: `${one.localName}#${one.id} ${one.getAttribute("type") ?? ""} ${one.textContent?.trim().slice(0, 30)}`,
      isBody: one === document.body,
      isSeen,
      isOutlined: one.localName === "iframe" || (outlineStyle !== "none" && outlineWidth !== "0px"),
    };
  });

describe("every stop of the Tab key", () => {
  it.each([
    ["#/new", 1280],
    ["#/new", 360],
    ["#/themes/default/snippets", 360],
    ["#/desk", 360],
    ["#/coding", 360],
    ["#/cases", 360],
  ] as const)("is seen, and shows that it has the focus: %s, %i pixels", async (address, width) => {
    const page = await open(address, width);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    const wrong: string[] = [];
    for (let steps = 0; steps < 90; steps++) {
      await page.keyboard.press("Tab");
      const { name, isBody, isSeen, isOutlined } = await stop(page);
      if (isBody) break;
      if (!isSeen || !isOutlined) wrong.push(`${name}: ${isSeen ? "no outline" : "covered"}`);
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});

describe("the focus", () => {
  const has = (page: Page) => page.evaluate(() => document.activeElement?.localName);

  it("never falls out of the page: signing in, a new theme, publishing, taking back", async () => {
    const page = await openStudio(browser, newsroom);
    await signIn(page, tokenOf(newsroom));
    await expect.poll(() => has(page)).toBe("h1");
    await page.getByRole("link", { name: "New theme" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("#name").waitFor();
    await expect.poll(() => has(page)).toBe("h1");
    await page.locator("#name").fill("Kept Focus");
    for (const name of ["Undo", "Redo", "Publish"]) {
      const button = page.locator(".actions").getByRole("button", { name, exact: true });
      await button.focus();
      await page.keyboard.press("Enter");
      if (name === "Publish") await page.locator(".actions .note").getByText("is published").waitFor();
      await expect.poll(() => has(page), { message: name }).toBe("button");
    }
    await page.context().close();
  });
});

describe("every view", () => {
  it("has a title of its own, ids that are there once, and fields with names", async () => {
    const page = await openStudio(browser, newsroom);
    await page.locator(".front #token").waitFor();
    const titles = new Set<string>([await page.title()]);
    const seen = async () => {
      const found = await page.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
        const nameless = [...document.querySelectorAll<HTMLInputElement>("input, select, textarea")].filter(
          (field) => (field.labels?.length ?? 0) === 0 && !field.getAttribute("aria-label"),
        );
        return {
          twice: ids.filter((id, at) => ids.indexOf(id) !== at),
          nameless: nameless.map(({ id }) => id),
        };
      });
      expect(found).toEqual({ twice: [], nameless: [] });
    };
    await seen();
    await signIn(page, tokenOf(newsroom));
    for (const address of [
      "#/themes",
      "#/new",
      "#/themes/default",
      "#/themes/default/snippets",
      "#/themes/default/versions",
      "#/desk",
      "#/coding",
      "#/coding/second",
      "#/coding/third",
      "#/cases",
      "#/audit",
    ]) {
      await page.goto(page.url().replace(/#.*|$/, address));
      await expect.poll(async () => titles.has(await page.title()), { message: address }).toBe(false);
      titles.add(await page.title());
      await seen();
    }
    await page.context().close();
  });
});

describe("somebody's first two minutes", () => {
  it("take from a token to a copied line five fields and four presses, with their paper's colours and typeface", async () => {
    const page = await openStudio(browser, newsroom);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    let [fields, presses] = [0, 0];
    const fill = async (at: string, text: string) => {
      fields += 1;
      await page.locator(at).fill(text);
    };
    const press = async (name: string, role: "button" | "link" = "button") => {
      presses += 1;
      await page.getByRole(role, { name, exact: true }).first().click();
    };
    await fill(".front #token", tokenOf(newsroom));
    await page.keyboard.press("Enter");
    await press("New theme", "link");
    await fill("#name", "First Minutes");
    await fill("#colour-light-surface", "#f6f6f6");
    await fill("#colour-light-accent", "#052962");
    await fill("#font", "Guardian Text, Georgia");
    await press("Publish");
    await page.locator(".actions .note").getByText("Version 1 is published").waitFor();
    await press("Put it on your page");
    await press("Copy");
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('theme="first-minutes"');
    // It was 14 presses and 12 fields.
    expect({ fields, presses }).toEqual({ fields: 5, presses: 4 });
    await page.context().close();
  });
});
