import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import {
  AdditionsBody,
  CorrectionsBody,
  type EditionAddition,
  EditionsBody,
} from "../../worker/contract/editions.ts";
import { LANGS } from "../../worker/contract/terms.ts";
import { sha256Hex } from "../../worker/domain/digest.ts";
import { atomFaults } from "./atom-rules.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

const [LEDGER_EDITION, CASES_EDITION, LATE_EDITION] = ["2025-07-01.1", "2025-07-01.2", "2025-07-08.1"];
const TEXT = "One publisher has corrected its total since: the May figure was 684, not 648.";
/** What could be told of an edition for ever, and so must not change with a word about it. */
const FOR_EVER = [
  `/v1/editions/${CASES_EDITION}`,
  `/v1/editions?as-of=${CASES_EDITION}`,
  `/v1/series?as-of=${CASES_EDITION}`,
  `/v1/figures?as-of=${CASES_EDITION}`,
];

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
  await room.publishCases([convicted(), convicted({ articles: ["338.1"] })]);
  room.clock.at = "2025-07-08T09:00:00Z";
  await room.publishCases([convicted(), convicted()], "partial");
  room.clock.at = "2025-07-10T22:30:00Z";
});

type Told = { addition: EditionAddition; delivered: boolean; detail: string };
const add = (text: unknown, edition = CASES_EDITION) =>
  room.ask<Told>("POST", `/v1/imports/editions/${edition}/additions`, { text });
const additionsOf = async (edition = CASES_EDITION) =>
  AdditionsBody.parse(await room.json(`/v1/editions/${edition}/additions`)).additions;
/** With plain spaces, wherever a line mustn't break. */
const text = async (path: string) => (await (await room.get(path)).text()).replaceAll("\u00a0", " ");

