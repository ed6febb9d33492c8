import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useBrowser, useReadersNewsroom } from "./stage.ts";

const browser = useBrowser();
const newsroom = useReadersNewsroom();

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};
/** Any path that a publisher's server may have it under. */
const UNDER = "/a/deep/path";

/** The question of the first article, in the words of a frame's address. */
const COMPARISON = "period=2023-H1&with=2022,2021&measure=cases-received&article=337";

const out = mkdtempSync(join(tmpdir(), "ds-mirror-"));
let server: Server;
let home: string;

const mirror = (...words: string[]) =>
  execFileSync(process.execPath, ["worker/cli/mirror.ts", "--out", out, ...words], {
    encoding: "utf8",
    stdio: "pipe",
  });

/** The plainest of file servers: what stands behind a question mark is nothing to it, and it sends no other header. */
beforeAll(async () => {
  mirror(
    "--url",
    newsroom.origin,
    "--langs",
    "en,uk",
    "--spans",
    "week,total,this-week",
    "--compare",
    COMPARISON,
  );
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://mirror");
    const path = pathname.replace(UNDER, "").replace(/\/$/, "/index.html");
    try {
      const body = readFileSync(join(out, path));
      response
        .writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream" })
        .end(body);
    } catch {
      response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}${UNDER}`;
});
afterAll(() => {
  server?.close();
  rmSync(out, { recursive: true });
});

/** A page beside the mirror, in a browser that can't reach the service. */
async function open(path: string): Promise<{ page: Page; elsewhere: string[] }> {
  const page = await browser.newPage();
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(home)) elsewhere.push(request.url());
  });
  await page.goto(`${home}/${path}`);
  return { page, elsewhere };
}

const own = (name: string, body: string) =>
  writeFileSync(
    join(out, name),
    `<!doctype html><html lang="en"><title>x</title>${body}<script type="module" src="embed/v1.js"></script>`,
  );
const service = async (path: string) => (await fetch(newsroom.origin + path)).json() as Promise<never>;

describe("a mirror on a plain file server", () => {
  it("shows the tag in each language and span that was copied, and asks nobody else", async () => {
    own(
      "tags.html",
      '<desertion-stats></desertion-stats><desertion-stats lang="uk" span="total"></desertion-stats>',
    );
    const { page, elsewhere } = await open("tags.html");
    const labels = page.locator("desertion-stats [part~=label]");
    await expect.poll(() => labels.count()).toBe(2);
    const summaries = await Promise.all(
      ["lang=en", "lang=uk&span=total"].map((query) => service(`/v1/summary?${query}`)),
    );
    expect(await labels.allTextContents()).toEqual(
      summaries.map(({ text }: { text: { label: string } }) => text.label),
    );
    expect(elsewhere).toEqual([]);
    await page.locator("desertion-stats [part~=history]").first().click();
    await expect.poll(() => page.locator("desertion-stats dialog tr").count()).toBeGreaterThan(5);
    expect(elsewhere).toEqual([]);
    await page.close();
  });

  it("shows no other number for a question that wasn't copied: the tag's own words stay", async () => {
    own(
      "other.html",
      `<script>document.addEventListener("desertion-stats-error", ({ target }) => { target.title = "heard"; });</script>
      <desertion-stats offence="awol">These words</desertion-stats>`,
    );
    const { page } = await open("other.html");
    await page.locator("desertion-stats[title=heard]").waitFor();
    expect(await page.locator("desertion-stats").evaluate((tag) => tag.shadowRoot?.textContent?.trim())).toBe(
      "",
    );
    expect(await page.getByText("These words").isVisible()).toBe(true);
    await page.close();
  });

  it("has the comparison that was asked for, as a tag and as a frame, and leads to no page that isn't there", async () => {
    own(
      "compare.html",
      `<desertion-stats layout="compare" lang="uk" article="337" measure="cases-received" period="2023-H1" with="2022,2021">Words</desertion-stats>
      <iframe sandbox="" src="embed/uk.compare.default.article-337.measure-cases-received.period-2023-H1.with-2022~2021.html" width="600" height="700"></iframe>`,
    );
    const { page, elsewhere } = await open("compare.html");
    const { text } = (await service(`/v1/compare?lang=uk&${COMPARISON}`)) as { text: { sentence: string } };
    const frame = page.frameLocator("iframe");
    for (const place of [page, frame]) {
      expect(await place.locator("desertion-stats [part~=sentence]").textContent()).toContain(text.sentence);
      expect(await place.locator("desertion-stats [part~=bars]").count()).toBe(1);
      expect(await place.locator("desertion-stats [part~=history]").count()).toBe(0);
    }
    expect(elsewhere).toEqual([]);
    await page.close();
  });

  it("has frames that are whole without a script, a header or the service", async () => {
    own(
      "frame.html",
      '<iframe sandbox="" src="embed/uk.total.default.html" width="480" height="600"></iframe>',
    );
    const { page, elsewhere } = await open("frame.html");
    const number = page.frameLocator("iframe").locator("desertion-stats [part~=number]");
    const { text } = (await service("/v1/summary?lang=uk&span=total")) as { text: { number: string } };
    await expect.poll(() => number.textContent()).toContain(text.number);
    expect(elsewhere).toEqual([]);
    await page.close();
  });

  it("has frames that tell their height where they may run scripts", async () => {
    own(
      "tall.html",
      '<script>addEventListener("message", ({ data }) => data?.type === "desertion-stats:height" && (document.title = data.height))</script><iframe sandbox="allow-scripts" src="embed/en.week.default.html" width="480"></iframe>',
    );
    const { page } = await open("tall.html");
    await expect.poll(async () => Number(await page.title())).toBeGreaterThan(200);
    await page.close();
  });

  it("says of which edition each file is, and when a newer one was due", () => {
    const { edition, due_at, files } = JSON.parse(readFileSync(join(out, "mirror.json"), "utf8")) as {
      edition: { id: string };
      due_at: string;
      files: string[];
    };
    const there = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    // Beside what these tests have put there, the list and the page that shows it.
    const ours = there.filter(({ name }) => !/^(tags|other|compare|frame|tall|old)\.html$/.test(name));
    expect(ours).toHaveLength(files.length + 2);
    for (const file of files) {
      // A table and pixels have no place for it: the list has it for them.
      if (/\.(csv|png)$/.test(file)) continue;
      const text = readFileSync(join(out, file), "utf8");
      expect(text.includes(edition.id) && text.includes(due_at), file).toBe(true);
    }
    expect(files).toContain("v1/figures.csv");
    expect(files.filter((file) => file.includes("this-week"))).toEqual([]);
  });

  it("says that its number is old once a newer copy was due, in frame and tag, in the reader's language", async () => {
    mirror("--url", newsroom.origin, "--langs", "uk", "--spans", "week", "--every", "0.0001");
    own("old.html", '<desertion-stats lang="uk"></desertion-stats>');
    const { page } = await open("old.html");
    await page.locator("desertion-stats [part~=status]", { hasText: "новіші зараз недоступні" }).waitFor();
    await page.goto(`${home}/embed/uk.week.default.html`);
    await page.getByText("новіші зараз недоступні").waitFor();
    await page.close();
  });

  it("stays as it was where the deployment can't be asked, and says so", () => {
    const before = readFileSync(join(out, "mirror.json"), "utf8");
    expect(() => mirror("--url", "http://127.0.0.1:9")).toThrow(/can't be reached.*Nothing was written/s);
    expect(() => mirror("--url", newsroom.origin, "--langs", "fr")).toThrow(
      /--langs has "fr"; expected one or more of en,ru,uk/,
    );
    expect(() => mirror("--url", newsroom.origin, "--compare", "2023-H1:2022")).toThrow(
      /--compare is "2023-H1:2022"; expected a comparison's parameters/,
    );
    expect(() => mirror("--url", newsroom.origin, "--compare", "period=2023-H9&with=2022")).toThrow(
      /refuses the comparison.*Nothing was written/s,
    );
    expect(readFileSync(join(out, "mirror.json"), "utf8")).toBe(before);
  });
});
