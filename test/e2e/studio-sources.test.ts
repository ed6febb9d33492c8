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
/** Whether the receiver answers 500. */
let refuses = false;

beforeAll(async () => {
  server = createServer((request, response) => {
    request.on("data", (data) => received.push(String(data)));
    request.on("end", () => {
      if (request.method === "POST" && refuses) response.statusCode = 500;
      response.end(request.method === "POST" ? "ok" : table);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function ask(method: string, path: string): Promise<unknown> {
  const headers = { Authorization: `Bearer ${tokenOf(newsroom)}` };
  return (await fetch(`${newsroom.origin}${path}`, { method, headers })).json();
}

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

  it.each([
    ["en", /in Moscow \(.+ here\)/],
    ["ru", /по Москве \(.+ у вас\)/],
    ["uk", /за Москвою \(.+ у вас\)/],
  ])(
    "lets a held edition wait for an hour, shown by both clocks, and takes it back before, in %s",
    async (lang, both) => {
      const page = await sources({ lang });
      const held = page.locator("studio-held li");
      await held.first().locator("a.primary").click();
      const review = page.locator("section:has(> #review)");
      await review.locator("#override").waitFor();
      await review.locator("details.later summary").click();
      const hour = page.locator("#hour");
      const set = review.locator("studio-hour-form button");
      await set.click();
      await expect.poll(() => hour.getAttribute("aria-invalid")).toBe("true");
      // Moscow's evening of the day after tomorrow.
      const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
      await hour.fill(`${day}T21:30`);
      await set.click();
      await expect.poll(() => review.locator("studio-hour-form [role=alert]").textContent()).toMatch(/10/);
      await review.locator("#override").fill("We have looked at each figure");
      await review.locator("#note").fill("Under embargo");
      await set.click();
      const waiting = page.locator("studio-desk studio-embargoes ul.held > li");
      await waiting.waitFor();
      expect(await waiting.textContent()).toMatch(both);
      expect(await waiting.textContent()).toMatch(/21:30|9:30/);
      expect(await waiting.textContent()).toContain("Under embargo");
      expect(await page.locator("studio-desk studio-held li").count()).toBe(0);
      const { embargoes } = (await ask("GET", "/v1/imports/embargoes")) as { embargoes: { until: string }[] };
      expect(embargoes.map(({ until }) => until)).toEqual([`${day}T18:30:00.000Z`.replace(".000", "")]);
      expect(await violations(page)).toEqual([]);
      await waiting.locator("button").click();
      await waiting.waitFor({ state: "detached" });
      await page.locator("studio-desk studio-held ul.held > li").waitFor();
      expect(await ask("GET", "/v1/imports/embargoes")).toEqual({ embargoes: [] });
      await close(page);
    },
  );

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

  it("sets a receiver otherwise without its address, and says in the log when it is tried again", async () => {
    const page = await sources();
    const hooks = page.locator("studio-hooks");
    await hooks.getByRole("button", { name: "Change", exact: true }).click();
    expect(await page.locator("#hook-url").inputValue()).toBe("");
    await page.getByLabel("What it is for").fill("Another program");
    await hooks.getByRole("combobox", { name: "Language" }).selectOption("uk");
    await page.getByLabel("Old after so many days").fill("3");
    await press(page, "Save");
    await hooks.getByText("A number of days from 7 to 730 was expected.").waitFor();
    await page.getByLabel("Old after so many days").fill("90");
    await press(page, "Save");
    await hooks.getByText("“Another program” is changed.").waitFor();
    received.length = 0;
    await press(page, "Send a test");
    await page.getByText("The receiver answered: 200").waitFor();
    expect(received.join("")).toContain('"lang":"uk"');
    refuses = true;
    await press(page, "Send a test");
    await page.getByText("The receiver answered: 500").waitFor();
    await press(page, "Deliveries");
    await hooks.getByText(/^will be tried again /).waitFor();
    refuses = false;
    await close(page);
  });

  it.each([
    ["en", /[a-z]/i],
    ["ru", /[а-яё]/i],
    ["uk", /[а-яіїєґ]/i],
  ])("says in %s of each field why it isn't taken", async (lang, letters) => {
    const page = await sources({ lang });
    const form = page.locator("studio-source-form");
    const wrong: [field: string, value: string][] = [
      ["name", "x"],
      ["slug", "Größe 1"],
      ["secret", "PASSWORD"],
      ...[
        ["sheets", "http://paper.example/t.csv", "https://10.0.0.1/", "https://name:word@paper.example/"],
        ["https://10.0.0.1.nip.io/t.csv", `${newsroom.origin}/v1/figures.csv`],
      ]
        .flat()
        .map((url): [string, string] => ["url", url]),
    ];
    const good = { name: "A table", slug: "a-table", secret: "", url: `${at}/t.csv` };
    const said = new Set<string>();
    for (const [field, value] of wrong) {
      // A form of its own for each: what another was refused for would still stand there.
      await page.locator("section:has(> #tables) > p > button").click();
      for (const [name, text] of Object.entries(good)) await page.locator(`#source-${name}`).fill(text);
      await page.locator(`#source-${field}`).fill(value);
      await form.locator("button.primary").click();
      const note = page.locator(`#source-${field}-note.wrong`);
      await note.waitFor();
      const text = (await note.textContent()) ?? "";
      // Names of schemes and examples stand in any language.
      const own = text.replaceAll(/https?:?(\/\/…)?|SOURCE_|court-records/g, "");
      expect(own, value).toMatch(letters);
      if (lang !== "en") expect(own, value).not.toMatch(/[a-z]{3}/i);
      said.add(text);
      await form.locator("button:not(.primary)").click();
    }
    // Each kind of address has a reason of its own.
    expect(said.size).toBe(8);
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
