import { beforeEach, describe, expect, it } from "vitest";
import type { HealthBody } from "../../worker/contract/health.ts";
import { type Newsroom, table, weekly } from "./desk-room.ts";
import { openNewsroom } from "./newsroom.ts";
import {
  deskTable,
  heldIn,
  ledgerTable,
  listed,
  runNow,
  runsOf,
  SHEET,
  setSource,
  tableServer,
} from "./source-room.ts";

let room: Newsroom;
let server: ReturnType<typeof tableServer>;
const cases = (many: number, fields = {}) => Array.from({ length: many }, () => listed(fields));
const later = (minutes: number) => {
  room.clock.at = new Date(Date.parse(room.clock.at) + minutes * 60_000).toISOString();
};
const editions = () => table<{ id: string; published_by: string }>("edition");

beforeEach(async () => {
  room = await openNewsroom("2025-05-12T09:00:00Z");
  server = tableServer(room);
});

describe("a watched table", () => {
  it("is published by itself where the guard has no objection, and each change after it", async () => {
    const known = cases(20);
    server.body = deskTable(known);
    expect((await setSource(room)).status).toBe(201);
    await room.tick();
    expect(await weekly(room)).toEqual({ "2025-W14": 20 });
    server.body = deskTable([...known, listed({ decided_on: "2025-05-05" })]);
    later(60);
    await room.tick();
    expect(await weekly(room)).toEqual({ "2025-W14": 20, "2025-W19": 1 });
    expect((await editions()).map(({ published_by }) => published_by)).toEqual([
      "source:records",
      "source:records",
    ]);
    expect((await runsOf(room)).map(({ state, rows }) => [state, rows])).toEqual([
      ["published", 21],
      ["published", 20],
    ]);
  });

  it.each([
    ["answers 304", true],
    ["sends the same bytes", false],
  ])("that %s is nothing new, and no edition", async (_, tags) => {
    server.tags = tags;
    server.body = deskTable(cases(20));
    await setSource(room);
    await room.tick();
    later(60);
    await room.tick();
    expect(server.asked[1]?.headers.get("If-None-Match") !== null).toBe(tags);
    expect((await runsOf(room))[0]?.state).toBe("nothing-new");
    expect(await editions()).toHaveLength(1);
  });

  it("that says the same in other bytes is nothing new", async () => {
    const same = cases(20);
    server.body = deskTable(same);
    await setSource(room);
    await room.tick();
    server.body = `${deskTable(same)}\n\n`;
    later(60);
    await room.tick();
    expect((await runsOf(room))[0]?.state).toBe("nothing-new");
    expect(await editions()).toHaveLength(1);
    expect((await table<{ state: string }>("batch")).map(({ state }) => state)).toEqual([
      "published",
      "discarded",
    ]);
  });

  it("is looked at as often as it is set, and not while it is paused", async () => {
    server.body = deskTable(cases(20));
    await setSource(room, { every: "six-hours" });
    await room.tick();
    later(355);
    await room.tick();
    expect(server.asked).toHaveLength(1);
    later(5);
    await room.tick();
    expect(server.asked).toHaveLength(2);
    await setSource(room, { every: "six-hours", paused: true });
    later(1_000);
    await room.tick();
    expect(server.asked).toHaveLength(2);
  });

  it("of published figures replaces the ledger", async () => {
    server.body = ledgerTable({ "2024-03-31": 100, "2024-06-30": 200 });
    await setSource(room, { format: "ledger" });
    await room.tick();
    const { figures } = await room.json<{ figures: unknown[] }>("/v1/figures");
    expect(figures).toHaveLength(2);
  });

  it("speaks of its days up to the day on which it is read", async () => {
    server.body = deskTable(cases(20, { decided_on: "2025-04-28" }));
    await setSource(room, { covers: { start: "2025-01-01", end: null } });
    await room.tick();
    const { points } = await room.json<{ points: { label: string; value: number | null }[] }>("/v1/series?");
    const told = Object.fromEntries(points.map(({ label, value }) => [label, value]));
    expect([told["2025-W02"], told["2025-W18"], told["2025-W19"]]).toEqual([0, 20, 0]);
  });
});