describe("what is added to an edition", () => {
  it("stands at an address of its own, with day and role, and nothing of who it was", async () => {
    expect(await additionsOf()).toEqual([]);
    const { status, body } = await add(TEXT);
    expect(status).toBe(201);
    expect(body).toMatchObject({ delivered: true });
    const addition = { added_at: "2025-07-10T22:30:00Z", by: "desk", text: TEXT };
    expect(body.addition).toEqual(addition);
    room.restart();
    expect(await additionsOf()).toEqual([addition]);
    const response = await room.get(`/v1/editions/${CASES_EDITION}/additions`);
    expect(response.headers.get("Cache-Control")).toContain("max-age=60");
    expect(response.headers.get("Cache-Tag")).toContain("current");
    expect(await response.text()).not.toContain("the desk");
  });

  it("changes not a byte of what can be kept for ever", async () => {
    const before = await Promise.all(FOR_EVER.map(text));
    await add(TEXT);
    await add(`${TEXT} Another word.`, LEDGER_EDITION);
    room.restart();
    expect(await Promise.all(FOR_EVER.map(text))).toEqual(before);
    for (const path of FOR_EVER) {
      expect((await room.get(path)).headers.get("Cache-Control"), path).toContain("immutable");
    }
  });

  it("is told in the list of editions and with the corrections, from the day on which it was added", async () => {
    await add(TEXT, LEDGER_EDITION);
    await add(TEXT, LATE_EDITION);
    room.restart();
    const told = async (query: string) => {
      const { editions } = EditionsBody.parse(await room.json(`/v1/editions${query}`));
      return editions.filter(({ additions }) => additions).map(({ id }) => id);
    };
    expect(await told("")).toEqual([LATE_EDITION, LEDGER_EDITION]);
    // At half past ten in the evening, UTC, it is the next day in Moscow.
    room.clock.at = "2025-07-12T09:00:00Z";
    expect(await told("?as-of=2025-07-10")).toEqual([]);
    expect(await told("?as-of=2025-07-11")).toEqual([LATE_EDITION, LEDGER_EDITION]);

    const { corrections } = CorrectionsBody.parse(await room.json("/v1/corrections"));
    // One has changed weeks; of the other only something was said.
    expect(
      corrections.map(({ edition, additions, changes_total }) => [
        edition,
        additions?.length,
        changes_total > 0,
      ]),
    ).toEqual([
      [LATE_EDITION, 1, true],
      [LEDGER_EDITION, 1, false],
    ]);
  });

  it("is an entry of its own in both feeds, with day and role in each language", async () => {
    const ids = async (path: string) =>
      [...(await text(path)).matchAll(/<entry>\s*<id>([^<]*)</g)].map(([, id]) => id);
    const before = await ids("/v1/editions.atom");
    await add(TEXT);
    await add(`${TEXT} Another word.`);
    room.restart();
    const address = `https://stats.example/v1/editions/${CASES_EDITION}/additions`;
    for (const name of ["editions", "corrections"]) {
      for (const lang of LANGS) expect(atomFaults(await text(`/v1/${name}.atom?lang=${lang}`))).toEqual([]);
    }
    expect(new Set(await ids("/v1/editions.atom"))).toEqual(
      new Set([...before, `${address}#1`, `${address}#2`]),
    );
    expect(await ids("/v1/corrections.atom")).toContain(`${address}#2`);
    const [en, ru, uk] = await Promise.all(LANGS.map((lang) => text(`/v1/editions.feed.json?lang=${lang}`)));
    expect(en).toContain(`Added by the data desk on 11 July 2025: ${TEXT}`);
    expect(ru).toContain(`Дополнение отдела данных от 11 июля 2025 года: ${TEXT}`);
    expect(uk).toContain(`Доповнення відділу даних від 11 липня 2025 року: ${TEXT}`);
    // Whoever follows the feed sees it first.
    expect((await ids("/v1/editions.atom"))[0]).toContain(address);
  });

  it("stands on the page that a citation leads to", async () => {
    await add("<b>A total</b> was corrected & more");
    room.restart();
    const frozen = await text(`/history?as-of=${CASES_EDITION}&lang=en`);
    expect(frozen).toContain(
      "Added by the data desk on 11 July 2025: &lt;b&gt;A total&lt;/b&gt; was corrected &amp; more",
    );
    expect(await text("/history?lang=en")).not.toContain("Added by");
  });

  it("says of an admin that it was one", async () => {
    await env.DB.prepare(
      "INSERT INTO token VALUES ('t2', ?, 'chief', 'admin', '2020-01-01', '2099-01-01', NULL, NULL)",
    )
      .bind(await sha256Hex("ds_admin"))
      .run();
    const response = await room.get(`/v1/imports/editions/${CASES_EDITION}/additions`, {
      method: "POST",
      headers: { Authorization: "Bearer ds_admin", "Content-Type": "application/json" },
      body: JSON.stringify({ text: TEXT }),
    });
    expect(response.status).toBe(201);
    expect(await additionsOf()).toMatchObject([{ by: "admin" }]);
    expect(await text("/v1/editions.feed.json")).toContain("Added by the service’s administrators on");
  });

  it("is said once, however often it is sent, and stands once in the audit", async () => {
    await add(TEXT);
    room.clock.at = "2025-07-11T09:00:00Z";
    const again = await add(`  ${TEXT}\n`);
    expect(again.status).toBe(201);
    expect(again.body.addition.added_at).toBe("2025-07-10T22:30:00Z");
    expect(await additionsOf()).toHaveLength(1);
    const { results } = await env.DB.prepare(
      "SELECT at, actor, target FROM audit WHERE action = 'edition-addition'",
    ).all();
    expect(results).toEqual([{ at: "2025-07-10T22:30:00Z", actor: "the desk", target: CASES_EDITION }]);
  });

  it("can't be changed or deleted, by no address and by no statement", async () => {
    await add(TEXT);
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      const { status } = await room.ask(method, `/v1/imports/editions/${CASES_EDITION}/additions`, {
        text: "Other words",
      });
      expect([404, 405], method).toContain(status);
    }
    for (const statement of [
      "UPDATE edition_addition SET text = 'Other words'",
      "UPDATE edition_addition SET added_at = '2020-01-01T00:00:00Z'",
      "DELETE FROM edition_addition",
    ]) {
      await expect(env.DB.prepare(statement).run(), statement).rejects.toThrow(/never (changed|deleted)/);
    }
    for (const row of [
      "id, edition, '2020-01-01', added_by, 'Other words'",
      "9, edition, '2020-01-01', added_by, text",
    ]) {
      await env.DB.prepare(
        `INSERT OR REPLACE INTO edition_addition SELECT ${row} FROM edition_addition`,
      ).run();
    }
    const { results } = await env.DB.prepare("SELECT added_at, text FROM edition_addition").all();
    expect(results).toEqual([{ added_at: "2025-07-10T22:30:00Z", text: TEXT }]);
    expect(await additionsOf()).toMatchObject([{ text: TEXT }]);
  });

  it("is refused where it is no text that can stand, and nothing is said", async () => {
    const unfit: Record<string, unknown> = {
      "too short": "A slip",
      blank: " ".repeat(40),
      "too long": "word ".repeat(201),
      "with a control character": "A total was\u0000 corrected",
      "with a mark of direction": "A total was \u202e corrected",
      "half a character": "A total was \ud83d corrected",
      "a number": 12_345_678_901,
      missing: undefined,
    };
    for (const [what, words] of Object.entries(unfit)) expect((await add(words)).status, what).toBe(422);
    expect(await additionsOf()).toEqual([]);
  });

  it("is refused of what no edition is called", async () => {
    for (const id of ["2025-07-01.9", "first", "2025-07-01", "\u{1f600}", "'; DROP TABLE edition; --"]) {
      expect((await add(TEXT, encodeURIComponent(id))).status, id).toBe(404);
    }
  });

  it("comes to an end: an edition takes fifty", async () => {
    for (let number = 1; number <= 50; number++) expect((await add(`${TEXT} (${number})`)).status).toBe(201);
    const { status, body } = await add(`${TEXT} (51)`);
    expect(status).toBe(409);
    expect(body.detail).toContain("50 additions");
    // What is there is still there when it is sent again; other editions take theirs.
    expect((await add(`${TEXT} (50)`)).status).toBe(201);
    expect((await add(TEXT, LEDGER_EDITION)).status).toBe(201);
    expect(await additionsOf()).toHaveLength(50);
  });
});

