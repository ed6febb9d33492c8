import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGINES, type Engine, type Tab } from "../engines/engine.ts";
import { findEngine } from "../engines/find.ts";
import { PLAIN_STYLE } from "../fixtures/looks.ts";
import { deskOf } from "./coding-room.ts";
import { furnish } from "./furnished.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { tokenOf } from "./studio.ts";
import { studioViews } from "./studio-views.ts";

/** What somebody who wants to run a script writes where words are expected: into markup, attributes, styles, templates. */
const STRIKES = [
  '"><img src=x onerror="top.struck=1"><script>top.struck=1</script>',
  "'\"` onmouseover=top.struck=1 autofocus onfocus=top.struck=1 x=",
  "</style></title></textarea><svg onload=top.struck=1>",
  "]]><script xmlns='http://www.w3.org/1999/xhtml'>top.struck=1</script>",
  "$" + "{top.struck=1}{{constructor.constructor('top.struck=1')()}}",
];
const RUNS = "javascript:top.struck=1//";
/** Words without what is refused in most places, `<` and `>`. */
const TAME = '" onfocus="top.struck=1" autofocus style="x:url(//x.y)';

const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
const browser = useBrowser();
const reports: string[] = [];
let batch: string;
let proxy: { origin: string; close(): void };
/** Which of the strings were taken, by where they were sent. */
const taken = new Map<string, number>();