describe("an edition that a person should see", () => {
  it("is held, with the objections and the headline, and the number stands", async () => {
    const known = cases(40);
    await room.publishCases(known);
    const before = await weekly(room);
    server.body = deskTable(known.slice(0, 10));
    await setSource(room, { absence: "complete" });
    await room.tick();
    const [held, ...others] = await heldIn(room);
    expect(others).toEqual([]);
    expect(held?.guard.map(({ code }) => code)).toContain("vanished");
    expect(held?.headline?.before).not.toBeNull();
    expect(await weekly(room)).toEqual(before);
    expect(await room.json<HealthBody>("/v1/health")).toMatchObject({
      status: "degraded",
      sources: { failing: 0, held: 1 },
    });
  });

  it("is published by a person with a reason, and then nothing is held", async () => {
    const known = cases(40);
    await room.publishCases(known);
    server.body = deskTable(known.slice(0, 10));
    await setSource(room, { absence: "complete" });
    await room.tick();
    const [held] = await heldIn(room);
    expect((await room.publish(held!.batch.id)).status).toBe(409);
    expect((await room.publish(held!.batch.id, "The courts did take them away")).status).toBe(200);
    expect(await heldIn(room)).toEqual([]);
    expect((await runsOf(room))[0]).toMatchObject({ state: "published", batch: held!.batch.id });
    room.restart();
    expect((await room.json<HealthBody>("/v1/health")).status).toBe("ok");
    later(60);
    await room.tick();
    expect((await runsOf(room))[0]?.state).toBe("nothing-new");
  });

  it("stays discarded until the table changes", async () => {
    server.body = deskTable(cases(20));
    await setSource(room, { publishes: "after-review" });
    await room.tick();
    const [held] = await heldIn(room);
    expect(held?.guard).toEqual([]);
    expect((await room.ask("DELETE", `/v1/imports/${held!.batch.id}`)).status).toBe(204);
    expect((await runsOf(room))[0]?.state).toBe("discarded");
    later(60);
    await room.tick();
    expect(await heldIn(room)).toEqual([]);
    server.body = deskTable(cases(21));
    later(60);
    await room.tick();
    expect(await heldIn(room)).toHaveLength(1);
  });

  it("is replaced by a newer run's", async () => {
    server.body = deskTable(cases(20));
    await setSource(room, { publishes: "after-review" });
    await room.tick();
    const [first] = await heldIn(room);
    server.body = deskTable(cases(25));
    later(60);
    await room.tick();
    const held = await heldIn(room);
    expect(held).toHaveLength(1);
    expect(held[0]?.batch.id).not.toBe(first?.batch.id);
    expect((await runsOf(room)).map(({ state }) => state)).toEqual(["held", "replaced"]);
    expect((await room.publish(first!.batch.id)).status).toBe(409);
  });

  it("is held no more once the table is again what is published", async () => {
    const known = cases(40);
    server.body = deskTable(known);
    await setSource(room, { absence: "complete" });
    await room.tick();
    server.body = deskTable(known.slice(0, 5));
    later(60);
    await room.tick();
    expect(await heldIn(room)).toHaveLength(1);
    server.body = deskTable(known);
    later(60);
    await room.tick();
    expect(await heldIn(room)).toEqual([]);
    expect((await runsOf(room)).map(({ state }) => state)).toEqual(["nothing-new", "replaced", "published"]);
  });

  it.each([
    ["partial", "nothing-new"],
    ["complete", "held"],
  ])("doesn't lower the number where a table goes back in time (absence: %s)", async (absence, state) => {
    const pending = cases(20, { decided_on: null, outcome: "pending" });
    const decided = pending.map((one) => ({
      ...one,
      decided_on: "2025-04-23",
      outcome: "convicted" as const,
    }));
    const known = cases(20);
    server.body = deskTable([...known, ...pending]);
    await setSource(room, { absence });
    await room.tick();
    server.body = deskTable([...known, ...decided, ...cases(1)]);
    later(60);
    await room.tick();
    const [newest] = await heldIn(room);
    if (newest) await room.publish(newest.batch.id, "The verdicts are in");
    const now = await weekly(room);
    expect(now).toEqual({ "2025-W14": 21, "2025-W17": 20 });
    // A backup was put back: verdicts are open again, and the newest record isn't there.
    server.body = deskTable([...known, ...pending]);
    later(60);
    await room.tick();
    expect((await runsOf(room))[0]?.state).toBe(state);
    expect(await weekly(room)).toEqual(now);
  });

  it("is read again as soon as another edition has overtaken it", async () => {
    server.body = deskTable(cases(20));
    await setSource(room, { publishes: "after-review", every: "day" });
    await room.tick();
    const [first] = await heldIn(room);
    await room.publishCases(cases(3));
    later(5);
    await room.tick();
    const [again] = await heldIn(room);
    expect(again?.batch.base).toBe(1);
    expect(again?.batch.id).not.toBe(first?.batch.id);
    expect((await room.publish(again!.batch.id, "The records are what we wanted")).status).toBe(200);
  });

  it("is published by somebody else than who staged, where the deployment wants two pairs of eyes", async () => {
    room.settings.TWO_PAIRS_OF_EYES = "yes";
    server.body = deskTable(cases(20));
    await setSource(room);
    await room.tick();
    const [held] = await heldIn(room);
    expect(held?.guard).toEqual([]);
    const own = await room.stageCases(cases(3));
    expect(await room.publish(own)).toMatchObject({ status: 409, body: { detail: /who staged may not/ } });
    expect((await room.publish(held!.batch.id)).status).toBe(200);
  });
});

