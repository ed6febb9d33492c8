import type { Page } from "playwright";
import { describe, expect, it } from "vitest";
import { LANGS } from "../../worker/contract/terms.ts";
import { nameless, twice } from "./named.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { openStudio, signIn, tokenOf } from "./studio.ts";
import { STUDIO_VIEWS } from "./studio-views.ts";

const browser = useBrowser();
const newsroom = useNewsroom();

async function open(address: string, width = 1280): Promise<Page> {
  const page = await openStudio(browser, newsroom, "", { width });
  await signIn(page, tokenOf(newsroom));
  await page.goto(page.url().replace(/#.*|$/, address));
  await page.locator("main h1").first().waitFor();
  return page;
}

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((address) => location.assign(address), address);
  await page.locator("main h1:visible").first().waitFor();
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
  it.each(LANGS)(
    "has a title of its own, ids that are there once, and a name for all that has a role: %s",
    async (lang) => {
      const page = await openStudio(browser, newsroom, "", { lang });
      await page.locator(".front #token").waitFor();
      const titles = new Map([["front", await page.title()]]);
      const wrong = [...(await nameless(page)), ...(await twice(page))];
      await signIn(page, tokenOf(newsroom));
      for (const address of STUDIO_VIEWS) {
        await goTo(page, address);
        // A theme's name comes with its answer.
        await expect
          .poll(async () => [...titles.values()].includes(await page.title()), { message: address })
          .toBe(false);
        titles.set(address, await page.title());
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll("details")) fold.open = true;
        });
        wrong.push(...[...(await nameless(page)), ...(await twice(page))].map((one) => `${address} ${one}`));
      }
      expect(wrong).toEqual([]);
      await page.context().close();
    },
  );
});

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
    await goTo(page, "#/new");
    await page.locator("#name").fill("Said Aloud");
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    for (const slider of await page.locator("input[type=range]:visible").all()) {
      await slider.press("ArrowRight");
      await slider.press("ArrowRight");
    }
    await page.locator("#colour-light-accent").fill("nothing");
    await page.locator("#colour-light-accent").fill("#005f99");
    await page.locator(".actions").getByRole("button", { name: "Publish", exact: true }).click();
    await page.locator(".actions .note").getByText("is published").waitFor();
    await goTo(page, "#/themes/said-aloud/snippets");
    await page.locator("[data-way=evergreen]").click();
    await page.waitForTimeout(0);
    await goTo(page, "#/desk");
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    expect(said.length).toBeGreaterThan(3);
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
