import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { faultsOf, openStudio, overflow, signIn, tokenOf } from "./studio.ts";

const LEDGER = readFileSync("worker/data/published-figures.csv", "utf8");
const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0", "--var", "SOURCES_LOCAL:yes");
let server: Server;
let at = "";
let table = LEDGER;
const received: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    request.on("data", (data) => received.push(String(data)));
    request.on("end", () => response.end(request.method === "POST" ? "ok" : table));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function sources(options = {}): Promise<Page> {
  const page = await openStudio(browser, newsroom, "#/sources", options);
  await signIn(page, tokenOf(newsroom));
  await page.locator("#tables").waitFor();
  page.on("dialog", (dialog) => dialog.accept());
  return page;
}
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const close = async (page: Page) => {
  expect(faultsOf(page)).toEqual([]);
  await page.context().close();
};

describe("the view of sources", () => {
  it("sets a table, says of each field what is wrong, looks at it, and lists what it left first", async () => {
    const page = await sources();
    await press(page, "Watch a table");
    await page.getByLabel("Name", { exact: true }).fill("The ledger");
    await page.getByLabel("Short name").fill("ledger");
    await page.getByLabel("Address of the table").fill("https://10.0.0.1/t.csv");
    await page.getByLabel("What it holds").selectOption("ledger");
    await press(page, "Save");
    const wrong = page.locator("#source-url");
    await expect.poll(() => wrong.getAttribute("aria-invalid")).toBe("true");
    expect(await wrong.evaluate((field) => field === document.activeElement)).toBe(true);
    await wrong.fill(`${at}/ledger.csv`);
    await press(page, "Save");
    await page.getByText("“The ledger” is saved.").waitFor();

    await press(page, "Look now");
    await page.getByText(/^Nothing new, /).waitFor();
    table = `${LEDGER.split("\n").slice(0, 40).join("\n")}\n`;
    await press(page, "Look now");
    const held = page.locator("studio-held li").first();
    await held.getByText(/^From “ledger”/).waitFor();
    expect(await held.textContent()).toMatch(/Figures would be removed/);
    const order = await page.locator("h2").allTextContents();
    expect(order.slice(0, 2)).toEqual(["Waiting for a person", "Watched tables"]);

    await page.getByRole("link", { name: "Desk", exact: true }).click();
    await page.locator("studio-desk studio-held li").first().waitFor();
    expect((await page.locator("main h2").allTextContents())[0]).toBe("Waiting for a person");
    await page.getByRole("link", { name: "Look at it and decide" }).click();
    await page
      .getByRole("heading", { name: "What would change" })
      .or(page.locator("#review"))
      .first()
      .waitFor();
    await close(page);
  });

  it("tells in words of a web page at the address, and discards what is held", async () => {
    table = "<!doctype html><title>Sign in</title>";
    const page = await sources();
    await press(page, "Look now");
    await page.getByText(/is the sheet published to the web/).waitFor();
    await press(page, "Discard");
    await page.getByText("Discarded. The number stays as it is.").waitFor();
    await page.getByText("Nothing waits.").waitFor();
    await close(page);
  });

  it("adds a receiver, shows its key once, tests it, and has the log", async () => {
    const page = await sources();
    await press(page, "Add a receiver");
    await page.getByLabel("What it is for").fill("A program");
    await page.getByRole("combobox", { name: "For", exact: true }).selectOption("json");
    await page.getByLabel("Address that takes notices").fill(`${at}/key-of-the-receiver`);
    await press(page, "Save");
    await page.getByText(/The key of the signature, shown this once: ds_/).waitFor();
    await press(page, "Send a test");
    await page.getByText("The receiver answered: 200").waitFor();
    expect(received.join("")).toContain('"event":"test"');
    await press(page, "Deliveries");
    await page.getByRole("cell", { name: "arrived" }).waitFor();
    expect(await page.content()).not.toContain("key-of-the-receiver");
    await close(page);
  });

  it.each(["en", "ru", "uk"])(
    "fits a phone and has no violation in %s, with everything open",
    async (lang) => {
      table = `${LEDGER.split("\n").slice(0, 40).join("\n")}\n`;
      const page = await sources({ width: 360, lang });
      for (const section of ["#tables", "#notices"]) {
        await page.locator(`section:has(${section}) > p > button`).last().click();
      }
      await page.locator("#hook-url").waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      await close(page);
    },
  );
});