describe("an addition on its way", () => {
  it("reaches readers with the next call where KV failed meanwhile", async () => {
    const { EDITIONS } = room.storage;
    const put = () => Promise.reject(new Error("KV is down."));
    room.storage.EDITIONS = new Proxy(EDITIONS, {
      get: (kv, name) => (name === "put" ? put : Reflect.get(kv, name).bind(kv)),
    });
    expect((await add(TEXT)).body.delivered).toBe(false);
    expect(await additionsOf()).toEqual([]);
    room.storage.EDITIONS = EDITIONS;
    await room.ask("GET", "/v1/imports/editions");
    room.restart();
    expect(await additionsOf()).toHaveLength(1);
  });

  it("purges what was told before", async () => {
    const told: string[] = [];
    const as = (how: string) => async () => {
      told.push(how);
      return { success: true, errors: [] };
    };
    const cache = { purge: as("purge"), invalidate: as("invalidate") };
    room.runtime.context = {
      waitUntil: () => {},
      passThroughOnException: () => {},
      cache,
    } as unknown as ExecutionContext;
    await add(TEXT);
    expect(told).toEqual(["purge"]);
    await add(TEXT);
    expect(told).toEqual(["purge"]);
  });

  it("isn't taken back by a KV that answers what was before", async () => {
    room.clock.at = "2025-07-10T22:30:00Z";
    await add(TEXT);
    room.restart();
    expect(await additionsOf()).toHaveLength(1);
    await env.EDITIONS.delete("additions");
    room.clock.at = "2025-07-10T22:35:00Z";
    expect(await additionsOf()).toHaveLength(1);
  });

  it("stays told where the database was taken back to a moment before it", async () => {
    await add(TEXT);
    await env.DB.batch([
      env.DB.prepare("DROP TRIGGER addition_is_kept"),
      env.DB.prepare("DELETE FROM edition_addition"),
    ]);
    await add(`${TEXT} Another word.`);
    room.restart();
    expect((await additionsOf()).map((one) => one.text)).toEqual([TEXT, `${TEXT} Another word.`]);
  });

  it("of two at once loses neither", async () => {
    await Promise.all([add(TEXT), add(`${TEXT} Another word.`), add(TEXT, LEDGER_EDITION)]);
    await room.ask("GET", "/v1/imports/editions");
    room.restart();
    expect((await additionsOf()).map((one) => one.text).sort()).toEqual([TEXT, `${TEXT} Another word.`]);
    expect(await additionsOf(LEDGER_EDITION)).toHaveLength(1);
  });

  it("is told as of a summary's date, so that what was sent before is asked for again", async () => {
    const before = (await room.get("/v1/editions")).headers;
    await add(TEXT);
    room.restart();
    const response = await room.get("/v1/editions", { headers: { "If-None-Match": before.get("ETag")! } });
    expect(response.status).toBe(200);
    expect(Date.parse(response.headers.get("Last-Modified")!)).toBe(Date.parse("2025-07-10T22:30:00Z"));
  });
});
