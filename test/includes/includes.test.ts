import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { snippets } from "../e2e/guide.ts";
import { useBrowser, useReadersNewsroom } from "../e2e/stage.ts";
import { type IncludingServer, SERVERS, startServer } from "./servers.ts";

const browser = useBrowser();
const newsroom = useReadersNewsroom();

const folder = mkdtempSync(join(tmpdir(), "ds-includes-"));
// The servers' own users read it.
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The guide's line for a page, and its lines for the server. */
const guide = (language: string, word: string) => {
  const found = snippets(language).find((code) => code.includes(word));
  if (!found) throw new Error(`The guide has no ${language} with ${word}.`);
  return found.replaceAll("https://HOST", newsroom.origin).replaceAll("HOST", new URL(newsroom.origin).host);
};

describe.each(SERVERS)("a page that %s puts together", (name) => {
  let server: IncludingServer;
  beforeAll(async () => {
    const line = guide(
      "html",
      { nginx: "<!--# include", apache: "<!--#include", varnish: "<esi:include" }[name],
    );
    writeFileSync(
      join(folder, "page.html"),
      `<!doctype html><html lang="en"><title>A page</title><p>Before</p>${line}<p id="after">After</p></html>`,
    );
    server = await startServer(
      name,
      folder,
      guide(name === "varnish" ? "vcl" : name, "/desertion-stats/"),
      newsroom.origin,
    );
  });
  afterAll(() => server?.stop());

  it("shows the counter to a browser without JavaScript that takes any compression", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.origin}/page.html`);
    expect(await page.locator("desertion-stats [part~=number]").textContent()).toBe("about 198");
    expect(await page.locator("#after").textContent()).toBe("After");
    await context.close();
  });
});