describe("a source that fails", () => {
  it("leaves the number, is asked less and less often, and is well again once it is", async () => {
    server.body = deskTable(cases(20));
    await setSource(room);
    await room.tick();
    const before = await weekly(room);
    server.instead = () => new Response("", { status: 503 });
    let hours = 0;
    for (; hours < 48; hours++) {
      later(60);
      await room.tick();
    }
    const failed = (await runsOf(room)).filter(({ state }) => state === "failed");
    expect(failed.length).toBeGreaterThan(3);
    expect(failed.length).toBeLessThan(9);
    expect(await weekly(room)).toEqual(before);
    expect(await room.json<HealthBody>("/v1/health")).toMatchObject({
      status: "degraded",
      sources: { failing: 1 },
    });
    server.instead = null;
    later(1_440);
    await room.tick();
    expect((await runsOf(room))[0]?.state).toBe("nothing-new");
    expect(await room.json<HealthBody>("/v1/health")).toMatchObject({
      status: "ok",
      sources: { failing: 0 },
    });
  });

  it("is asked again no sooner than its server asks for, but within a day", async () => {
    server.instead = () => new Response("", { status: 429, headers: { "Retry-After": "7200" } });
    await setSource(room, { every: "quarter-hour" });
    await room.tick();
    later(119);
    await room.tick();
    expect(server.asked).toHaveLength(1);
    later(1);
    server.instead = () => new Response("", { status: 429, headers: { "Retry-After": "99999999" } });
    await room.tick();
    later(1_440);
    await room.tick();
    expect(server.asked).toHaveLength(3);
  });
});

const rows = (many: number) => deskTable(cases(many));
const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text));

