import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { CodingSureness } from "../../worker/contract/agreement.ts";
import type { CodedValues, CodingCase } from "../../worker/contract/coding.ts";
import { AGREEMENT } from "../../worker/wording/agreement.ts";
import { type Coder, coderAt, IMPRISONED, SUSPENDED, verdicts } from "./coding-room.ts";
import { type Newsroom, table } from "./desk-room.ts";
import { convicted, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
let anna: Coder;
let boris: Coder;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  anna = await coderAt(room, "coder A");
  boris = await coderAt(room, "coder B");
});

/** Codes all that is in the queue, and publishes it. @param drawn how many of them are in the tenth */
async function codeFirst(count: number, drawn: number, read = (_: number): CodedValues => SUSPENDED) {
  await room.publishCases(verdicts(count, { decided_on: "2025-04-02" }));
  for (let at = 0; at < count; ) {
    for (const one of await anna.claim({ count: 10 })) {
      await anna.code(one, read(at));
      at += 1;
    }
  }
  await env.DB.prepare(
    "UPDATE coding SET lot = CASE WHEN rowid_of <= ? THEN 0 ELSE 9999 END FROM (SELECT case_key AS k, row_number() OVER (ORDER BY case_key) AS rowid_of FROM coding) WHERE k = case_key",
  )
    .bind(drawn)
    .run();
  await anna.publish((await anna.stage()).body.batch.id);
}
const standing = async () =>
  (await table<{ until_edition: number | null; sentence: string }>("case_version"))
    .filter(({ until_edition }) => until_edition === null)
    .map(({ sentence }) => sentence)
    .sort();

describe("a second coding", () => {
  it("is of those that are drawn, once they are published, by somebody else, who doesn't see the first", async () => {
    await room.publishCases(verdicts(1));
    const [first] = await anna.claim();
    await anna.code(first!);
    await env.DB.prepare("UPDATE coding SET lot = 0").run();
    expect(await boris.claim({ round: "second" })).toEqual([]);
    await anna.publish((await anna.stage()).body.batch.id);
    expect(await anna.claim({ round: "second" })).toEqual([]);
    expect((await anna.look()).second).toBe(0);
    expect((await boris.look()).second).toBe(1);
    const [second] = await boris.claim({ round: "second" });
    expect(second).toMatchObject({ case_number: first!.case_number, round: "second", stands: null });
    expect(JSON.stringify(second)).not.toMatch(/suspended|mobilised/);
    expect((await anna.code({ ...second!, stands: null }, IMPRISONED)).status).toBe(409);
    expect((await boris.code(second!)).body).toEqual({ round: "second" });
    expect(await boris.claim({ round: "second" })).toEqual([]);
    expect(await boris.look()).toMatchObject({ second: 0, third: 0, drafts: [] });
  });

  it("leaves those alone that aren't drawn", async () => {
    await codeFirst(5, 2);
    expect(await boris.claim({ round: "second", count: 10 })).toHaveLength(2);
  });

  it("that reads something else is looked at a third time, and the first stays until then", async () => {
    await codeFirst(1, 1);
    const [second] = await boris.claim({ round: "second" });
    await boris.code(second!, IMPRISONED);
    expect(await standing()).toEqual(["suspended"]);
    const carla = await coderAt(room, "coder C");
    expect((await carla.look()).third).toBe(1);
    const [third] = await carla.claim({ round: "third" });
    expect(third).toMatchObject({ round: "third", stands: SUSPENDED, others: [SUSPENDED, IMPRISONED] });
    expect((await carla.code(third!, IMPRISONED)).body).toEqual({ round: "third" });
    expect(await standing()).toEqual(["suspended"]);
    expect((await carla.look()).third).toBe(0);
    expect((await boris.undo(second!)).status).toBe(409);
    await carla.publish((await carla.stage()).body.batch.id);
    expect(await standing()).toEqual(["imprisonment"]);
    expect(await table("coding")).toHaveLength(3);
  });
});

