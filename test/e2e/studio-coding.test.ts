import type { Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { deskOf, publishCases, tokenFor, verdicts } from "./coding-room.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { faultsOf, openIn, openStudio, overflow, signIn, tokenOf } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
/** Of another coder. */
let second: string;

/** Convictions of which nothing is coded. */
const VERDICTS = 230;

beforeAll(async () => {
  const desk = deskOf(newsroom);
  await publishCases(desk, verdicts(VERDICTS), "Verdicts");
  second = await tokenFor(desk, "second coder");
});

async function coding(options = {}, address = "#/coding", token = tokenOf(newsroom)): Promise<Page> {
  const page = await openStudio(browser, newsroom, address, options);
  await signIn(page, token);
  return page;
}
const close = async (page: Page) => {
  expect(faultsOf(page)).toEqual([]);
  await page.context().close();
};

describe("the queue", () => {
  it("never gives two people the same case, leads to the card, and takes letters by their place on the keyboard", async () => {
    const [one, other] = [await coding(), await coding({}, "#/coding", second)];
    const numbers = await Promise.all([one, other].map((page) => page.locator("#case").textContent()));
    expect(new Set(numbers).size).toBe(2);
    const link = one.locator(".case a");
    expect(await link.getAttribute("rel")).toBe("noreferrer");
    expect(await link.getAttribute("target")).toBe("_blank");
    expect(await link.getAttribute("href")).toMatch(/^https:\/\/gvs\.spb\.sudrf\.ru\/modules\.php/);
    // A Russian layout's letters, at the places of S and M.
    for (const [key, code] of [
      ["ы", "KeyS"],
      ["ь", "KeyM"],
    ] as const) {
      await one.locator("#case").dispatchEvent("keydown", { key, code, bubbles: true });
    }
    await expect.poll(() => one.locator("input[type=radio]:checked").count()).toBe(2);
    await one.keyboard.press("Enter");
    await one.getByText("Type the term.").waitFor();
    expect(await one.locator("#term").getAttribute("aria-invalid")).toBe("true");
    await one.keyboard.press("Enter");
    await one.locator("#case").filter({ hasNotText: numbers[0]! }).waitFor();
    await close(one);
    await close(other);
  });

  it("is asked by court and by week, each with what is left of it, and begins with the newest verdict", async () => {
    const page = await coding({}, "#/coding", second);
    const facts = page.locator(".case .facts");
    await page.locator("#case").waitFor();
    const court = page.locator("#coding-court");
    const [, name] = await court.locator("option").allTextContents();
    const left = Number(/\((\d+)\)$/.exec(name!)![1]);
    expect(left).toBeGreaterThan(50);
    await court.selectOption({ index: 1 });
    await facts.filter({ hasText: name!.replace(/ \(\d+\)$/, "") }).waitFor();
    const week = page.locator("#coding-week");
    const label = (await week.locator("option").allTextContents()).find((one) => one.startsWith("2025-W10"))!;
    await week.selectOption({ label });
    await facts.filter({ hasText: /Mar [3-9], 2025/ }).waitFor();
    await facts.filter({ hasText: name!.replace(/ \(\d+\)$/, "") }).waitFor();
    await court.selectOption({ index: 0 });
    const seen = new Set<string>();
    for (let at = 0; at < 3; at++) {
      await facts.filter({ hasText: /Mar [3-9], 2025/ }).waitFor();
      const number = (await page.locator("#case").textContent())!;
      seen.add(number);
      for (const key of ["a", "u", "Enter"]) await page.keyboard.press(key);
      await page.locator("#case").filter({ hasNotText: number }).waitFor();
    }
    const places = [...seen].map((number) => Number(/-(\d+)\//.exec(number)![1]));
    expect(places).toEqual([...places].sort((a, b) => b - a));
    expect(seen.size).toBe(3);
    await week
      .locator("option")
      .filter({ hasText: `2025-W10 (${Number(/\((\d+)\)/.exec(label)![1]) - 3})` })
      .waitFor({ state: "attached" });
    await close(page);
  });

  it("hears its keys on, with the focus where it was, where a letter in the term’s field makes the term go", async () => {
    const page = await coding();
    const before = (await page.locator("#case").textContent())!;
    await page.locator("#term").focus();
    for (const key of ["2", "4", "a", "5"]) await page.keyboard.press(key);
    await expect.poll(() => page.locator("#term").isEditable()).toBe(false);
    expect(await page.locator("#term").inputValue()).toBe("");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("term");
    for (const key of ["u", "Enter"]) await page.keyboard.press(key);
    await page.locator("#case").filter({ hasNotText: before }).waitFor();
    await close(page);
  });

  it("lets keys be turned off, and needs none: radios, field and buttons do all", async () => {
    const page = await coding();
    const before = (await page.locator("#case").textContent())!;
    await page.getByLabel("Keys are on").uncheck();
    await page.locator("#case").focus();
    await page.keyboard.press("s");
    expect(await page.locator("input[type=radio]:checked").count()).toBe(0);
    await page.getByRole("radio", { name: "Fine", exact: true }).check();
    expect(await page.locator("#term").isDisabled()).toBe(true);
    await page.getByRole("radio", { name: "Not said", exact: true }).check();
    await page.getByRole("button", { name: "Save, next" }).click();
    await page.locator("#case").filter({ hasNotText: before }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.locator("#case").filter({ hasText: before }).waitFor();
    expect(await page.getByRole("radio", { name: "Fine", exact: true }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "No text published" }).click();
    await page.locator("#case").filter({ hasNotText: before }).waitFor();
    await close(page);
  });

  it("keeps what another window left that was closed in the middle", async () => {
    const page = await coding();
    await page.locator("#case").waitFor();
    await page.context().setOffline(true);
    const number = (await page.locator("#case").textContent())!;
    for (const key of ["i", "4", "2", "m", "Enter"]) await page.keyboard.press(key);
    await page.locator("#case").filter({ hasNotText: number }).waitFor();
    await page.close({ runBeforeUnload: false });
    await page.context().setOffline(false);
    const again = await openIn(page.context(), `${newsroom.origin}/studio?lang=en#/coding`);
    await again.locator("summary").filter({ hasText: "Waiting for an edition" }).click();
    await again.getByRole("cell", { name: number, exact: true }).waitFor();
    await close(again);
  });
});

describe("what is behind a number", () => {
  it("is found from a week, with each edition that brought and changed it", async () => {
    const page = await coding({}, "#/cases");
    await page.getByLabel("Week", { exact: true }).fill("2025-W12");
    await page.getByRole("button", { name: "Show the cases" }).click();
    await page.getByText(/^Counted: \d+/).waitFor();
    const first = page.locator(".cases > li").first();
    expect(await first.textContent()).toMatch(/brought it/);
    expect(page.url()).toContain("#/cases/measure=convictions&offence=desertion&week=2025-W12");
    await page.getByLabel("Week", { exact: true }).fill("2025-20");
    await page.getByRole("button", { name: "Show the cases" }).click();
    await expect.poll(() => page.locator("#behind-week").getAttribute("aria-invalid")).toBe("true");
    await close(page);
  });
});

describe("a number in the studio leads to its cases", () => {
  it("from a court, from an edition, and from a week of a difference", async () => {
    const page = await coding({}, "#/courts");
    await page.getByRole("table", { name: "All courts" }).getByRole("link").first().click();
    await page.getByText(/^Counted: \d+$/).waitFor();
    expect(page.url()).toMatch(/#\/cases\/measure=records&court=\w+$/);
    await page.goto(page.url().replace(/#.*|$/, "#/desk"));
    await page
      .getByRole("link", { name: /^Cases that .+ changed$/ })
      .first()
      .click();
    await page.getByText(`Counted: 0 → ${VERDICTS}`).waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "Compare" }).click();
    const changed = page
      .locator(".difference")
      .getByRole("link", { name: /^2025-W\d\d, / })
      .first();
    const week = (await changed.textContent())!;
    await changed.click();
    await page.locator(".cases > li").first().waitFor();
    expect(await page.locator("#behind-week").inputValue()).toBe(week);
    expect(await page.locator("#behind-against").inputValue()).not.toBe("");
    await close(page);
  });
});

describe("on a phone", () => {
  it("everything that a finger presses is at least 44 pixels high, and no key is named", async () => {
    const options = { viewport: { width: 390, height: 800 }, locale: "ru", hasTouch: true, isMobile: true };
    const context = await browser.newContext(options);
    const page = await openIn(context, `${newsroom.origin}/studio?lang=ru#/coding`);
    await signIn(page, second);
    for (const [address, there] of [
      ["#/coding", "#case"],
      ["#/cases/week=2025-W12", ".cases > li"],
    ] as const) {
      await page.goto(page.url().replace(/#.*|$/, address));
      await page.locator(there).first().waitFor();
      const small = await page.locator(`main :is(a, button, select, input, summary)`).evaluateAll((all) =>
        all.flatMap((one) => {
          const pressed = one.matches("[type=radio], [type=checkbox]") ? one.closest("label")! : one;
          const { width, height } = pressed.getBoundingClientRect();
          return width > 0 && height < 44 ? [`${pressed.textContent?.trim()} ${pressed.id}: ${height}`] : [];
        }),
      );
      expect(small, address).toEqual([]);
      expect(await page.locator("kbd:visible").count()).toBe(0);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      const { PICTURES } = process.env;
      if (PICTURES)
        await page.screenshot({
          path: `${PICTURES}/phone${address.replaceAll(/\W+/g, "-")}.png`,
          fullPage: true,
        });
    }
    await close(page);
  });
});

describe.each(["en", "ru", "uk"])("each new view, in %s", (lang) => {
  it.each([360, 1280])("has no violation and fits %i pixels, with everything open", async (width) => {
    const page = await coding({ width, lang }, "#/coding", second);
    for (const address of [
      "#/coding",
      "#/coding/second",
      "#/coding/third",
      "#/cases/week=2025-W12",
      "#/cases",
    ]) {
      await page.goto(page.url().replace(/#.*|$/, address));
      const there = address.startsWith("#/coding") ? "#case, #nothing" : "form.behind";
      await page.locator(there).first().waitFor();
      if (address.includes("week")) await page.locator(".cases > li").first().waitFor();
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll("details")) fold.open = true;
      });
      expect(await overflow(page), address).toBeLessThanOrEqual(0);
      expect(await violations(page), address).toEqual([]);
      const { PICTURES } = process.env;
      if (PICTURES)
        await page.screenshot({
          path: `${PICTURES}/${lang}-${width}-${address.replaceAll(/\W+/g, "-")}.png`,
          fullPage: true,
        });
    }
    await close(page);
  });
});