describe("whatever else stands at the address", () => {
  const FAULTS: [name: string, body: string | Uint8Array<ArrayBuffer>, code: string][] = [
    ["a web page", "<!DOCTYPE html><html><title>Sign in</title></html>", "web-page"],
    ["a web page with blanks before it", "\n\n  <HTML><body>404</body></HTML>", "web-page"],
    ["an error in XML", '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', "web-page"],
    ["nothing", "", "empty"],
    ["blanks", " \n\n", "empty"],
    ["a header alone", rows(0), "empty"],
    ["another header", rows(3).replace("case_uid", "uid").replace("defendant", "accused"), "rows-refused"],
    ["a row that can't be read", rows(3).replace("2025-04-02", "2 April"), "rows-refused"],
    ["a row that is cut off", rows(3).slice(0, -40), "rows-refused"],
    ["the ledger", ledgerTable({ "2024-03-31": 100 }), "other-format"],
    ["another table", "week,count\n2025-W14,20\n", "other-format"],
    [
      "a dump with names",
      '{"id":"1","region":1,"instance":"FIRST","name":"court","caseNumber":"1-1/2025","entryDate":"01.02.2025","names":"Somebody - ст.337 ч.5 УК РФ","judge":"Somebody","resultDate":"01.03.2025","decision":"Вынесен ПРИГОВОР","endDate":null,"text":null}\n',
      "names",
    ],
    ["another encoding", new Uint8Array([...bytesOf(rows(3)), 0xcf, 0xf0, 0xe8, 0xe3]), "not-text"],
    ["a workbook", new Uint8Array([0x50, 0x4b, 3, 4, ...bytesOf("xl/workbook.xml")]), "not-text"],
    ["a PDF", bytesOf("%PDF-1.7 …"), "not-text"],
  ];
  it.each(FAULTS)("%s is refused, and the number stands", async (_, body, code) => {
    server.body = rows(20);
    await setSource(room);
    await room.tick();
    const before = await weekly(room);
    server.body = body;
    const run = await runNow(room);
    expect(run).toMatchObject({ state: "failed", problem: { code } });
    expect(run.problem?.text).toMatch(/^[A-Z0-9].+\./);
    expect(JSON.stringify(run)).not.toContain("Somebody");
    expect(await weekly(room)).toEqual(before);
    expect(await table("source_part")).toEqual([]);
  });

  it.each([
    [401, "login"],
    [403, "login"],
    [404, "gone"],
    [410, "gone"],
    [500, "answered"],
    [204, "answered"],
    [206, "answered"],
  ])("an answer of %i is told as what it is", async (status, code) => {
    await setSource(room);
    server.instead = () => new Response(status === 204 ? null : "x", { status });
    expect((await runNow(room)).problem).toMatchObject({ code, status });
  });

  it("a table that grows without end is left, and what is read of it bounded", async () => {
    await setSource(room);
    let sent = 0;
    server.instead = () => {
      const piece = new Uint8Array(1_000_000).fill(0x2c);
      const pull = (controller: ReadableStreamDefaultController) => {
        sent += 1;
        controller.enqueue(piece);
      };
      return new Response(new ReadableStream({ pull }));
    };
    expect((await runNow(room)).problem?.code).toBe("too-large");
    expect(sent).toBeLessThan(30);
    server.instead = () => new Response("x", { headers: { "Content-Length": "26000000" } });
    expect((await runNow(room)).problem?.code).toBe("too-large");
  });

  it("a table packed with gzip is read", async () => {
    const packed = new Blob([rows(20)]).stream().pipeThrough(new CompressionStream("gzip"));
    server.body = new Uint8Array(await new Response(packed).arrayBuffer());
    await setSource(room);
    expect((await runNow(room)).state).toBe("published");
  });
});

