import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { violations } from "./axe.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { faultsOf, openStudio, overflow, signIn, tabTo, tokenOf } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
const ON = "2025-06-30";
let file: string;
let uid: string;

beforeAll(() => {
  const folder = join(newsroom.state, "files");
  mkdirSync(folder, { recursive: true });
  const truth = { seed: 5, cases: 400, from: "2024-01-01", until: ON, dirt: [], vanishedShare: 0 };
  writeDump(folder, "desk", snapshot(generateTruth(truth), ON));
  file = join(folder, "desk.csv");
  const convicted = readFileSync(file, "utf8")
    .split("\n")
    .filter((row) => /^\d{2}GV.*,337.*,convicted,/.test(row));
  uid = convicted.at(-1)?.split(",")[0] ?? "";
});

async function desk(options = {}): Promise<Page> {
  const page = await openStudio(browser, newsroom, "#/desk", options);
  await signIn(page, tokenOf(newsroom));
  await page.locator("studio-editions li").first().waitFor();
  return page;
}

const editions = (): Promise<{ editions: { id: string; note: string; counts: { convictions: number } }[] }> =>
  fetch(`${newsroom.origin}/v1/editions`).then((response) => response.json());

async function published(page: Page): Promise<string> {
  const reason = page.locator("#override");
  if ((await reason.count()) > 0) await reason.fill("What this test is about lies elsewhere");
  await page.getByRole("button", { name: "Publish this edition" }).click();
  const said = page.getByText(/^Edition .* is published\.$/);
  await said.waitFor();
  return /Edition (\S+) is/.exec((await said.textContent()) ?? "")?.[1] ?? "";
}

describe("the desk's further work in the browser", () => {
  it("says which days files cover, and which fields of that are wrong", async () => {
    const page = await desk();
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByText(/^desk-csv: \d+ rows/).waitFor();
    await page.getByRole("button", { name: "Add days" }).click();
    await page.getByLabel("To", { exact: true }).fill("2024-03-01");
    await page.getByLabel("Courts", { exact: true }).fill("77GV9999");
    await page.getByRole("button", { name: "Upload for review" }).click();
    const start = page.getByLabel("From", { exact: true });
    expect(await start.getAttribute("aria-invalid")).toBe("true");
    expect(await start.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByText("Not a military court’s code: 77GV9999").waitFor();
    expect(await violations(page)).toEqual([]);
    await start.fill("2024-02-05");
    await page.getByLabel("Courts", { exact: true }).fill("");
    await page.getByRole("button", { name: "Upload for review" }).click();
    await page.getByRole("heading", { name: "What would change" }).waitFor();
    await page.getByText("Days that convictions would cover: 2024-02-05 – 2024-03-01").waitFor();
    await page.getByText(/^Records outside the covered days: \d+/).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it("begins a review with the headline before and after, and lets every line be reached", async () => {
    const page = await desk();
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByText(/^desk-csv: \d+ rows/).waitFor();
    await page.getByRole("button", { name: "Upload for review" }).click();
    const shown = page.getByRole("group", { name: "Large number, before and after" });
    await shown.waitFor();
    expect(await shown.locator(".large").first().textContent()).toBe("about\u00a0198");
    const then = (await shown.locator(".large").nth(1).textContent()) ?? "";
    const weeks = page.getByRole("region", { name: "By week" });
    expect(await weeks.locator("tbody tr").count()).toBe(50);
    const all = page
      .locator("studio-table")
      .filter({ has: weeks })
      .getByRole("button", { name: /^Show all/ });
    const lines = Number(/\d+/.exec((await all.textContent()) ?? "")?.[0]);
    await tabTo(all);
    await page.keyboard.press("Enter");
    expect(await weeks.locator("tbody tr").count()).toBe(lines);
    expect(lines).toBeGreaterThan(50);
    expect(await violations(page)).toEqual([]);
    const edition = await published(page);
    const now = async () => {
      const body = await (await fetch(`${newsroom.origin}/v1/summary`)).json();
      return [body.edition.id, body.text.inline];
    };
    await expect.poll(now, { timeout: 60_000 }).toEqual([edition, then]);
    await page.context().close();
  });

  it("withdraws a record by keyboard, through a review, with its reason in editions and audit", async () => {
    const page = await desk();
    const before = (await editions()).editions[0]!.counts.convictions;
    const look = page.getByRole("button", { name: "Review the change" });
    await tabTo(look);
    await page.keyboard.press("Enter");
    const field = page.getByLabel("УИД", { exact: true });
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByText("Identify the record by its УИД, or by court and case number.").waitFor();
    await page.getByText("Enter at least ten characters.").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type("77GV0007-01-2019-999999-99");
    await tabTo(page.getByLabel("Why it is withdrawn"));
    await page.keyboard.type("Entered twice by the court");
    await tabTo(look);
    await page.keyboard.press("Enter");
    await page.getByText("There is no current record that this would change.").waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await field.fill(uid);
    await look.click();
    await page.getByRole("heading", { name: "What would change" }).waitFor();
    await page.getByText("Convictions in total: -1").waitFor();
    expect(await page.getByLabel("What is new in this edition").inputValue()).toBe(
      "Entered twice by the court",
    );
    expect(await violations(page)).toEqual([]);
    const edition = await published(page);
    await expect.poll(async () => (await editions()).editions[0]?.id, { timeout: 60_000 }).toBe(edition);
    const [newest] = (await editions()).editions;
    expect(newest).toMatchObject({ note: "Entered twice by the court", counts: { convictions: before - 1 } });
    await page.getByRole("link", { name: "Audit log" }).click();
    await page.getByText("Withdrawn", { exact: true }).first().waitFor();
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it("redacts the names of files, and says that there is none", async () => {
    const page = await desk();
    await page.getByRole("button", { name: "Remove them" }).click();
    await page.getByText("No edition holds the name of an imported file.").waitFor();
    await page.context().close();
  });

  it.each([
    ["ru", 768],
    ["uk", 360],
    ["en", 360],
  ] as const)("has no violation that axe finds, and fits: %s, %i pixels", async (lang, width) => {
    const page = await desk({ lang, width });
    await page.locator(".covers button").click();
    await page.locator("studio-withdraw .primary").click();
    await page.locator("studio-withdraw .wrong").first().waitFor();
    await page.locator("input[type=file]").setInputFiles(file);
    await page.locator(".report").waitFor();
    await page.locator(".files > p .primary").click();
    await page.locator("#review, [aria-invalid=true]").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});
