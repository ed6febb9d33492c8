import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright";
import { describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { openOnPhone, phoneFaults } from "./phone.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { faultsOf, openStudio, overflow, signIn, tokenOf } from "./studio.ts";

const SHIPPED = readFileSync("worker/data/published-figures.csv", "utf8");
const ADDRESS = "https://en.zona.media/article/2026/11/28/awol";
const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");

async function figures(options = {}, open = openStudio): Promise<Page> {
  const page = await open(browser, newsroom, "#/figures", options);
  await signIn(page, tokenOf(newsroom));
  await page.locator("#figures-all").waitFor();
  page.on("dialog", (dialog) => dialog.accept());
  page.setDefaultTimeout(60_000);
  return page;
}
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const field = (page: Page, name: string): Locator => page.locator(`#figure-${name}`);
const close = async (page: Page) => {
  expect(faultsOf(page)).toEqual([]);
  await page.context().close();
};
const inForce = (page: Page) =>
  page.evaluate(async () => {
    const answer = await fetch("/v1/imports/ledger", { cache: "no-store" });
    return (await answer.json()) as { figures: { id: string; value: number; publisher: string }[] };
  });

/** Types a whole figure, as somebody who copies nothing. */
async function typeFigure(page: Page, part: Record<string, string>): Promise<void> {
  await press(page, "Add a figure");
  const typed = {
    ...{ source_url: ADDRESS, publisher: "The Example", published_on: "2026-11-28", articles: "337" },
    ...{ value: "12", period_start: "2024-01-01", period_end: "2024-01-31", series: "example", ...part },
  };
  for (const [name, text] of Object.entries(typed)) await field(page, name).fill(text);
}

async function publish(page: Page, reason?: string): Promise<void> {
  await page.getByRole("button", { name: "Publish this edition" }).waitFor();
  if (reason) await page.locator("#override").fill(reason);
  await press(page, "Publish this edition");
  await page.getByText(/^Edition .* is published|on its way/).waitFor();
}

describe("published figures in the studio", () => {
  it("download as the file that they came from, byte for byte", async () => {
    const page = await figures();
    const waiting = page.waitForEvent("download");
    await press(page, "Download as CSV");
    const saved = await waiting;
    expect(saved.suggestedFilename()).toMatch(/^published-figures-.*\.csv$/);
    expect(readFileSync(await saved.path(), "utf8")).toBe(SHIPPED);
    await close(page);
  });

  it.each([
    ["en", "848 convictions, 332", "13,699 convictions, any article"],
    ["ru", "848 — приговоры, 332", "13 699 — приговоры, любая статья"],
    ["uk", "848 — вироки, 332", "13 699 — вироки, будь-яка стаття"],
  ])("are said as the language says a number, without the ledger’s own words: %s", async (lang, ...lines) => {
    const page = await figures({ lang });
    await page.locator("#figures-find").fill("f066");
    await page.getByRole("heading", { name: lines[0], exact: false }).waitFor();
    await page.locator("#figures-find").fill("f059");
    await page.getByRole("heading", { name: lines[1], exact: true }).waitFor();
    await close(page);
  });

  it("are found by each filter, and by all at once", async () => {
    const page = await figures();
    const told = page.locator("studio-figure-list [role=status]");
    const count = async () => Number(/^\d+/.exec((await told.textContent()) ?? "")?.[0]);
    const all = await count();
    const options = await page.locator("#figures-unit option").count();
    let sum = 0;
    for (let index = 1; index < options; index++) {
      await page.locator("#figures-unit").selectOption({ index });
      sum += await count();
    }
    expect(sum).toBe(all);
    await page.locator("#figures-unit").selectOption({ index: 0 });
    const contradicting = page.getByLabel("Only figures that contradict another");
    await contradicting.check();
    const contradicted = await count();
    expect(contradicted).toBeGreaterThan(1);
    expect(contradicted).toBeLessThan(all);
    expect(await page.getByText(/^Contradicts f\d+/).count()).toBe(Math.min(20, contradicted));
    await page.locator("#figures-find").fill("f066");
    expect(await count()).toBe(0);
    await contradicting.uncheck();
    expect(await count()).toBe(1);
    await close(page);
  });

  it("go from a phone to the demo page in seven steps", async () => {
    const page = await openStudio(browser, newsroom, "", { width: 360 });
    await signIn(page, tokenOf(newsroom));
    let steps = 0;
    const step = async (act: Promise<void>) => {
      steps++;
      await act;
    };
    await step(page.getByRole("link", { name: "Figures" }).click());
    await step(press(page, "Add a figure"));
    await step(field(page, "source_url").fill(ADDRESS));
    // Publisher, day of printing and series are there by now, and what was counted the last time can be copied.
    await step(page.getByRole("button", { name: /^Copy from f066/ }).click());
    // The number is what is left to type, so the keyboard is there for it, and its Enter goes on.
    expect(await field(page, "value").evaluate((one) => one === document.activeElement)).toBe(true);
    await step(page.keyboard.type("17 310"));
    const told = await page.locator(".follows .shown .large").allTextContents();
    expect(new Set(told.map((text) => text.replace("\u00a0", " ")))).toEqual(
      new Set(["about 198", "about 210"]),
    );
    await step(page.keyboard.press("Enter"));
    await page.locator(".shown .large").getByText("about 210").first().waitFor();
    await step(press(page, "Publish this edition"));
    await page.getByText(/^Edition .* is published|on its way/).waitFor();
    expect(steps).toBe(7);

    const demo = await page.context().newPage();
    await demo.goto(`${newsroom.origin}/?lang=en`);
    await expect.poll(() => demo.getByText("210").count()).toBeGreaterThan(0);
    const { figures: all } = await inForce(page);
    expect(all.at(-1)).toMatchObject({ id: "f132", value: 17_310, publisher: "Mediazona (English)" });
    await close(page);
  });

  it.each([
    ["en", "This is missing."],
    ["ru", "Это не заполнено."],
    ["uk", "Це не заповнено."],
  ])(
    "are refused in %s where they contradict themselves: each field is marked, named and reached",
    async (lang, missing) => {
      const page = await figures({ width: 360, lang });
      await page.locator("studio-figures > .do > .primary").click();
      const send = page.locator("form.figure .do .primary");
      await send.click();
      const first = field(page, "source_url");
      await expect.poll(() => first.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await page.locator("#figure-source_url-note").textContent()).toBe(missing);
      const wrong = page.locator('form.figure [aria-invalid="true"]');
      expect(await wrong.count()).toBe(7);
      const parts = {
        ...{ source_url: ADDRESS, articles: "337", value: "5", series: "example", publisher: "The Example" },
        ...{ published_on: "2026-11-28", period_start: "2024-02-01", period_end: "2024-01-31" },
      };
      for (const [name, text] of Object.entries(parts)) await field(page, name).fill(text);
      await field(page, "kind").selectOption("percent");
      await send.click();
      expect(await wrong.evaluateAll((all) => all.map(({ id }) => id))).toEqual([
        "figure-kind",
        "figure-period_end",
      ]);
      await expect
        .poll(() => field(page, "kind").evaluate((one) => one === document.activeElement))
        .toBe(true);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      await close(page);
    },
  );

  it("show a duplicate before it is made, and lead to the one that is there", async () => {
    const page = await figures();
    await typeFigure(page, {
      ...{ source_url: "https://en.zona.media/article/2025/06/26/awol?utm_source=x", value: "850" },
      ...{ articles: "332, 337, 338", period_start: "2025-04-01", period_end: "2025-04-30" },
    });
    await page.getByText(/The same source has this for the same period: f066, 848/).waitFor();
    await press(page, "Correct f066 instead");
    await page.getByRole("heading", { name: "Correct f066" }).waitFor();
    expect(await field(page, "value").inputValue()).toBe("850");
    expect(await field(page, "publisher").inputValue()).toBe("Mediazona (English)");
    await press(page, "Cancel");
    await close(page);
  });

  it("keep what is typed over a reload, another view and another language", async () => {
    const page = await figures();
    await typeFigure(page, { value: "4321" });
    await press(page, "Add to what waits");
    await typeFigure(page, { value: "1234" });
    await page.reload();
    expect(await field(page, "value").inputValue()).toBe("1234");
    await page.getByRole("link", { name: "Desk", exact: true }).click();
    await page.locator("studio-desk").waitFor();
    await page.getByRole("link", { name: "Figures", exact: true }).click();
    expect(await field(page, "value").inputValue()).toBe("1234");
    await page.getByRole("link", { name: "Українська" }).click();
    await page.getByRole("heading", { name: "Нова цифра" }).waitFor();
    expect(await field(page, "value").inputValue()).toBe("1234");
    await press(page, "Скасувати");
    await page.locator("#pending").waitFor();
    expect(await page.locator("studio-figures .held").textContent()).toContain("f133");
    await close(page);
  });

  it("lose nothing of two people who edit at once", async () => {
    const [one, other] = [await figures(), await figures()];
    await typeFigure(one, { value: "11", publisher: "The First" });
    await typeFigure(other, { value: "22", publisher: "The Second" });
    await press(one, "Review and publish");
    await press(other, "Review and publish");
    // Both are staged against the same edition before either goes out.
    for (const page of [one, other])
      await page.getByRole("button", { name: "Publish this edition" }).waitFor();
    await publish(one);
    // It was staged before the first went out: it can't be published over it, and is made anew.
    await press(other, "Publish this edition");
    await other.getByText(/came first. Your changes have been made in it/).waitFor();
    await publish(other);
    const last = (await inForce(one)).figures.slice(-2);
    expect(last.map(({ id, value, publisher }) => [id, value, publisher])).toEqual([
      ["f133", 11, "The First"],
      ["f134", 22, "The Second"],
    ]);
    await close(one);
    await close(other);
  });

  it("leave it to a person which of two corrections stays", async () => {
    const [one, other] = [await figures(), await figures({ width: 360 })];
    for (const [page, value] of [
      [one, "31"],
      [other, "32"],
    ] as const) {
      await page.locator("#figures-find").fill("f133");
      await press(page, "Correct f133");
      await field(page, "value").fill(value);
    }
    await press(one, "Review and publish");
    await publish(one);
    await press(other, "Review and publish");
    await other.getByRole("heading", { name: "Changed by somebody else, too" }).waitFor();
    expect(await overflow(other)).toBeLessThanOrEqual(0);
    expect(await violations(other)).toEqual([]);
    expect(await other.getByRole("button", { name: "Publish this edition" }).count()).toBe(0);
    await press(other, "Mine stays, f133");
    await press(other, "Review and publish");
    await publish(other);
    expect((await inForce(other)).figures.find(({ id }) => id === "f133")?.value).toBe(32);
    await close(one);
    await close(other);
  });

  it("are withdrawn with a reason, as the check asks for one", async () => {
    const page = await figures({ width: 360 });
    await page.locator("#figures-find").fill("The Second");
    await press(page, "Withdraw f134");
    await press(page, "Review and publish");
    await page.getByText(/Figures would be removed/).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    await publish(page, "It was printed by mistake");
    expect((await inForce(page)).figures.some(({ id }) => id === "f134")).toBe(false);
    await close(page);
  });

  it.each(["en", "ru", "uk"])(
    "fit a phone and have no violation in %s, with everything open",
    async (lang) => {
      const page = await figures({ width: 360, lang }, openOnPhone);
      expect(await phoneFaults(page, ".heat")).toEqual([]);
      await page.locator("studio-figures > .do > .primary").click();
      const parts = {
        ...{ source_url: "https://en.zona.media/article/2025/06/26/awol", articles: "332, 337, 338" },
        ...{ value: "850", period_start: "2025-04-01", period_end: "2025-04-30" },
      };
      for (const [name, text] of Object.entries(parts)) await field(page, name).fill(text);
      await page.locator("#figure-follows").waitFor();
      await page.locator("form.figure details summary").click();
      expect(await phoneFaults(page, ".heat")).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await close(page);
    },
  );
});
