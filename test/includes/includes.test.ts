import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { colours } from "../e2e/colours.ts";
import { snippets } from "../e2e/guide.ts";
import { useBrowser, useReadersNewsroom } from "../e2e/stage.ts";
import { startEdge } from "./edge.ts";
import { type IncludingServer, SERVERS, type ServerName, startServer } from "./servers.ts";

const browser = useBrowser();
const newsroom = useReadersNewsroom();

const folder = mkdtempSync(join(tmpdir(), "ds-includes-"));
// The servers' own users read it.
chmodSync(folder, 0o755);
let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge(newsroom.origin);
});
afterAll(() => {
  edge?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The guide's line for a page, and its lines for the server. */
const guide = (language: string, word: string) => {
  const found = snippets(language).find((code) => code.includes(word));
  if (!found) throw new Error(`The guide has no ${language} with ${word}.`);
  return found.replaceAll("https://HOST", edge.origin).replaceAll("HOST", new URL(edge.origin).host);
};
const LINES = { nginx: "<!--# include", apache: "<!--#include", varnish: "<esi:include" } as const;
const configuration = (name: ServerName) => guide(name === "varnish" ? "vcl" : name, "/desertion-stats/");

/** Writes a page with the guide's line, in a dress that isn't the counter's own. */
function write(name: ServerName): void {
  writeFileSync(
    join(folder, "page.html"),
    `<!doctype html><html lang="en"><title>A page</title><body style="background: #f4ecd8; color: #123456"><p>Before</p>${guide("html", LINES[name])}<p id="after">After</p></html>`,
  );
}

/** What a reader sees of a page that was put together. */
async function read(page: Page) {
  return {
    number: await page.locator("desertion-stats [part~=number]").textContent(),
    after: await page.locator("#after").textContent(),
  };
}
const WHOLE = { number: "about 198", after: "After" };

describe.each(SERVERS)("a page that %s puts together", (name) => {
  let server: IncludingServer;
  let tls: IncludingServer | undefined;
  beforeAll(async () => {
    write(name);
    if (name === "varnish") tls = await startServer("nginx", folder, configuration("nginx"));
    server = await startServer(name, folder, configuration(name), tls?.origin);
  });
  afterAll(async () => {
    await server?.stop();
    await tls?.stop();
  });

  it("shows the counter to a browser without JavaScript that takes any compression", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.origin}/page.html`);
    expect(await read(page)).toEqual(WHOLE);
    await context.close();
  });

  it("is taken over by the service's script, which changes no colour", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/page.html`);
    const served = await colours(page);
    await page.addScriptTag({ type: "module", url: `${newsroom.origin}/embed/v1.js` });
    await page.locator("desertion-stats button[part=history]").waitFor();
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    expect(await read(page)).toEqual(WHOLE);
    expect(await colours(page)).toEqual(served);
    expect(await page.locator("desertion-stats figure").count()).toBe(1);
    await page.close();
  });
});

describe.each([
  ["nginx", /^ *proxy_set_header Accept-Encoding.*$/m],
  ["apache", /^ *RequestHeader unset Accept-Encoding$/m],
] as const)("a page that %s puts together and passes the reader's Accept-Encoding on", (name, line) => {
  it("still shows the counter: the fragment forbids compression", async () => {
    write(name);
    const careless = configuration(name).replace(line, "");
    expect(careless).not.toBe(configuration(name));
    const server = await startServer(name, folder, careless);
    const page = await browser.newPage();
    await page.goto(`${server.origin}/page.html`);
    expect(await read(page)).toEqual(WHOLE);
    await page.close();
    await server.stop();
  });
});