/** The deployment, with an address for its policies' reports, and signed in: what is behind it sees no browser's cookie. */
async function openProxy(): Promise<typeof proxy> {
  const server = createServer((incoming, outgoing) => {
    const { method, url = "/", headers } = incoming;
    if (url === "/reports") {
      // A picture for the tab, which browsers look for by themselves, isn't a string's doing.
      const isOwn = (report: string) => /"blocked-uri":"[^"]*\/favicon.ico"/.test(report);
      incoming.on("data", (part) => isOwn(String(part)) || reports.push(String(part)));
      return void incoming.on("end", () => outgoing.writeHead(204).end());
    }
    const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; report-uri /reports";
    const html = { "content-type": "text/html; charset=utf-8", "content-security-policy": policy };
    if (url.startsWith("/control")) {
      return void outgoing
        .writeHead(200, html)
        .end("<!doctype html><p>Control</p><script>top.struck=1</script>");
    }
    if (url.startsWith("/host")) {
      const strike = new URL(url, "http://proxy").searchParams.get("strike") ?? "";
      const quoted = strike.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
      const names = ["heading", "lang", "region", "layout", "chart", "color-scheme", "weeks", "theme"];
      const tags = names.map((name) => `<desertion-stats ${name}="${quoted}">…</desertion-stats>`);
      const own = `<desertion-stats theme="struck" lang="en">…</desertion-stats>`;
      const script = '<script type="module" src="/embed/v1.js"></script>';
      return void outgoing.writeHead(200, html).end(`<!doctype html>${own}${tags.join("")}${script}`);
    }
    const signedIn = { ...headers, authorization: `Bearer ${tokenOf(newsroom)}` };
    // A connection of its own: one that is kept may be closed at its other end while it is taken up again.
    const onward = request(
      { host: "localhost", port: newsroom.port, method, path: url, headers: signedIn, agent: false },
      (answer) => {
        const said = answer.headers["content-security-policy"];
        const reporting = said && { "content-security-policy": `${said}; report-uri /reports` };
        outgoing.writeHead(answer.statusCode ?? 500, { ...answer.headers, ...reporting });
        answer.pipe(outgoing);
      },
    );
    // The browser is told by a broken answer: a page that doesn't come fails its test.
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Sends something; what is refused isn't anywhere. */
async function send(where: string, method: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(newsroom.origin + path, {
    method,
    headers: { authorization: `Bearer ${tokenOf(newsroom)}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => null);
  expect(response.status, `${where}: ${JSON.stringify(answer)}`).toBeLessThan(500);
  if (response.ok) taken.set(where, (taken.get(where) ?? 0) + 1);
  return response.ok ? answer : null;
}

/** The ledger in force with each strike in each of its words and addresses. */
async function strikeLedger(): Promise<void> {
  const desk = deskOf(newsroom);
  const { figures } = await desk<{ figures: Record<string, unknown>[] }>("GET", "/v1/imports/ledger");
  const newest = figures.at(-1)!;
  const struck = STRIKES.map((strike, index) => ({
    ...newest,
    ...{ id: `f9${String(index).padStart(4, "0")}`, series: strike, publisher: strike, note: strike },
    region: null,
    source_url: `https://example.org/?q=${encodeURIComponent(strike)}&${strike}`,
  }));
  const addressed = [RUNS, "data:text/html,<script>top.struck=1</script>"].map((source_url, index) => ({
    ...struck[0]!,
    ...{ id: `f99${String(index).padStart(3, "0")}`, source_url },
  }));
  for (const [where, more] of [
    ["ledger: words", struck],
    ["ledger: addresses", addressed],
  ] as const) {
    const content = (where.length + "0".repeat(64)).slice(0, 64);
    const provenance = [
      {
        ...{ sha256: content, format: "ledger-csv", rows: 1, taken: 1, rejected: 0, kept_out: {} },
        ...{ file: STRIKES[0], warnings: STRIKES },
      },
    ];
    const opened = await send(where, "POST", "/v1/imports", {
      ...{ kind: "ledger", content, parts: 1, mode: "auto", provenance },
    });
    const { batch: one } = (opened ?? {}) as { batch?: { id: string } };
    if (!one) continue;
    await send(where, "PUT", `/v1/imports/${one.id}/parts/0`, { figures: [...figures, ...more] });
    await send(where, "POST", `/v1/imports/${one.id}/seal`, {});
    const note = { note: STRIKES[0], override: `Meant: ${STRIKES[1]}` };
    await send(`${where}, published`, "POST", `/v1/imports/${one.id}/publish`, note);
  }
}

async function strikeThemes(): Promise<void> {
  const words = (strike: string) => ({
    ...{ name: strike, headings: { en: strike }, byline: { en: strike } },
    ...{ note: { en: strike }, credit: { en: strike }, font: [strike] },
    logo: { width: 10, height: 10, label: strike, paths: [{ d: strike, fill: strike }] },
  });
  const { font: _, logo: __, ...tame } = words(TAME);
  const struck = await send("theme, tame", "PUT", "/v1/themes/struck", { ...PLAIN_STYLE, ...tame });
  if (!struck) throw new Error("There is no theme whose words to look for.");
  for (const [index, strike] of [...STRIKES, TAME].entries()) {
    for (const [name, value] of Object.entries(words(strike))) {
      const slug = `struck-${name.replace("_", "-")}-${index}`;
      await send(`theme: ${name}`, "PUT", `/v1/themes/${slug}`, { ...PLAIN_STYLE, [name]: value });
    }
  }
}

async function strikeNames(): Promise<void> {
  const table = { url: "https://sheets.example/records.csv", format: "desk-csv", every: "day" };
  for (const [index, strike] of STRIKES.entries()) {
    await send("token", "POST", "/v1/tokens", { label: strike, role: "desk", days: 30 });
    await send("source", "PUT", `/v1/sources/struck-${index}`, { ...table, name: strike });
    await send("hook", "POST", "/v1/hooks", {
      label: strike,
      url: "https://hooks.example/1",
      shape: "slack",
    });
  }
  await send("running hook", "POST", "/v1/hooks", { label: "Slack", url: RUNS, shape: "slack" });
}

/** The strings as a reader's address may carry them: each parameter of each page, and its path. */
function addresses(): string[] {
  const pages = ["/", "/embed", "/embed/fragment.html", "/history", "/methodology", "/v1/figures", "/docs"];
  const names = ["lang", "theme", "heading", "offence", "article", "region", "as-of", "layout", "src"];
  const strike = encodeURIComponent(STRIKES[0]!);
  const asked = names.map((name) => `${name}=${strike}`).join("&");
  return [
    ...pages.map((page) => `${page}?theme=struck`),
    ...pages.map((page) => `${page}?${asked}`),
    ...pages.map((page) => `${page}/${strike}?heading=${strike}`),
    ...STRIKES.map((one) => `/embed?heading=${encodeURIComponent(one)}`),
    ...STRIKES.map((one) => `/host?strike=${encodeURIComponent(one)}`),
    ...["/v1/editions", "/v1/editions.atom", "/v1/corrections.atom", "/v1/card.svg?theme=struck&lang=en"],
    ...[`/guides/${strike}`, `/studio?lang=${strike}#/themes/${strike}`, `/studio#/cases/court=${strike}`],
    ...studioViews(batch).map(({ at }) => `/studio?lang=en${at}`),
    "/studio#/themes/struck",
    "/studio#/themes/struck/snippets",
    "/studio#/themes/struck/versions",
  ];
}

/** What a page holds that only a string that was taken for markup could have brought; through all its trees. */
const strange = () => {
  const found: string[] = [];
  const read = (root: ParentNode) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) read(node.shadowRoot);
      for (const { name, value } of node.attributes) {
        const isHandler = /^on|^autofocus$/.test(name) && /struck/.test(value);
        const runs = /^(href|src|action|xlink:href)$/.test(name) && /^\s*(javascript|data:text)/i.test(value);
        if (isHandler || runs) found.push(`${node.localName} ${name}`);
      }
      if (
        /^(script|iframe|svg|style)$/.test(node.localName) &&
        /struck/.test(node.getAttribute("onload") ?? "")
      )
        found.push(node.localName);
    }
  };
  read(document);
  return { found, struck: Boolean((globalThis as { struck?: unknown }).struck), ready: document.readyState };
};

