import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addDays, moscowDate } from "../../worker/domain/calendar.ts";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { violations } from "./axe.ts";
import { startDesk } from "./desk-command.ts";
import { openOnPhone, phoneFaults } from "./phone.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { faultsOf, openStudio, signIn, tokenOf } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");

async function courts(options = {}, open = openStudio) {
  const page = await open(browser, newsroom, "#/courts", options);
  await signIn(page, tokenOf(newsroom));
  await page.locator("#courts-all").waitFor();
  return page;
}

describe("the view of courts", () => {
  it("lists all courts where there is no record yet", async () => {
    const page = await courts();
    expect(await page.locator("main").textContent()).toContain("115 courts: 0 with records");
    await page.getByRole("cell", { name: "no record" }).first().waitFor();
    expect(await page.locator("#heat").count()).toBe(0);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it("has each court with its records, and its weeks as a table that can be read out", async () => {
    const folder = join(newsroom.state, "files");
    mkdirSync(folder, { recursive: true });
    const until = addDays(moscowDate(Date.now()), -10);
    const from = addDays(until, -400);
    const truth = { seed: 5, cases: 400, from, until, dirt: [], vanishedShare: 0 };
    writeDump(folder, "desk", snapshot(generateTruth(truth), until));
    const why = ["--covers", `${from}..${until}`, "--override", "The first import of records"];
    const run = await startDesk(newsroom, "publish", join(folder, "desk.csv"), ...why).ended;
    expect(run.code, run.stderr).toBe(0);

    const page = await courts();
    expect(await page.locator("main").textContent()).toMatch(/115 courts: [1-9]\d* with records/);
    const heat = page.getByRole("region", { name: "Records by court and week" });
    const rows = heat.getByRole("row");
    expect(await rows.count()).toBe(116);
    expect(await heat.getByRole("columnheader").count()).toBe(14);
    expect(await rows.nth(1).getByRole("rowheader").count()).toBe(1);
    await page.getByLabel("Length").selectOption("52");
    expect(await heat.getByRole("columnheader").count()).toBe(53);
    // The newest week is after the day to which the courts were read; of those before, none is unknown.
    const said = await rows.nth(1).getByRole("cell").allTextContents();
    expect(said[0]).toContain("not read");
    expect(said.slice(2).every((text) => /^\d+$/.test(text.trim()))).toBe(true);
    const number = heat.getByRole("cell").getByRole("link").first();
    const records = await number.textContent();
    await number.click();
    await page.getByText(`Counted: ${records}`, { exact: true }).waitFor();
    expect(page.url()).toMatch(/#\/cases\/measure=records&court=\w+&week=\d{4}-W\d{2}$/);
    await page.goBack();
    await page.getByLabel("Length").selectOption("52");
    await page.getByLabel("Source").selectOption({ label: "the desk’s files, desk-csv" });
    expect((await heat.locator("td.shade-4").count()) > 0).toBe(true);
    // Of one source, too, a number leads to its cases.
    const own = heat.getByRole("cell").getByRole("link").first();
    const brought = await own.textContent();
    await own.click();
    await page.getByText(`Counted: ${brought}`, { exact: true }).waitFor();
    expect(decodeURIComponent(page.url())).toMatch(/&week=\d{4}-W\d{2}&source=files:desk-csv$/);
    expect(await page.locator("#behind-source").inputValue()).toBe("files:desk-csv");
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it.each(["en", "ru", "uk"])("fits a phone and has no violation in %s", async (lang) => {
    const page = await courts({ width: 360, lang }, openOnPhone);
    await page.locator("#heat").waitFor();
    // The weeks of a court are wider than a phone, and scroll in a box of their own.
    expect(await phoneFaults(page, ".heat")).toEqual([]);
    expect(await page.locator("main").textContent()).not.toContain("..");
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
