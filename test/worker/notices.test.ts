import { beforeEach, describe, expect, it } from "vitest";
import type { Delivery, Hook, Notice } from "../../worker/contract/hooks.ts";
import { HOOK_EVENTS } from "../../worker/contract/hooks.ts";
import { giveToken, type Newsroom, table } from "./desk-room.ts";
import { LEDGER, openNewsroom } from "./newsroom.ts";
import { deskTable, listed, setSource, tableServer } from "./source-room.ts";

let room: Newsroom;
let admin: string;
let server: ReturnType<typeof tableServer>;
/** What receivers were sent, and what they answer. */
let received: { url: string; body: string; headers: Headers; redirect: RequestInit["redirect"] }[];
let answer: () => Response | Promise<Response>;

const cases = (many: number, fields = {}) => Array.from({ length: many }, () => listed(fields));
const later = (minutes: number) => {
  room.clock.at = new Date(Date.parse(room.clock.at) + minutes * 60_000).toISOString();
};
const RECEIVER = "https://receiver.example/notices";

async function ask<Body>(method: string, path: string, body?: object) {
  const response = await room.get(path, {
    method,
    headers: { Authorization: `Bearer ${admin}`, "Content-Type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : null) as Body };
}
const addHook = (fields: object = {}) =>
  ask<{ hook: Hook; key: string | null; errors: { parameter: string; message: string }[] }>(
    "POST",
    "/v1/hooks",
    {
      ...{ label: "A receiver", url: RECEIVER, shape: "json" },
      ...fields,
    },
  );
const deliveries = async (id: string) =>
  (await ask<{ deliveries: Delivery[] }>("GET", `/v1/hooks/${id}`)).body.deliveries;
const notices = () => received.map(({ body }) => JSON.parse(body) as Notice);

beforeEach(async () => {
  room = await openNewsroom("2025-05-12T09:00:00Z");
  admin = await giveToken("chief", "admin");
  server = tableServer(room);
  const tables = room.outside.fetch;
  received = [];
  answer = () => new Response("ok");
  room.outside.fetch = (url, init) => {
    if (new URL(url).host !== "receiver.example") return tables(url, init);
    received.push({
      url,
      body: String(init.body),
      headers: new Headers(init.headers),
      redirect: init.redirect,
    });
    return Promise.resolve(answer());
  };
});

describe("a notice", () => {
  it("tells of each edition once, whoever published it, with its sentence and what stood before", async () => {
    room.clock.at = "2025-11-20T09:00:00Z";
    await room.publishFigures(LEDGER);
    later(1);
    await addHook();
    const april = LEDGER.find(({ value, period }) => value === 848 && period.start === "2025-04-01")!;
    const may = { ...april, id: "f900", value: 860, period: { start: "2025-05-01", end: "2025-05-31" } };
    await room.publishFigures([...LEDGER, may]);
    await room.tick();
    await room.tick();
    const [first, ...others] = notices().filter(({ event }) => event === "edition-published");
    expect(others).toEqual([]);
    expect(first?.edition).toBe("2025-11-20.2");
    expect(first?.text).toMatch(/^Edition 2025-11-20\.2 is published\. .+Before: .+\.$/);
    const { text } = await room.json<{ text: { sentence: string } }>("/v1/summary?lang=en");
    expect(first?.text).toContain(text.sentence);
    expect(first?.url).toBe("https://stats.example/v1/editions/2025-11-20.2");
  });

  it.each([
    ["en", "waits for a person"],
    ["ru", "ждёт решения"],
    ["uk", "чекає на рішення"],
  ])("says in %s why an edition is held", async (lang, words) => {
    const known = cases(40);
    await room.publishCases(known);
    later(1);
    await addHook({ lang, events: ["edition-held"] });
    server.body = deskTable(known.slice(0, 5));
    await setSource(room, { absence: "complete" });
    await room.tick();
    const [notice, ...others] = notices();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ event: "edition-held", lang, text: expect.stringContaining(words) });
    expect(notice?.url).toMatch(/^https:\/\/stats\.example\/studio#\/desk\/[0-9a-f]{16}$/);
  });

  describe("of courts that are silent", () => {
    const OTHER = "77GV0003";
    const from = (court: string, many: number) =>
      cases(many).map((one) => ({
        ...one,
        court_code: court,
        case_uid: one.case_uid!.replace(/^.{8}/, court),
      }));
    /** Four imports that have them all, and then one without. */
    const without = async () => {
      const known = [...cases(20), ...from(OTHER, 20)];
      for (let times = 0; times < 4; times++) {
        known.push(...cases(3), ...from(OTHER, 3));
        await room.publish(await room.stageCases(known), "The courts, read anew");
        later(1);
      }
      await addHook({ events: ["court-silent"] });
      return room.stageCases([...known.filter(({ court_code }) => court_code !== OTHER), ...cases(1)]);
    };

    it("tells where the desk's machine left their import for a person, and not again when it is published", async () => {
      const batch = await without();
      await room.ask("POST", `/v1/imports/${batch}/hold`, {});
      later(5);
      await room.tick();
      expect(notices()).toMatchObject([
        { event: "court-silent", edition: null, url: `https://stats.example/studio#/desk/${batch}` },
      ]);
      expect(notices()[0]?.text).toContain("missing from an import of the desk");
      expect((await room.publish(batch, "The court's site is down")).status).toBe(200);
      later(5);
      await room.tick();
      expect(notices()).toHaveLength(1);
    });

    it("tells where the desk published their import itself", async () => {
      const { body } = await room.publish(await without(), "The court's site is down");
      later(5);
      await room.tick();
      await room.tick();
      expect(notices()).toMatchObject([
        { edition: body.edition.id, url: `https://stats.example/v1/editions/${body.edition.id}` },
      ]);
    });
  });

  it("tells once of a source that fails, and again only when it begins anew", async () => {
    await addHook({ events: ["source-failing"] });
    server.body = "<html>Sign in</html>";
    await setSource(room, { every: "quarter-hour" });
    for (let quarter = 0; quarter < 20; quarter++) {
      await room.tick();
      later(15);
    }
    expect(notices()).toHaveLength(1);
    expect(notices()[0]?.text).toContain("web page");
    server.body = deskTable(cases(20));
    later(1_440);
    await room.tick();
    server.body = "<html>Sign in</html>";
    later(15);
    await room.tick();
    expect(notices()).toHaveLength(2);
  });

  it("tells of a newest number that has grown old, once", async () => {
    room.clock.at = "2025-11-20T09:00:00Z";
    await room.publishFigures(LEDGER);
    await addHook({ events: ["evidence-old"], old_after_days: 30 });
    await room.tick();
    await room.tick();
    later(60 * 24 * 60);
    await room.tick();
    expect(notices().map(({ event }) => event)).toEqual(["evidence-old"]);
  });

  it("holds no name, no address of a table and no secret", async () => {
    room.settings.SOURCE_SHEET = "Bearer of-the-sheet";
    await addHook();
    server.body = deskTable(cases(20));
    await setSource(room, { url: "https://sheets.example/key-of-the-sheet.csv", secret: "SOURCE_SHEET" });
    await room.tick();
    server.body = `${deskTable(cases(1))}Somebody,,,,,,,,,,,,,\n`;
    later(60);
    await room.tick();
    expect(received.length).toBeGreaterThan(1);
    for (const { body } of received) expect(body).not.toMatch(/of-the-sheet|Somebody|sheets\.example/);
  });
});

describe("what a receiver gets", () => {
  it("is signed so that five lines can check it", async () => {
    const { key } = (await addHook()).body;
    await room.publishCases(cases(3));
    await room.tick();
    const [{ body, headers }] = received as [(typeof received)[0]];
    const encoder = new TextEncoder();
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const imported = await crypto.subtle.importKey("raw", encoder.encode(key!), algorithm, false, ["verify"]);
    const hex = headers.get("X-Signature-256")!.replace("sha256=", "");
    const signature = Uint8Array.from(hex.match(/../g)!, (byte) => Number.parseInt(byte, 16));
    expect(await crypto.subtle.verify("HMAC", imported, signature, encoder.encode(body))).toBe(true);
    expect(await crypto.subtle.verify("HMAC", imported, signature, encoder.encode(`${body} `))).toBe(false);
  });

  it("is a message as Slack and Discord take it", async () => {
    await addHook({ url: `${RECEIVER}/1`, shape: "slack", events: ["edition-published"] });
    await addHook({ url: `${RECEIVER}/2`, shape: "discord", events: ["edition-published"] });
    await room.publishCases(cases(3));
    await room.tick();
    // Receivers are told at the same time, in no order.
    const [slack, discord] = received
      .toSorted((one, other) => one.url.localeCompare(other.url))
      .map(({ body }) => JSON.parse(body));
    expect(Object.keys(slack)).toEqual(["text"]);
    expect(slack.text).toContain("Edition 2025-05-12.1 is published.");
    expect(Object.keys(discord)).toEqual(["content", "allowed_mentions"]);
    expect(discord.allowed_mentions).toEqual({ parse: [] });
    expect(discord.content.length).toBeLessThan(2_000);
  });

  it("is sent again until it arrives, also after a day of failures, and then no more", async () => {
    const { id } = (await addHook({ events: ["edition-published"] })).body.hook;
    await room.publishCases(cases(3));
    answer = () => new Response("", { status: 500 });
    for (let minutes = 0; minutes < 24 * 60; minutes += 30) {
      await room.tick();
      later(30);
    }
    const tried = received.length;
    expect(tried).toBeGreaterThan(4);
    expect(tried).toBeLessThan(12);
    expect((await deliveries(id))[0]).toMatchObject({ state: "pending", answered: "500", tries: tried });
    answer = () => new Response("ok");
    for (let hours = 0; hours < 24; hours++) {
      later(60);
      await room.tick();
    }
    expect(received).toHaveLength(tried + 1);
    expect(new Set(notices().map(({ id }) => id)).size).toBe(1);
    expect((await deliveries(id))[0]).toMatchObject({ state: "delivered", answered: "200" });
  });

  it("is given up after three days", async () => {
    const { id } = (await addHook({ events: ["edition-published"] })).body.hook;
    await room.publishCases(cases(3));
    answer = () => Promise.reject(new TypeError("No such host"));
    for (let hours = 0; hours < 24 * 6; hours += 6) {
      await room.tick();
      later(360);
    }
    expect((await deliveries(id))[0]).toMatchObject({ state: "given-up", answered: "unreachable" });
  });

  it("isn't sent on to where a receiver redirects", async () => {
    const { id } = (await addHook({ events: ["edition-published"] })).body.hook;
    await room.publishCases(cases(3));
    answer = () => new Response(null, { status: 307, headers: { Location: "https://elsewhere.example/" } });
    await room.tick();
    expect(received.map(({ url, redirect }) => [url, redirect])).toEqual([[RECEIVER, "manual"]]);
    expect((await deliveries(id))[0]).toMatchObject({ state: "pending", answered: "307" });
  });

  it("reaches others where one fails", async () => {
    await addHook({ url: `${RECEIVER}/bad`, events: ["edition-published"] });
    await addHook({ url: `${RECEIVER}/good`, events: ["edition-published"] });
    answer = () => new Response("", { status: received.at(-1)?.url.endsWith("bad") ? 500 : 200 });
    await room.publishCases(cases(3));
    await room.tick();
    later(5);
    await room.tick();
    expect(received.map(({ url }) => url.slice(RECEIVER.length)).sort()).toEqual(["/bad", "/bad", "/good"]);
  });

  it("is nothing of what happened before somebody wanted to hear of it", async () => {
    await room.publishCases(cases(3));
    later(1);
    await addHook();
    await room.tick();
    expect(notices().filter(({ event }) => event === "edition-published")).toEqual([]);
  });
});

describe("a hook", () => {
  it("is tested by a button, and says what became of it", async () => {
    const { id } = (await addHook({ lang: "uk" })).body.hook;
    const tested = await ask<{ delivery: Delivery }>("POST", `/v1/hooks/${id}/test`, {});
    expect(tested.body.delivery).toMatchObject({ event: "test", state: "delivered", answered: "200" });
    expect(notices()[0]).toMatchObject({
      event: "test",
      lang: "uk",
      text: expect.stringContaining("перевірка"),
    });
    answer = () => new Response("", { status: 410 });
    const failed = await ask<{ delivery: Delivery }>("POST", `/v1/hooks/${id}/test`, {});
    expect(failed.body.delivery).toMatchObject({ answered: "410" });
  });

  it.each([
    ["url", "http://receiver.example/", /https/],
    ["url", "https://192.168.1.1/", /private/],
    ["url", "https://stats.example/v1/imports", /this deployment/],
    ["url", "https://name:word@receiver.example/", /name or a password/],
    ["url", "javascript:alert(1)", /https/],
    ["shape", "teams", /slack, discord, json/],
    ["lang", "de", /en, ru, uk/],
    ["events", [], /At least 1/],
    ["events", ["edition-published", "edition-published"], /[Ee]ach event once/],
    ["events", ["everything"], new RegExp(HOOK_EVENTS.join(", "))],
    ["label", "", /At least 2/],
    ["old_after_days", 1, /At least 7/],
  ])("with a wrong %s is refused, with what was expected", async (field, value, message) => {
    const { status, body } = await addHook({ [field]: value });
    expect(status).toBe(422);
    expect(body.errors[0]?.parameter.split(".")[0]).toBe(field);
    expect(body.errors[0]?.message).toMatch(message);
  });

  it("is set otherwise, and goes where it went where no address is named", async () => {
    const { hook, key } = (await addHook({ lang: "en" })).body;
    type Changed = { hook: Hook; key: string | null; errors: { parameter: string; code?: string }[] };
    const change = (fields: object) =>
      ask<Changed>("PUT", `/v1/hooks/${hook.id}`, { label: "Another", shape: "json", ...fields });
    expect((await change({ lang: "uk" })).body).toMatchObject({
      hook: { label: "Another", lang: "uk", host: "receiver.example" },
      key: null,
    });
    await ask("POST", `/v1/hooks/${hook.id}/test`, {});
    expect(received[0]).toMatchObject({ url: RECEIVER });
    expect(notices()[0]?.lang).toBe("uk");
    expect((await change({ shape: "slack", url: `${RECEIVER}/2` })).body.key).toBeNull();
    await ask("POST", `/v1/hooks/${hook.id}/test`, {});
    expect(received[1]?.url).toBe(`${RECEIVER}/2`);
    expect(received[1]?.headers.get("X-Signature-256")).toBeNull();
    // The first key was given away with the signatures: another program gets another one.
    const again = (await change({})).body.key;
    expect(again).toMatch(/^ds_/);
    expect(again).not.toBe(key);
    expect((await change({ url: "https://10.0.0.1/" })).body.errors).toMatchObject([
      { parameter: "url", code: "private" },
    ]);
    expect((await ask("PUT", "/v1/hooks/nobody", { label: "Another", shape: "json" })).status).toBe(404);
    const audit = JSON.stringify(await table("audit"));
    expect(audit).toContain("hook-set");
    expect(audit).not.toContain(`${RECEIVER}/2`);
  });

  it("shows its address and its key to nobody again, and leaves lines in the audit", async () => {
    const { hook, key } = (await addHook({ url: `${RECEIVER}/key-of-the-receiver` })).body;
    const shown = await ask("GET", `/v1/hooks/${hook.id}`);
    const list = await ask("GET", "/v1/hooks");
    expect((await ask("DELETE", `/v1/hooks/${hook.id}`)).status).toBe(204);
    const audit = await table<{ action: string }>("audit");
    expect(audit.map(({ action }) => action)).toEqual(["hook-create", "hook-delete"]);
    const all = JSON.stringify([shown, list, audit]);
    expect(all).not.toContain("key-of-the-receiver");
    expect(all).not.toContain(key);
    expect(all).toContain("receiver.example");
  });
});
