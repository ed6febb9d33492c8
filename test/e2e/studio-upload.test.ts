import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RATE_PERIOD_S } from "../../worker/config.ts";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { violations } from "./axe.ts";
import { startConfigured } from "./configured-newsroom.ts";
import { preparedState, useBrowser, useNewsroom } from "./stage.ts";
import { faultsOf, openStudio, signIn, tabTo, tokenOf } from "./studio.ts";

const ON = "2025-06-30";
const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
let file: string;

beforeAll(async () => {
  const folder = join(newsroom.state, "files");
  mkdirSync(folder, { recursive: true });
  // Several parts of an upload.
  const truth = { seed: 8, cases: 4_500, from: "2023-01-01", until: ON, dirt: [], vanishedShare: 0 };
  writeDump(folder, "desk", snapshot(generateTruth(truth), ON));
  file = join(folder, "desk.csv");
});

async function desk(): Promise<Page> {
  const page = await openStudio(browser, newsroom, "#/desk");
  await signIn(page, tokenOf(newsroom));
  await page.locator("studio-editions li").first().waitFor();
  return page;
}

const read = (page: Page) => page.getByText(/^desk-csv: \d+ rows/).waitFor();
const upload = (page: Page) => page.getByRole("button", { name: "Upload for review" });
const reviewed = (page: Page) => page.getByRole("heading", { name: "What would change" }).waitFor();

/** The parts that the page has sent, in order. */
function partsOf(page: Page): number[] {
  const sent: number[] = [];
  page.on("request", (request) => {
    const number = /\/parts\/(\d+)$/.exec(request.url())?.[1];
    if (number !== undefined && request.method() === "PUT") sent.push(Number(number));
  });
  return sent;
}

