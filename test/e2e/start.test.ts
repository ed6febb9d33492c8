import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import type { Page } from "playwright";
import { afterAll, describe, expect, it } from "vitest";
import { Summary } from "../../worker/contract/summary.ts";
import { clone } from "./clone.ts";
import { useBrowser, useFirstStart } from "./stage.ts";

const browser = useBrowser();
/** Started in a clone, so that what it builds changes nothing under the newsrooms of other tests. */
const { project, remove } = clone();
const newsroom = useFirstStart(project);
afterAll(remove);

/** Of the counters that are shown, the first: others may have their numbers earlier. */
const firstOf = (page: Page) => page.locator("desertion-stats:visible").first();

/** The demo page once its first element has its number; with what went wrong on the way. */
async function openDemo(search = ""): Promise<{ page: Page; faults: string[]; requests: string[] }> {
  const page = await browser.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${newsroom.origin}/${search}`);
  await firstOf(page).locator("[part~=number]").waitFor();
  return { page, faults, requests };
}

describe("npm start", () => {
  it("serves the true number from the real ledger", async () => {
    const summary = Summary.parse(await (await fetch(`${newsroom.origin}/v1/summary`)).json());
    expect(summary.headline).toMatchObject({ value: 198, qualifier: "about", figure: { value: 848 } });
    expect(summary.edition).toMatchObject({ evidence: "published", sample: false, stale: false });
  });

  it("describes itself with nothing that a public linter warns of", async () => {
    const source = await (await fetch(`${newsroom.origin}/v1/openapi.json`)).text();
    const lint = async (document: string) => {
      const config = await createConfig({ extends: ["recommended"] });
      const problems = await lintFromString({ source: document, absoluteRef: "openapi.json", config });
      return problems.map(({ ruleId, message, severity }) => `${severity}: ${ruleId}: ${message}`);
    };
    expect(await lint(source)).toEqual([]);
    expect(await lint(source.replace(/"operationId":"[^"]+",/, ""))).toEqual([
      expect.stringContaining("operation-operationId"),
    ]);
  });

  it("shows on its demo page the number, its source's link and the drawn line, without a fault", async () => {
    const { page, faults } = await openDemo();
    const element = firstOf(page);
    expect(await element.locator("[part~=number]").textContent()).toContain("198");
    expect(await element.locator("[part~=footer] a").first().getAttribute("href")).toMatch(
      /^https:\/\/en\.zona\.media\/article\/2025\/06\/26\/awol$/,
    );
    const paths = await element
      .locator("svg path")
      .evaluateAll((all) => all.map((path) => path.getAttribute("d")));
    expect(paths.join("").length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("asks the Worker once for each question, and nobody else for anything", async () => {
    const { page, requests } = await openDemo();
    await page.waitForLoadState("networkidle");
    const asked = requests.filter((url) => url.includes("/v1/"));
    expect(new Set(asked).size).toBe(asked.length);
    expect(requests.filter((url) => !url.startsWith(newsroom.origin) && !url.startsWith("data:"))).toEqual(
      [],
    );
    await page.close();
  });

  it("speaks Russian and Ukrainian", async () => {
    for (const [lang, word] of [
      ["ru", /приговор/],
      ["uk", /вирок/],
    ] as const) {
      const { page } = await openDemo(`?lang=${lang}`);
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      expect(await firstOf(page).locator("[part~=label]").textContent()).toMatch(word);
      await page.close();
    }
  });

  it("keeps its data over a stop and a second start", async () => {
    const edition = async () =>
      (await (await fetch(`${newsroom.origin}/v1/health`)).json()) as { edition: string };
    const before = await edition();
    await newsroom.restart();
    expect((await edition()).edition).toBe(before.edition);
    expect(newsroom.log()).not.toContain("Publishing");
  });
});

describe("npm start, where something is in the way", () => {
  /** What a start with these settings ends with, and says. */
  async function ended(env: Record<string, string>): Promise<{ code: number; said: string }> {
    const program = spawn(process.execPath, ["worker/cli/start.ts"], {
      cwd: project,
      env: { ...process.env, ...env },
    });
    let said = "";
    for (const stream of [program.stdout, program.stderr]) stream.on("data", (data) => (said += data));
    const [code] = await once(program, "close");
    return { code, said };
  }

  it("names a port that is taken, and leaves alone who has it", async () => {
    const { code, said } = await ended({ PORT: String(newsroom.port), STATE_DIR: newsroom.state });
    expect(code).toBe(1);
    expect(said).toContain(`Port ${newsroom.port} is in use`);
    expect(said).toContain(`PORT=${newsroom.port + 1} npm start`);
    expect(said).not.toMatch(/Demo page|building| {4}at /);
    expect((await fetch(`${newsroom.origin}/v1/health`)).status).toBe(200);
  });

  it("says what a port looks like", async () => {
    const { code, said } = await ended({ PORT: "newsroom" });
    expect(code).toBe(1);
    expect(said).toContain('PORT is "newsroom"; expected a number from 1 to 65535');
  });
});

describe("the release after", () => {
  interface Manifest {
    file: string;
    integrity: string;
    later: { file: string; integrity: string }[];
  }
  const manifest = async () =>
    (await (await fetch(`${newsroom.origin}/embed/manifest.json`)).json()) as Manifest;
  const integrityOf = async (file: string) => {
    const response = await fetch(`${newsroom.origin}/embed/${file}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    const kept = [
      "content-type",
      "cache-control",
      "access-control-allow-origin",
      "cross-origin-resource-policy",
    ];
    return {
      integrity: `sha384-${createHash("sha384").update(bytes).digest("base64")}`,
      headers: kept.map((name) => response.headers.get(name)),
    };
  };

  it("serves its own files, and those that were pinned before, byte for byte", async () => {
    const before = await manifest();
    const files = [before, ...before.later];
    const served = await Promise.all(files.map(({ file }) => integrityOf(file)));
    const marks = [
      // As short as can be: the build holds the element to its bytes.
      ["widget/stats/define.ts", "self.name = 1;"],
      ["widget/history/index.ts", "self.name = 1;"],
      ["widget/compare/index.ts", "self.name = 1;"],
      ["widget/look/index.ts", "self.name = 1;"],
    ] as const;
    for (const [file, mark] of marks) appendFileSync(join(project, file), `\n${mark}\n`);
    await newsroom.restart();

    const after = await manifest();
    expect(after.file).not.toBe(before.file);
    expect(after.later).toHaveLength(before.later.length);
    expect(before.later.filter(({ file }) => after.later.some((other) => other.file === file))).toEqual([]);
    for (const { file, integrity } of [after, ...after.later]) {
      expect((await integrityOf(file)).integrity).toBe(integrity);
    }
    expect(existsSync(join(project, "dist/site/embed", before.file))).toBe(false);
    expect(await Promise.all(files.map(({ file }) => integrityOf(file)))).toEqual(served);
    expect(served.map(({ integrity }) => integrity)).toEqual(files.map(({ integrity }) => integrity));
    expect((await fetch(`${newsroom.origin}/embed/desertion-stats-9.9.9-00000000.js`)).status).toBe(404);
  });
});

describe("npm start, when npm is ended", () => {
  it("ends with it, and gives the port back", async () => {
    await newsroom.stop();
    const env = { ...process.env, PORT: String(newsroom.port), STATE_DIR: newsroom.state };
    const npm = spawn("npm", ["start"], { cwd: project, env, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    npm.stdout.on("data", (data) => (said += data));
    await expect.poll(() => said).toContain("Stop with Ctrl+C");
    expect((await fetch(`${newsroom.origin}/v1/health`)).status).toBe(200);
    npm.kill("SIGTERM");
    const answers = () =>
      fetch(`${newsroom.origin}/v1/health`).then(
        () => true,
        () => false,
      );
    await expect.poll(answers).toBe(false);
  });
});
