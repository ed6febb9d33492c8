import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Delivery, Hook, Notice } from "../../worker/contract/hooks.ts";
import type { HeldEdition, SourceRun } from "../../worker/contract/sources.ts";
import { useBrowser, useNewsroom, usePublisher } from "./stage.ts";
import { tokenOf } from "./studio.ts";

const LEDGER = readFileSync("worker/data/published-figures.csv", "utf8");
/** The shipped headline's month, and one after it. */
const APRIL = LEDGER.split("\n").find((line) => line.includes("2025-04-01,2025-04-30,total,848"))!;
const may = (value: number) =>
  APRIL.replace(/^f\d+/, "f900").replace(
    "2025-04-01,2025-04-30,total,848",
    `2025-05-01,2025-05-31,total,${value}`,
  );

const browser = useBrowser();
const publisher = usePublisher();
/** As on a fresh machine, but that neither its schedule nor its patience takes minutes. */
const newsroom = useNewsroom(
  ...["--var", "POINTER_MAX_AGE_MS:0", "--var", "SOURCES_LOCAL:yes", "--schedule-every", "1"],
  ...["--var", "SOURCE_PATIENCE_MS:5000", "--var", "HOOK_PATIENCE_MS:3000"],
);

/** A server of a table, and of a receiver of notices, on this machine. */
let server: Server;
let table = LEDGER;
let instead:
  | ((url: string) => { status: number; headers?: Record<string, string>; body?: string } | "hang" | "stall")
  | null = null;