async function chromium(): Promise<Engine> {
  const page = await browser.newPage();
  const tab: Tab = {
    open: async (url) => {
      await page.goto(url).catch((error: Error) => {
        // Feeds are downloaded.
        if (!/Download is starting/.test(error.message)) throw error;
      });
    },
    evaluate: (run) => page.evaluate(run),
    evaluateInFrame: (run) => page.frames()[1]!.evaluate(run),
  };
  return { name: "chromium", tab: async () => tab, close: () => page.close() };
}

beforeAll(async () => {
  batch = await furnish(newsroom);
  await strikeLedger();
  await strikeThemes();
  await strikeNames();
  proxy = await openProxy();
});
afterAll(() => proxy?.close());

describe("strings that would be markup", () => {
  it("are taken as words where words are, and refused where they can't be", () => {
    expect(Object.fromEntries(taken)).toMatchObject({ "ledger: words, published": 1, "theme, tame": 1 });
    expect([...taken.keys()]).not.toContain("ledger: addresses, published");
    expect([...taken.keys()]).not.toContain("theme: font");
    expect([...taken.keys()]).not.toContain("running hook");
  });

  it.each(["chromium", ...ENGINES] as const)(
    "run nowhere in %s, and no policy has anything to report",
    async (name) => {
      const found = name === "chromium" ? { start: chromium } : findEngine(name);
      if (!found) throw new Error(`There is no ${name} here; npm test installs one.`);
      const engine = await found.start();
      try {
        const tab = await engine.tab();
        // The reports are counted: a page that is struck has one.
        reports.length = 0;
        await tab.open(`${proxy.origin}/control`);
        await expect.poll(() => reports.length).toBeGreaterThan(0);
        expect((await tab.evaluate(strange)).struck).toBe(false);
        reports.length = 0;
        const struck: string[] = [];
        for (const address of addresses()) {
          await tab.open(`${proxy.origin}${address}`);
          await expect.poll(async () => (await tab.evaluate(strange)).ready).toBe("complete");
          const { found: strangers, struck: isStruck } = await tab.evaluate(strange);
          if (strangers.length > 0 || isStruck)
            struck.push(`${address}: ${strangers.join(", ")} ${isStruck}`);
        }
        expect(struck).toEqual([]);
        expect(reports).toEqual([]);
      } finally {
        await engine.close();
      }
    },
  );
});
