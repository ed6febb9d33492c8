import type { Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { type Desk, deskOf, publishCases, tokenFor, verdicts } from "./coding-room.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { openIn, openStudio, signIn, tokenOf } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
/** Two coders; the first is the one in the windows. */
let anna: Desk;
let boris: Desk;
/** As many as one window has before it. */
const VERDICTS = 10;

beforeAll(async () => {
  const desk = deskOf(newsroom);
  await publishCases(desk, verdicts(VERDICTS), "Verdicts");
  anna = desk;
  const secret = await tokenFor(desk, "second coder");
  boris = deskOf(newsroom, secret);
});

interface Look {
  left: number;
  drafts: { case_number: string; values: { sentence: string; term_months: number } }[];
}
const DESK = "b".repeat(16);
/** What somebody else would have before them now; left again at once. */
const free = async (): Promise<string[]> => {
  const { cases } = await boris<{ cases: { case_number: string }[] }>("POST", "/v1/coding/claims", {
    ...{ desk: DESK, count: VERDICTS },
  });
  await boris("POST", "/v1/coding/release", { desk: DESK });
  return cases.map(({ case_number }) => case_number).sort();
};
const current = (page: Page) => page.locator("#case").textContent();
const opened = async (page: Page): Promise<Page> => {
  await page.locator("#case").waitFor();
  return page;
};

describe("a window of the queue that goes away", () => {
  it.each([
    ["by being closed", (page: Page) => page.close({ runBeforeUnload: true })],
    ["by another page", (page: Page) => page.goto("about:blank")],
    ["by another view", (page: Page) => page.getByRole("link", { name: "Courts", exact: true }).click()],
    ["by signing out", (page: Page) => page.getByRole("button", { name: "Sign out" }).click()],
  ] as const)("leaves its cases to others at once: %s", async (_, leave) => {
    const page = await openStudio(browser, newsroom, "#/coding");
    const context = page.context();
    await signIn(page, tokenOf(newsroom));
    await opened(page);
    expect(await free()).toEqual([]);
    await leave(page);
    await expect.poll(async () => (await free()).length).toBe(VERDICTS);
    await context.close();
  });

  it("keeps them through a reload", async () => {
    const page = await openStudio(browser, newsroom, "#/coding");
    await signIn(page, tokenOf(newsroom));
    await opened(page);
    for (let times = 0; times < 5; times++) {
      const answered = page.waitForResponse((answer) => answer.url().endsWith("/v1/coding/claims"));
      await page.reload();
      await answered;
      await opened(page);
      expect(await free()).toEqual([]);
    }
    await page.close({ runBeforeUnload: true });
    await expect.poll(async () => (await free()).length).toBe(VERDICTS);
    await page.context().close();
  });

  it("loses no verdict that is still on its way, and has nobody else read it meanwhile", async () => {
    const page = await openStudio(browser, newsroom, "#/coding");
    const context = page.context();
    await signIn(page, tokenOf(newsroom));
    await opened(page);
    const coded: (string | null)[] = [];
    await page.route("**/v1/coding/codings", () => {});
    for (const term of ["1", "2"]) {
      const number = await current(page);
      coded.push(number);
      for (const key of ["s", "m", term, "Enter"]) await page.keyboard.press(key);
      await page.locator("#case").filter({ hasNotText: number! }).waitFor();
    }
    await page.close({ runBeforeUnload: true });
    await expect.poll(async () => (await free()).length).toBe(VERDICTS - coded.length);
    expect((await free()).filter((one) => coded.includes(one))).toEqual([]);

    // Whoever opens a window of that browser again sends it.
    const again = await opened(await openIn(context, `${newsroom.origin}/studio?lang=en#/coding`));
    const drafts = async () =>
      (await anna<Look>("GET", "/v1/coding")).drafts
        .map(({ case_number, values }) => [case_number, values.sentence, values.term_months])
        .sort();
    await expect.poll(drafts).toEqual(coded.map((one, at) => [one, "suspended", at + 1]).sort());
    await again.close({ runBeforeUnload: true });
    await expect.poll(async () => (await free()).length).toBe(VERDICTS - coded.length);
    await context.close();
  });
});