describe("the address", () => {
  it.each([
    ["http://sheets.example/table.csv", "https"],
    ["ftp://sheets.example/table.csv", "https"],
    ["sheets.example/table.csv", "whole address"],
    ["https://stats.example/v1/figures.csv", "this deployment"],
    ["https://STATS.EXAMPLE./v1/figures.csv", "this deployment"],
    ["https://user:pass@sheets.example/", "name or a password"],
    ["https://token@sheets.example/", "name or a password"],
    ["https://10.0.0.1/t.csv", "private"],
    ["https://127.0.0.1/t.csv", "private"],
    ["https://2130706433/t.csv", "private"],
    ["https://0x7f.1/t.csv", "private"],
    ["https://169.254.169.254/latest/meta-data", "private"],
    ["https://[::1]/t.csv", "private"],
    ["https://[fe80::1]/t.csv", "private"],
    ["https://[fd00::1]/t.csv", "private"],
    ["https://[::ffff:10.0.0.1]/t.csv", "private"],
    ["https://localhost/t.csv", "private network"],
    ["https://db.internal/t.csv", "private network"],
    ["https://intranet/t.csv", "private network"],
  ])("%s is refused, with why", async (url, why) => {
    const { status, body } = await setSource(room, { url });
    expect(status).toBe(422);
    expect(body.errors[0]).toMatchObject({ parameter: "url", message: expect.stringContaining(why) });
  });

  it("that leads to a refused one isn't followed there", async () => {
    await setSource(room);
    for (const to of [
      "http://sheets.example/",
      "https://169.254.169.254/",
      "https://stats.example/",
      "file:///x",
    ]) {
      server.asked.length = 0;
      server.instead = () => Response.redirect("https://sheets.example/2", 302);
      server.instead = () => new Response(null, { status: 302, headers: { Location: to } });
      expect((await runNow(room)).problem?.code).toBe("address");
      expect(server.asked).toHaveLength(1);
    }
  });

  it("is followed five times and not six", async () => {
    await setSource(room);
    server.body = rows(20);
    const plain = server.instead;
    const leads = (times: number) => {
      server.instead = (url) => {
        const at = Number(new URL(url).searchParams.get("at") ?? 0);
        if (at === times) return new Response(rows(20));
        return new Response(null, { status: 307, headers: { Location: `/x?at=${at + 1}` } });
      };
    };
    leads(6);
    expect((await runNow(room)).problem?.code).toBe("redirects");
    leads(5);
    expect((await runNow(room)).state).toBe("published");
    server.instead = plain;
  });

  it("is sent the deployment's secret, and nobody else is", async () => {
    room.settings.SOURCE_SHEET = "Bearer of-the-sheet";
    server.instead = (url) => {
      if (new URL(url).host === "elsewhere.example") return new Response(rows(20));
      return new Response(null, { status: 302, headers: { Location: "https://elsewhere.example/t" } });
    };
    await setSource(room, { secret: "SOURCE_SHEET" });
    expect((await runNow(room)).state).toBe("published");
    expect(server.asked.map(({ headers }) => headers.get("Authorization"))).toEqual([
      "Bearer of-the-sheet",
      null,
    ]);
    const stored = JSON.stringify(await Promise.all(["source", "source_run", "audit"].map(table)));
    expect(stored).not.toContain("of-the-sheet");
    await setSource(room, { secret: "SOURCE_OTHER" });
    expect((await runNow(room)).problem?.code).toBe("secret-missing");
  });
});

describe("what is set", () => {
  it.each([
    ["format", "sudrfscraper-ndjson", /names never leave the desk's machine.*--unattended/],
    ["format", "sudrfparser-json", /names never leave/],
    ["format", "xlsx", /desk-csv, ledger/],
    ["name", "x", /At least 2/],
    ["name", "a\u0000b", /control characters/],
    ["every", "minute", /quarter-hour/],
    ["absence", "auto", /partial, complete/],
    ["publishes", true, /by-itself/],
    ["secret", "ACCESS_ROLES", /SOURCE_/],
    ["covers", { start: "2025-02-01", end: "2025-01-01" }, /before the start/],
    ["paused", "no", /boolean/],
    ["url", "", /at least 1/i],
    ["url", `https://sheets.example/${"x".repeat(2_000)}`, /At most 2000/],
  ])("a wrong %s is named, with what was expected", async (field, value, message) => {
    const { status, body } = await setSource(room, { [field]: value });
    expect(status).toBe(422);
    expect(body.errors[0]?.parameter.split(".")[0]).toBe(field);
    expect(body.errors[0]?.message).toMatch(message);
    expect(await table("source")).toEqual([]);
  });

  it("leaves a line in the audit, without the address", async () => {
    await setSource(room);
    await room.ask("DELETE", "/v1/sources/records");
    const lines = await table<{ action: string; actor: string; detail: string }>("audit");
    expect(lines.map(({ action, actor }) => [action, actor])).toEqual([
      ["source-set", "the desk"],
      ["source-delete", "the desk"],
    ]);
    expect(JSON.stringify(lines)).not.toContain(SHEET.url);
    expect((await room.ask("GET", "/v1/sources")).body).toEqual({ sources: [] });
  });
});