describe("how sure coding is", () => {
  const sureness = async (lang = "en") => {
    room.restart();
    const body = await room.json<{ coding?: CodingSureness | null }>(
      `/v1/series?by=sentence&offence=desertion&lang=${lang}`,
    );
    return body.coding;
  };
  const methodology = async (lang: string) => (await room.get(`/methodology?lang=${lang}`)).text();

  it("is told of the tenth that two have coded, with the edition that comes after, in three languages", async () => {
    await codeFirst(40, 36, (at) => (at % 2 ? SUSPENDED : IMPRISONED));
    expect(await sureness()).toBeNull();
    expect(await methodology("en")).not.toContain("Cohen’s kappa 0");
    for (const [lang, words] of [
      ["en", "Nobody has coded any of these verdicts a second time yet"],
      ["ru", AGREEMENT.ru.none],
      ["uk", AGREEMENT.uk.none],
    ] as const) {
      expect(await (await room.get(`/history?by=sentence&offence=desertion&lang=${lang}`)).text()).toContain(
        words,
      );
    }
    const firsts = new Map(
      (await table<{ case_key: string; sentence: string }>("coding")).map(({ case_key, sentence }) => [
        case_key,
        sentence,
      ]),
    );
    let at = 0;
    for (let cases: CodingCase[] = []; ; ) {
      cases = await boris.claim({ round: "second", count: 10 });
      if (cases.length === 0) break;
      for (const one of cases) {
        const same = firsts.get(one.key) === "suspended" ? SUSPENDED : IMPRISONED;
        const other = same === SUSPENDED ? IMPRISONED : SUSPENDED;
        await boris.code(one, at < 4 ? other : same);
        at += 1;
      }
    }
    // The edition in force was there before; the next one tells it.
    expect(await sureness()).toBeNull();
    await room.publishCases([convicted({ decided_on: "2025-04-02" })], "partial");
    const told = await sureness();
    expect(told).toMatchObject({ n: 36, agreed: 32 });
    expect(told?.kappa).toBeGreaterThan(0.7);
    expect(told?.kappa).toBeLessThan(0.85);
    expect(told!.interval!.low).toBeLessThan(told!.kappa!);
    expect(told?.text).toBe(
      `Of 36 verdicts coded by two people who didn’t know of each other’s answers, they agreed on the verdict and sentence in 32 (Cohen’s kappa ${told!.kappa!.toFixed(2)}, 95% interval ${told!.interval!.low.toFixed(2)}–\u2060${told!.interval!.high.toFixed(2)}).`,
    );
    expect((await sureness("ru"))?.text).toContain("каппа Коэна");
    expect((await sureness("uk"))?.text).toContain("каппа Коена");
    for (const [lang, words] of [
      ["en", "Cohen’s kappa"],
      ["ru", "каппа Коэна"],
      ["uk", "каппа Коена"],
    ] as const) {
      expect(await methodology(lang)).toContain(words);
    }
    // Wherever a reader or a spreadsheet has shares, they say it.
    const pages = await Promise.all(
      (["en", "ru", "uk"] as const).map(async (lang) => {
        const asked = `by=sentence&offence=desertion&lang=${lang}`;
        const page = await (await room.get(`/history?${asked}`)).text();
        expect(page, lang).toContain((await sureness(lang))!.text);
        return (await room.get(`/v1/series.csv?${asked}&columns=coding,kappa`)).text();
      }),
    );
    expect(pages[0]).toContain("Of 36 verdicts coded by two people");
    for (const csv of pages) {
      const [head, first] = csv.trim().split("\r\n");
      expect(head).toMatch(/,coding,kappa$/);
      expect(first).toContain(String(told!.kappa));
    }
    const cited = await room.json<{ coding: object }>(
      "/v1/series.metadata.json?by=sentence&offence=desertion",
    );
    expect(cited.coding).toEqual(told);
    expect(await (await room.get("/history?by=article")).text()).not.toContain("coded by two people");
    const service = await room.json<{ coding: CodingSureness }>("/v1/series?service=mobilised");
    expect(service.coding).toMatchObject({ n: 36, agreed: 36, kappa: null });
    expect(await room.json("/v1/series?by=article")).not.toHaveProperty("coding");
    const first = await room.json<{ coding: unknown }>("/v1/series?by=sentence&as-of=2025-07-01.2");
    expect(first.coding).toBeNull();
  });

  it("leaves readings out that weren't drawn, such as those that came of an expired claim", async () => {
    await codeFirst(12, 0);
    const rows = await table<{ case_key: string }>("coding");
    for (const { case_key: key } of rows) {
      const one = { key, defendant: 1, round: "second", stands: null } as CodingCase;
      expect((await boris.code(one, IMPRISONED)).body.round).toBe("second");
    }
    await room.publishCases([convicted()], "partial");
    expect(await sureness()).toBeNull();
  });
});
