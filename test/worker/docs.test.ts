import { beforeAll, describe, expect, it } from "vitest";
import { PROBLEM_KINDS } from "../../worker/problem.ts";
import type { Api } from "./api.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";
import { editorOf, LEGIBLE } from "./theme-room.ts";

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

let room: Newsroom;
let page: string;
beforeAll(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
  await room.publishCases([convicted({ sentence: "suspended" })]);
  await (await editorOf(room))("PUT", "/v1/themes/default", LEGIBLE);
  room.restart();
  page = await (await room.get("/docs")).text();
});

/** A text as the page's HTML has it, read back. */
const plain = (text: string) =>
  text
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
const all = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, found]) => plain(found!));

describe("the reference", () => {
  it("is a page of its own origin, without script or inline style, that can stand in no other page", async () => {
    const { headers } = await room.get("/docs");
    expect(headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(headers.get("Content-Security-Policy")).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
    for (const address of all(/(?:src|href)="([^"]*)"/g)) {
      const allowed = /^(#|\/|data:,$)|^https:\/\/creativecommons\.org\//.test(address);
      expect(allowed, address).toBe(true);
    }
  });

  it("has every address, parameter and shape of the OpenAPI document", async () => {
    const api = await room.json<Api>("/v1/openapi.json");
    for (const [path, methods] of Object.entries(api.paths)) {
      expect(page, path).toContain(`<code>${path}</code>`);
      for (const { operationId, parameters = [] } of Object.values(methods)) {
        expect(page, operationId).toContain(`id="${operationId}"`);
        for (const { name } of parameters)
          expect(page, `${operationId} ${name}`).toContain(`<code>${name}</code>`);
      }
    }
    for (const name of Object.keys(api.components.schemas))
      expect(page, name).toContain(`id="shape-${name}"`);
  });

  it("has a paragraph for every kind of problem, where its type points", () => {
    for (const kind of Object.keys(PROBLEM_KINDS)) expect(page).toContain(`<div id="${kind}">`);
  });

  it("has no link within it that leads nowhere, and no id twice", () => {
    const ids = all(/\sid="([^"]*)"/g);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const target of all(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  it("says of a parameter that takes several values what they are", () => {
    const text = plain(page.replace(/<[^>]*>/g, ""));
    expect(text).toContain("one or several of article, service, sentence, court, region, joined by commas");
    expect(text).not.toContain("anything or anything");
  });

  it("gives lines for the shell that work against the deployment that was asked", async () => {
    const lines = all(/<pre[^>]*><code>([^<]*)<\/code>/g).filter((line) => line.startsWith("curl '"));
    expect(lines.length).toBeGreaterThan(12);
    for (const line of lines) {
      const url = /'(https:[^']+)'/.exec(line)?.[1] ?? "";
      expect(url, line).toMatch(/^https:\/\/stats\.example\//);
      expect((await room.get(url.replace("https://stats.example", ""))).status, line).toBe(200);
    }
  });

  it("can be read by keyboard: what scrolls sideways can be focused and has a name", () => {
    for (const [block] of page.matchAll(/<pre[^>]*>/g)) {
      expect(block).toMatch(/^<pre tabindex="0" role="group" aria-label="[^"]+">$/);
    }
  });

  it("is found by a link that carries somebody's own parameters, and told apart by its ETag", async () => {
    const response = await room.get("/docs?utm_source=newsletter");
    expect(response.status).toBe(200);
    const etag = response.headers.get("ETag") ?? "";
    expect((await room.get("/docs", { headers: { "If-None-Match": etag } })).status).toBe(304);
  });

  it("names the edition in force, and the next once there is one", async () => {
    expect(page).toContain("/v1/editions/2025-07-01.2");
    room.clock.at = "2025-07-02T09:00:00Z";
    await room.publishCases([convicted()], "partial");
    const next = await room.get("/docs");
    expect(await next.text()).toContain("/v1/editions/2025-07-02.1");
  });

  it("isn't shared between the hosts of a deployment, as it names the one that was asked", async () => {
    expect((await room.get("/docs")).headers.get("Cloudflare-CDN-Cache-Control")).toBe("no-store");
  });

  it("is there before the first edition: problems point to it", async () => {
    const empty = await openNewsroom("2025-07-01T09:00:00Z");
    const response = await empty.get("/docs");
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<div id="no-edition">');
  });
});