describe("an upload", () => {
  it("goes on where it broke off, and sends nothing twice that has arrived", async () => {
    const page = await desk();
    await page.locator("input[type=file]").setInputFiles(file);
    await read(page);
    const sent = partsOf(page);
    await page.route("**/parts/1", (route) => route.abort("connectionreset"), { times: 1 });
    await upload(page).click();
    await page.getByText("The service can’t be reached. Nothing is lost; try again.").waitFor();
    expect(sent).toEqual([0, 1]);
    await upload(page).click();
    await reviewed(page);
    expect(sent.slice(0, 3)).toEqual([0, 1, 1]);
    expect(new Set(sent.slice(2)).size).toBe(sent.length - 2);
    expect(sent).not.toContain(Number.NaN);
    expect(sent.filter((number) => number === 0)).toHaveLength(1);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it("reads a workbook as the table that it was made of", async () => {
    const page = await desk();
    const workbook = fileURLToPath(new URL("../fixtures/spreadsheets/desk.xlsx", import.meta.url));
    await page.locator("input[type=file]").setInputFiles(workbook);
    await page.getByText("desk-csv: 5 rows").waitFor();
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it("refuses what isn't text once, with what to do, and offers nothing to skip", async () => {
    const page = await desk();
    const old = fileURLToPath(new URL("../fixtures/spreadsheets/desk.xls", import.meta.url));
    await page.locator("input[type=file]").setInputFiles(old);
    await page.getByText("this is an old Excel workbook (.xls)").waitFor();
    expect(await page.locator("section.report tbody tr").count()).toBe(1);
    expect(await page.getByText("Continue without these rows").count()).toBe(0);
    expect(await upload(page).isDisabled()).toBe(true);
    await page.context().close();
  });

  it("takes files that are dropped on it, with the mouse", async () => {
    const page = await desk();
    const files = await page.evaluateHandle(
      (text) => {
        const dropped = new DataTransfer();
        dropped.items.add(new File([text], "dropped.csv"));
        return dropped;
      },
      readFileSync(file, "utf8"),
    );
    const target = page.getByRole("region", { name: "Read files" });
    for (const type of ["dragenter", "dragover", "drop"])
      await target.dispatchEvent(type, { dataTransfer: files });
    await read(page);
    await page.getByRole("heading", { name: "dropped.csv" }).waitFor();
    await page.context().close();
  });

  it("keeps what was read when the session ends, and goes on after signing in again", async () => {
    const page = await desk();
    await page.locator("input[type=file]").setInputFiles(file);
    await read(page);
    await page.context().clearCookies();
    await upload(page).click();
    await page.getByText("Your session has expired. Sign in again to go on").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator("dialog.ask input").fill(tokenOf(newsroom));
    await page.locator("dialog.ask .primary").click();
    await page.locator("dialog.ask").waitFor({ state: "hidden" });
    await upload(page).click();
    await reviewed(page);
    await page.context().close();
  });

  it("leaves the desk to whoever doesn't sign in again", async () => {
    const page = await desk();
    await page.locator("input[type=file]").setInputFiles(file);
    await read(page);
    await page.context().clearCookies();
    await upload(page).click();
    await page.getByText("Your session has expired.").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".front #token").waitFor();
    expect(await page.locator("studio-desk").count()).toBe(0);
    await page.context().close();
  });
});

describe("a service that is asked too often", () => {
  const state = preparedState();
  let limited: Awaited<ReturnType<typeof startConfigured>>;

  beforeAll(async () => {
    // As in wrangler.toml, but for fewer and for the shortest period that Cloudflare has.
    const simple = { limit: 30, period: 10 };
    limited = await startConfigured(state.folder, {
      WRITES: { type: "ratelimit", namespace_id: "2002", simple },
    });
  });
  afterAll(async () => {
    await limited?.stop();
    state.remove();
  });

  it("is waited for as long as it says, and the upload goes on by itself", async () => {
    const page = await openStudio(browser, limited, "#/desk");
    await page.clock.install();
    await signIn(page, tokenOf(newsroom));
    await page.locator("input[type=file]").setInputFiles(file);
    await read(page);
    // The session's own changes are counted: this one changes nothing.
    const headers = { Origin: limited.origin };
    const change = async () =>
      (await page.request.post(`${limited.origin}/v1/imports/none/seal`, { headers })).status();
    const answers: number[] = [];
    page.on(
      "response",
      (response) => response.request().method() !== "GET" && answers.push(response.status()),
    );
    await page.route("**/v1/imports**", async (route) => {
      const isChange = route.request().method() !== "GET";
      if (isChange && !answers.includes(429)) while ((await change()) !== 429);
      await route.continue();
    });
    await page.getByLabel("If a record isn’t in the files").selectOption("complete");
    await upload(page).click();
    await expect.poll(() => answers).toContain(429);
    await expect.poll(change, { interval: 500 }).not.toBe(429);
    const refused = answers.length;
    expect(answers.at(-1)).toBe(429);
    await page.clock.fastForward((RATE_PERIOD_S - 1) * 1_000);
    expect(answers).toHaveLength(refused);
    await page.clock.fastForward(1_000);
    await reviewed(page);
    expect(answers.at(-1)).toBe(200);
    await page.context().close();
  });
});

describe("the desk by keyboard alone", () => {
  it("leads from the token to an edition", async () => {
    const page = await openStudio(browser, newsroom, "#/desk");
    // Listened for from the start, so that the browser asks the test and no dialog of its own.
    const chooser = page.waitForEvent("filechooser");
    const { keyboard } = page;
    const control = (name: string) => page.getByRole("button", { name, exact: true });
    await tabTo(page.locator(".front #token"));
    await keyboard.type(tokenOf(newsroom));
    await keyboard.press("Enter");
    await page.locator("studio-editions li").first().waitFor();
    await tabTo(page.locator("input[type=file]"));
    await keyboard.press("Enter");
    await (await chooser).setFiles(file);
    await read(page);
    await tabTo(control("Upload for review"));
    await keyboard.press("Enter");
    await reviewed(page);
    await expect.poll(() => page.locator("#review:focus").count()).toBe(1);
    await tabTo(page.getByLabel("What is new in this edition"));
    await keyboard.type("By keyboard");
    const reason = page.getByLabel("Reason for publishing anyway");
    if ((await reason.count()) > 0) {
      await tabTo(reason);
      await keyboard.type("The first import of records");
    }
    await tabTo(control("Publish this edition"));
    await keyboard.press("Enter");
    await page.getByText(/^Edition .* is published\.$/).waitFor();
    await page.locator("studio-editions li").filter({ hasText: "By keyboard" }).waitFor();
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});
