import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { violations } from "./axe.ts";
import { desk } from "./desk-command.ts";
import { openOnPhone, phoneFaults } from "./phone.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { faultsOf, openStudio, overflow, signIn, tokenOf } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");

beforeAll(async () => {
  const folder = join(newsroom.state, "files");
  mkdirSync(folder, { recursive: true });
  const truth = { seed: 5, cases: 60, from: "2024-01-01", until: "2025-06-30", dirt: [], vanishedShare: 0 };
  writeDump(folder, "desk", snapshot(generateTruth(truth), "2025-06-30"));
  const why = ["--override", "The first import of records"];
  const { code, stderr } = await desk(newsroom, "publish", join(folder, "desk.csv"), ...why);
  expect(code, stderr).toBe(0);
});

async function archive(options = {}, open = openStudio) {
  const page = await open(browser, newsroom, "#/desk", options);
  await signIn(page, tokenOf(newsroom));
  await page.locator("#compare-from").waitFor();
  return page;
}

const text = async (path: string) => (await fetch(`${newsroom.origin}${path}`)).text();

describe("editions that are out", () => {
  it("are compared, two by two, and taken along", async () => {
    const page = await archive();
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await page.locator(".difference .large").first().waitFor();
    const told = page.locator(".difference");
    expect(await told.textContent()).toMatch(/\d+ new, 0 changed, 0 vanished/);
    // Both are out: they are called by their names, and nothing “would” happen.
    const ids = await page.locator("#compare-from option").allTextContents();
    expect(await told.locator(".shown > div > .hint:first-child").allTextContents()).toEqual(
      ids.toReversed(),
    );
    expect(await told.textContent()).not.toMatch(/\bwould\b|\bnow\b|this edition/i);
    // The other way round it says the opposite.
    const [added] = /\d+(?= new)/.exec((await told.textContent()) ?? "") ?? [];
    await page.locator("#compare-from").selectOption(ids[0]!);
    await page.locator("#compare-to").selectOption(ids.at(-1)!);
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await told.getByText(`0 new, 0 changed, ${added} vanished`).waitFor();
    await page.locator("#compare-to").selectOption(ids[0]!);
    expect(await page.getByRole("button", { name: "Compare", exact: true }).isDisabled()).toBe(true);
    await page.locator("#compare-from").selectOption(ids.at(-1)!);

    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Cases (CSV)" }).click();
    const saved = await waiting;
    expect(saved.suggestedFilename()).toMatch(/^cases-.*\.csv$/);
    const exported = await desk(newsroom, "export");
    expect(readFileSync(await saved.path(), "utf8")).toBe(exported.stdout);
    const links = page.locator("studio-archive a[download]");
    for (const link of await links.all()) {
      const answer = await fetch(`${newsroom.origin}${await link.getAttribute("href")}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Content-Type")).toContain("text/csv");
    }
    expect(await links.count()).toBe(3);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it("take a note later, which stays, and leave their own as it is", async () => {
    const page = await archive({ width: 360 });
    const line = page.locator("studio-editions li").nth(1);
    const id = ((await line.textContent()) ?? "").trim().split(",")[0]!;
    const before = await text(`/v1/editions/${id}`);
    await line.getByRole("button", { name: `Add a note to edition ${id}` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("It can’t be changed or taken away.").waitFor();
    expect(await violations(page)).toEqual([]);

    // What is too short is said beside the field, to which one is taken.
    await dialog.getByRole("button", { name: "Add for good" }).click();
    await dialog.getByText("Write at least ten characters.").waitFor();
    const field = dialog.getByLabel("Note");
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);

    // A line that breaks loses nothing; sent again it is one addition.
    await field.fill("One publisher has corrected its total since.");
    await page.route("**/additions", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await dialog.getByRole("button", { name: "Add for good" }).click();
    await dialog.locator("#addition-note.wrong").waitFor();
    await page.unroute("**/additions");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await line.getByRole("button", { name: `Add a note to edition ${id}` }).click();
    expect(await field.inputValue()).toBe("One publisher has corrected its total since.");
    await dialog.getByRole("button", { name: "Add for good" }).click();
    await page.getByText(`The note is added to ${id}. Readers see it within minutes.`).waitFor();

    const later = line.locator(".later");
    await later.waitFor();
    const said =
      /^Added by the (data desk|service’s administrators) on \d+ \w+ \d{4}: One publisher has corrected its total since\.$/;
    expect((await later.textContent())?.replaceAll("\u00a0", " ")).toMatch(said);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await text(`/v1/editions/${id}`)).toBe(before);
    const { additions } = JSON.parse(await text(`/v1/editions/${id}/additions`));
    expect(additions).toHaveLength(1);
    expect((await text("/v1/editions.atom")).replaceAll("\u00a0", " ")).toContain(
      "One publisher has corrected its total since.",
    );
    // Nowhere is there a way to change it.
    expect(await line.getByRole("button").count()).toBe(2);
    await page.context().close();
  });

  it.each(["en", "ru", "uk"])(
    "fit a phone and have no violation in %s, with a difference open",
    async (lang) => {
      const page = await archive({ width: 360, lang }, openOnPhone);
      await page.locator("studio-archive form button").click();
      await page.locator(".difference .large").first().waitFor();
      expect(await phoneFaults(page, ".heat")).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );
});