const received: { at: string; raw: Buffer; notice: Notice; signature: string | undefined }[] = [];
let at = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.method === "POST") {
      const pieces: Buffer[] = [];
      request.on("data", (data) => pieces.push(data));
      request.on("end", () => {
        const raw = Buffer.concat(pieces);
        received.push({
          at: request.url ?? "",
          raw,
          notice: JSON.parse(raw.toString()) as Notice,
          signature: request.headers["x-signature-256"] as string | undefined,
        });
        if (request.url === "/hangs") return;
        if (request.url !== "/redirects") return void response.end("ok");
        response.writeHead(307, { Location: `${at}/elsewhere` }).end();
      });
      return;
    }
    const other = instead?.(request.url ?? "/");
    if (other === "hang") return;
    // A line of it, and then nothing more.
    if (other === "stall") return void response.writeHead(200).write(table.slice(0, 200));
    if (other) return void response.writeHead(other.status, other.headers).end(other.body);
    response.writeHead(200, { "Content-Type": "text/csv" }).end(table);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function ask<Body>(method: string, path: string, body?: object): Promise<Body> {
  const response = await fetch(`${newsroom.origin}${path}`, {
    method,
    headers: { Authorization: `Bearer ${tokenOf(newsroom)}`, "Content-Type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Body;
}
/** The lines of the guide that check a signature, as they stand there. */
async function guidesCheck(): Promise<(body: Buffer, header: string | undefined, key: string) => boolean> {
  const guide = readFileSync("docs/automation.md", "utf8");
  const [, lines = ""] = /^```js\n(.*?)^```$/ms.exec(guide) ?? [];
  const body = /^export function .*\{\n((?: {2}.*\n)+)\}/m.exec(lines)?.[1] ?? "";
  expect(body.trim().split("\n").length).toBeLessThanOrEqual(5);
  const file = join(mkdtempSync(join(tmpdir(), "desertion-stats-signature-")), "check.mjs");
  writeFileSync(file, lines);
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)).isGenuine;
}
const source = (fields: object = {}) => ({
  ...{ name: "The ledger", url: `${at}/ledger.csv`, format: "ledger", every: "quarter-hour" },
  ...{ publishes: "by-itself", ...fields },
});
const lastRun = async (slug: string) =>
  (await ask<{ runs: SourceRun[] }>("GET", `/v1/sources/${slug}/runs`)).runs[0];

describe("on a fresh machine, without a hand", () => {
  it("a changed row is on an open page, and a receiver has the notice; a bad table is held, and the number stands", async () => {
    const { key } = await ask<{ key: string }>("POST", "/v1/hooks", {
      ...{ label: "The receiver", url: `${at}/notices`, shape: "json" },
      events: ["edition-published", "edition-held", "source-failing"],
    });
    const page = await browser.newPage();
    // With routing the browser has no cache, whose clock couldn't be set.
    await page.route("**/*", (route) => route.continue());
    await page.clock.install();
    const snippet = `<script type="module" src="${newsroom.origin}/embed/v1.js"></script><desertion-stats refresh="auto"></desertion-stats>`;
    await page.goto(
      publisher.page(`<!doctype html><html lang="en"><title>News</title><main>${snippet}</main></html>`),
    );
    const number = page.locator("desertion-stats [part~=number]");
    await expect.poll(() => number.textContent()).toContain("198");

    await ask("PUT", "/v1/sources/ledger", source());
    table = `${LEDGER.trimEnd()}\n${may(860)}\n`;
    await expect.poll(() => received.some(({ notice }) => notice.event === "edition-published")).toBe(true);
    await expect
      .poll(async () => {
        await page.clock.fastForward("01:30");
        return number.textContent();
      })
      .toContain("194");
    const { notice, raw, signature } = received.find(({ notice }) => notice.event === "edition-published")!;
    expect(notice.text).toMatch(/194.*Before: about.198/s);
    const isGenuine = await guidesCheck();
    expect(isGenuine(raw, signature, key)).toBe(true);
    expect(isGenuine(Buffer.concat([raw, Buffer.from(" ")]), signature, key)).toBe(false);
    expect(isGenuine(raw, signature, `${key}x`)).toBe(false);
    for (const none of [undefined, "", "sha256=", `${signature}0`])
      expect(isGenuine(raw, none, key)).toBe(false);

    table = `${LEDGER.split("\n").slice(0, 40).join("\n")}\n`;
    await ask("POST", "/v1/sources/ledger/run", {});
    const { held } = await ask<{ held: HeldEdition[] }>("GET", "/v1/imports/held");
    expect(held[0]?.guard.map(({ code }) => code)).toContain("figures-removed");
    await expect.poll(() => received.some(({ notice }) => notice.event === "edition-held")).toBe(true);
    await page.clock.fastForward("05:00");
    expect(await number.textContent()).toContain("194");
    expect(await ask("GET", "/v1/health")).toMatchObject({ status: "degraded", sources: { held: 1 } });
    await page.close();
  });
});

describe("real servers that go wrong", () => {
  const cases: [string, NonNullable<typeof instead>, string][] = [
    ["answers 500", () => ({ status: 500 }), "answered"],
    ["wants a login", () => ({ status: 401 }), "login"],
    ["serves a page", () => ({ status: 200, body: "<!doctype html><title>Sign in</title>" }), "web-page"],
    ["leads in a circle", (url) => ({ status: 302, headers: { Location: `${url}x` } }), "redirects"],
    [
      "leads to a private network",
      () => ({ status: 302, headers: { Location: "http://10.0.0.1/" } }),
      "address",
    ],
    [
      "leads to the deployment",
      () => ({ status: 302, headers: { Location: `${newsroom.origin}/v1/figures.csv` } }),
      "address",
    ],
    ["never answers", () => "hang", "too-slow"],
    ["stops in the middle", () => "stall", "too-slow"],
    ["sends 26 MB", () => ({ status: 200, body: "x".repeat(26_000_000) }), "too-large"],
    [
      "says less than it sends",
      () => ({ status: 200, headers: { "Content-Length": "99999999" }, body: "x" }),
      "too-large",
    ],
  ];
  it.each(cases)("one that %s leaves the number as it is", async (name, answer, code) => {
    const before = await (await fetch(`${newsroom.origin}/v1/summary`)).json();
    // Of each its own: a source keeps the runs of the one before it that had its name.
    const slug = name.replaceAll(" ", "-").toLowerCase();
    await ask("PUT", `/v1/sources/${slug}`, source({ url: `${at}/wrong` }));
    instead = answer;
    await ask("POST", `/v1/sources/${slug}/run`, {});
    await expect.poll(async () => (await lastRun(slug))?.state).toBe("failed");
    instead = null;
    expect((await lastRun(slug))?.problem?.code).toBe(code);
    const after = await (await fetch(`${newsroom.origin}/v1/summary`)).json();
    expect(after.headline).toEqual(before.headline);
    await fetch(`${newsroom.origin}/v1/sources/${slug}`, {
      method: "DELETE",
      headers: { Authorization: `Bearer ${tokenOf(newsroom)}` },
    });
  });

  it("nobody listening is unreachable", async () => {
    await ask("PUT", "/v1/sources/nobody", source({ url: "http://127.0.0.1:9/", paused: true }));
    await ask("POST", "/v1/sources/nobody/run", {});
    expect((await lastRun("nobody"))?.problem?.code).toBe("unreachable");
  });
});

describe("real receivers that go wrong", () => {
  const addHook = (path: string) =>
    ask<{ hook: Hook }>("POST", "/v1/hooks", {
      ...{ label: "A receiver", url: `${at}${path}`, shape: "json", events: ["edition-published"] },
    });
  const deliveryTo = async (id: string) =>
    (await ask<{ deliveries: Delivery[] }>("GET", `/v1/hooks/${id}`)).deliveries[0];
  const told = (path: string) => received.filter((one) => one.at === path).length;

  it.each([
    ["/hangs", "no answer in time"],
    ["/redirects", "307"],
  ])(
    "one at %s is noted, tried again later, and keeps nobody else from their notice",
    async (path, answered) => {
      const { hook: wrong } = await addHook(path);
      const { hook: right } = await addHook(`/right-beside${path}`);
      table = `${LEDGER.trimEnd()}\n${may(path === "/hangs" ? 870 : 880)}\n`;
      await ask("PUT", "/v1/sources/ledger", source());
      await ask("POST", "/v1/sources/ledger/run", {});
      await expect.poll(async () => (await deliveryTo(right.id))?.state).toBe("delivered");
      await expect.poll(async () => (await deliveryTo(wrong.id))?.answered).toBe(answered);
      expect(await deliveryTo(wrong.id)).toMatchObject({ state: "pending", tries: 1 });
      expect([told(path), told(`/right-beside${path}`), told("/elsewhere")]).toEqual([1, 1, 0]);
      const { delivery } = await ask<{ delivery: Delivery }>("POST", `/v1/hooks/${wrong.id}/test`, {});
      expect(delivery).toMatchObject({ event: "test", state: "pending", answered });
      expect(told("/elsewhere")).toBe(0);
    },
  );
});
