import type { Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { LANGS } from "../../worker/contract/terms.ts";
import { violations } from "./axe.ts";
import { furnish } from "./furnished.ts";
import { nameless, twice } from "./named.ts";
import { settles } from "./settled.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { openStudio, signIn, tokenOf } from "./studio.ts";
import { openView, studioViews, unfold } from "./studio-views.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
let batch: string;

beforeAll(async () => {
  batch = await furnish(newsroom);
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
  it.each(LANGS)(
    "has a title of its own, ids that are there once, a name for all that has a role, and no fault that axe finds: %s",
    async (lang) => {
      const page = await openStudio(browser, newsroom, "", { lang });
      await page.locator(".front #token").waitFor();
      const titles = new Map([["front", await page.title()]]);
      const wrong = [...(await nameless(page)), ...(await twice(page))];
      await signIn(page, tokenOf(newsroom));
      for (const view of studioViews(batch)) {
        const { at, isLess } = view;
        await openView(page, view);
        // A theme's name comes with its answer.
        const others = () => [...titles.values()];
        await expect.poll(async () => others().includes(await page.title()), { message: at }).toBe(false);
        titles.set(at, await page.title());
        await unfold(page);
        const found = [...(await nameless(page)), ...(await twice(page))];
        if (!isLess) found.push(...(await violations(page)));
        wrong.push(...found.map((one) => `${at} ${one}`));
      }
      expect(wrong).toEqual([]);
      await page.context().close();
    },
  );
});

/** Types something into every field of the open view, and chooses something else in every list. */
function fillAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    const fields = "main input:not([type=file], [type=radio]), main select, main textarea";
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(fields)) {
      if (!field.checkVisibility()) continue;
      if (field instanceof HTMLSelectElement)
        field.selectedIndex = (field.selectedIndex + 1) % field.options.length;
      else if (field.type === "checkbox") field.checked = !field.checked;
      else field.value = field.type === "date" ? "2025-06-30" : "7";
      for (const kind of ["input", "change", "blur"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  });
}

describe("what is said to whoever can't see it", () => {
  it("is whole phrases: never a number or a sign alone", async () => {
    const page = await openStudio(browser, newsroom);
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      const live = "[role=status], [role=alert], [aria-live], output";
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const one = target instanceof Element ? target : target.parentElement;
          const text = one?.closest(live)?.textContent?.replace(/\s+/g, " ").trim();
          if (text) said.push(text);
        }
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await page.locator(".front #token").fill("wrong");
    await page.locator(".front .primary").click();
    await page.locator(".front .wrong").waitFor();
    await signIn(page, tokenOf(newsroom));
    await openView(page, { at: "#/new", has: "#name" });
    await page.locator("#name").fill("Said Aloud");
    await unfold(page);
    for (const slider of await page.locator("input[type=range]:visible").all()) {
      await slider.press("ArrowRight");
      await slider.press("ArrowRight");
    }
    await page.locator("#colour-light-accent").fill("nothing");
    await page.locator("#colour-light-accent").fill("#005f99");
    await page.locator(".actions").getByRole("button", { name: "Publish", exact: true }).click();
    await page.locator(".actions .note").getByText("is published").waitFor();
    await openView(page, { at: "#/themes/said-aloud/snippets", has: "[data-way]" });
    await page.locator("[data-way=evergreen]").click();
    await page.waitForTimeout(0);
    for (const view of studioViews(batch)) {
      await openView(page, view);
      await unfold(page);
      await settles(page);
      await fillAll(page);
      await settles(page);
    }
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    expect(new Set(said).size).toBeGreaterThan(6);
    expect(said.filter((text) => !/\p{L}{4,}/u.test(text))).toEqual([]);
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
