import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { violations } from "./axe.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { faultsOf, openStudio, overflow, signIn, tokenOf } from "./studio.ts";

const ON = "2025-06-30";
const file = (name: string) => join(newsroom.state, "files", name);
const browser = useBrowser();
/** Its readers are told of an edition at once, and not half a minute later. */
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
let first: string;
let less: string;
let bad: string;

beforeAll(async () => {
  mkdirSync(file(""), { recursive: true });
  const truth = { seed: 5, cases: 400, from: "2024-01-01", until: ON, dirt: [], vanishedShare: 0 };
  writeDump(file(""), "desk", snapshot(generateTruth(truth), ON));
  first = file("desk.csv");
  const rows = readFileSync(first, "utf8").trimEnd().split("\n");
  less = file("less.csv");
  writeFileSync(less, `${rows.slice(0, Math.ceil(rows.length * 0.8)).join("\n")}\n`);
  bad = file("bad.csv");
  writeFileSync(
    bad,
    `${rows.slice(0, 3).join("\n")}\n${rows[3]?.replace(/\d{4}-\d\d-\d\d/, "31.02.2024")}\n`,
  );
});

async function desk(options = {}): Promise<Page> {
  const page = await openStudio(browser, newsroom, "#/desk", options);
  await signIn(page, tokenOf(newsroom));
  await page.locator("studio-editions li").first().waitFor();
  return page;
}

const files = (page: Page) => page.locator("input[type=file]");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });

async function publishedBy(page: Page): Promise<string> {
  await press(page, "Publish this edition");
  const said = page.getByText(/^Edition .* is published\.$/);
  await said.waitFor();
  return /Edition (\S+) is/.exec((await said.textContent()) ?? "")?.[1] ?? "";
}

/** What readers of the demo page are told, once they are told of this edition. */
async function toldOf(edition: string): Promise<string> {
  const now = async () => (await (await fetch(`${newsroom.origin}/v1/summary`)).json()).edition.id;
  await expect.poll(now, { timeout: 300_000, interval: 500 }).toBe(edition);
  return onDemoPage();
}

async function onDemoPage(): Promise<string> {
  const page = await browser.newPage();
  await page.goto(newsroom.origin);
  // Of the first counter that is shown: others may have theirs earlier.
  const number = page.locator("desertion-stats:visible").first().locator("[part~=number]");
  await number.waitFor();
  const text = (await number.textContent()) ?? "";
  await page.close();
  return text;
}

describe("the desk in the browser", () => {
  it("publishes a file, is stopped by the check, overrides it with a reason, and goes back", async () => {
    const ofFigures = await onDemoPage();
    const page = await desk();
    await files(page).setInputFiles(first);
    await page.getByText(/^desk-csv: \d+ rows/).waitFor();
    await press(page, "Upload for review");
    await heading(page, "What would change").waitFor();
    await page.getByRole("region", { name: "By week" }).waitFor();
    await page.getByRole("region", { name: "By court" }).waitFor();
    expect(await violations(page)).toEqual([]);
    // A first import may change finished weeks of what was there; whoever is asked for a reason gives one.
    const reason = page.getByLabel("Reason for publishing anyway");
    if ((await reason.count()) > 0) await reason.fill("The first import of records");
    const one = await publishedBy(page);
    const before = await toldOf(one);
    expect(before).not.toBe(ofFigures);

    await files(page).setInputFiles(less);
    await page.getByText(/^desk-csv: \d+ rows/).waitFor();
    await press(page, "Upload for review");
    await heading(page, "The check objects").waitFor();
    await page
      .getByRole("alert")
      .getByText(/^Known records for these courts and days/)
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await press(page, "Publish this edition");
    expect(await reason.evaluate((field: HTMLTextAreaElement) => field.validity.valueMissing)).toBe(true);
    await reason.fill("The site is down for maintenance today");
    await page.getByLabel("What is new in this edition").fill("Read while the site was down");
    const two = await publishedBy(page);
    expect(two).not.toBe(one);
    const line = page.locator("studio-editions li").filter({ hasText: "Read while the site was down" });
    await line
      .getByText("Published despite the check’s objection: The site is down for maintenance today")
      .waitFor();

    await page.getByRole("button", { name: `Go back to edition ${one}` }).click();
    await page.getByLabel("Why", { exact: true }).fill("The site is back, its records are there");
    expect(await violations(page)).toEqual([]);
    await press(page, "Go back");
    const said = page.getByText(/^Edition .* is published\.$/);
    await said.filter({ hasNotText: two }).waitFor();
    const three = /Edition (\S+) is/.exec((await said.textContent()) ?? "")?.[1] ?? "";
    expect(await toldOf(three)).toBe(before);

    await page.getByRole("link", { name: "Audit log" }).click();
    await page.getByText("Reverted", { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it("says which row is wrong in what, and sends nothing of it before it is told to", async () => {
    const page = await desk();
    const sent: string[] = [];
    page.on("request", (request) => request.method() !== "GET" && sent.push(request.url()));
    await files(page).setInputFiles(bad);
    const row = page.getByRole("region", { name: "Rows that can’t be imported" }).locator("tbody tr");
    await row.first().waitFor();
    expect(await row.first().textContent()).toContain("4");
    expect(await page.getByRole("button", { name: "Upload for review" }).isDisabled()).toBe(true);
    await page.getByLabel("Continue without these rows").check();
    expect(await page.getByRole("button", { name: "Upload for review" }).isEnabled()).toBe(true);
    expect(sent).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it.each([
    ["en", 1280],
    ["ru", 768],
    ["uk", 360],
  ] as const)("has no violation that axe finds, and fits: %s, %i pixels", async (lang, width) => {
    const page = await desk({ lang, width });
    await files(page).setInputFiles(bad);
    await page.locator(".report tbody tr").first().waitFor();
    for (const address of ["#/desk", "#/audit"]) {
      await page.goto(page.url().replace(/#.*|$/, address));
      await page.locator("studio-editions li, studio-audit td").first().waitFor();
      expect(await violations(page), address).toEqual([]);
      expect(await overflow(page), address).toBeLessThanOrEqual(0);
    }
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});
