import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { BEHIND_PAGE } from "../../worker/config.ts";
import type { BehindBody, BehindCase } from "../../worker/contract/behind.ts";
import type { CourtReportsBody } from "../../worker/contract/court-reports.ts";
import { type Api, expectDocumented } from "./api.ts";
import { coderAt, IMPRISONED, SUSPENDED } from "./coding-room.ts";
import { giveToken, type Newsroom } from "./desk-room.ts";
import { convicted, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

const behind = async (query: string) => (await room.ask<BehindBody>("GET", `/v1/cases?${query}`)).body;
const numbers = ({ cases }: BehindBody) =>
  cases.map(({ stands, stood }) => (stands ?? stood)!.case_number).sort();
const did = ({ editions }: BehindCase) => editions.map(({ edition, did }) => `${edition} ${did}`);

describe("what is behind a number", () => {
  it("are as many records as it counts: of a week, of a court, by offence, sentence and service", async () => {
    const here = { court_code: "77GV0007" };
    const there = { court_code: "66GV0005" };
    const awol = convicted(here);
    const both = convicted({ ...there, articles: ["337.5", "338.1"] });
    const desertion = convicted({ ...here, articles: ["338.1"], ...SUSPENDED });
    const later = convicted({ ...there, decided_on: "2025-04-09" });
    const uncounted = [
      convicted({ articles: ["158.2"] }),
      convicted({ outcome: "acquitted", received_on: "2025-03-10" }),
    ];
    await room.publishCases([awol, both, desertion, later, ...uncounted]);
    for (const [query, found] of [
      ["week=2025-W14", [awol, both, desertion]],
      ["week=2025-W14&offence=awol", [awol, both]],
      ["week=2025-W14&offence=desertion-strict", [both, desertion]],
      ["week=2025-W14&offence=surrender", []],
      ["week=2025-W14&court=66GV0005", [both]],
      ["court=66GV0005", [both, later]],
      ["court=77GV0007&sentence=suspended", [desertion]],
      ["week=2025-W14&service=mobilised", [desertion]],
      ["week=2025-W10&measure=cases-received", [awol, both, desertion, later]],
      ["measure=records&court=77GV0007", [awol, desertion, ...uncounted]],
      ["measure=records&court=77GV0007&week=2025-W14", [awol, desertion, ...uncounted]],
      ["measure=records&court=66GV0005&week=2025-W15", [later]],
      ["measure=cases-received&court=77GV0007", [awol, desertion, uncounted[1]!]],
    ] as const) {
      const body = await behind(query);
      expect(numbers(body), query).toEqual(found.map(({ case_number }) => case_number).sort());
      expect(body, query).toMatchObject({
        edition: "2025-07-01.1",
        counted: found.length,
        before: null,
        next: null,
      });
    }
    const { points } = await room.json<{ points: { label: string; value: number }[] }>(
      "/v1/series?offence=awol",
    );
    expect(points.find(({ label }) => label === "2025-W14")?.value).toBe(2);
  });

  it("tell which editions brought and changed each, field by field, and never a name", async () => {
    const one = convicted({ source_url: "https://gvs.spb.sudrf.ru/modules.php?name=sud_delo&case_id=1" });
    await room.publishCases([one]);
    room.clock.at = "2025-07-02T09:00:00Z";
    const coder = await coderAt(room, "coder");
    await coder.code((await coder.claim())[0]!, IMPRISONED);
    await coder.publish((await coder.stage()).body.batch.id);
    const { cases } = await behind("week=2025-W14");
    expect(cases).toEqual([
      {
        ...{ key: one.case_uid, defendant: 1, case_uid: one.case_uid },
        stands: {
          ...{ court_code: one.court_code, case_number: one.case_number, articles: one.articles },
          ...{ received_on: one.received_on, decided_on: one.decided_on, ...IMPRISONED },
          ...{ source_url: one.source_url, removed_on: null },
        },
        counts: { before: null, after: true },
        editions: [
          {
            ...{ edition: "2025-07-01.1", published_at: "2025-07-01T09:00:00Z", kind: "cases" },
            ...{ did: "brought", changed: [] },
          },
          {
            ...{
              edition: "2025-07-02.1",
              published_at: "2025-07-02T09:00:00Z",
              kind: "cases",
              did: "changed",
            },
            changed: [
              { field: "sentence", before: "unknown", after: "imprisonment" },
              { field: "term_months", before: null, after: 66 },
              { field: "service", before: "unknown", after: "mobilised" },
            ],
          },
        ],
      },
    ]);
  });

  it("are those that an edition changed, where a difference is asked for: before and after", async () => {
    const [stays, moves, goes, second] = [convicted(), convicted(), convicted(), convicted()];
    await room.publishCases([stays, moves, goes]);
    await room.publishCases([{ ...moves, decided_on: "2025-04-09", by_hand: true }, second], "partial");
    await room.ask("POST", "/v1/imports/withdraw", {
      case_uid: goes.case_uid,
      reason: "Entered twice by the court",
    });
    const moved = await behind("edition=2025-07-01.2&week=2025-W14");
    expect(moved).toMatchObject({ edition: "2025-07-01.2", against: "2025-07-01.1", before: 1, counted: 1 });
    expect(Object.fromEntries(moved.cases.map(({ key, counts }) => [key, counts]))).toEqual({
      [moves.case_uid!]: { before: true, after: false },
      [second.case_uid!]: { before: false, after: true },
    });
    const whole = await behind("edition=2025-07-01.3&against=2025-07-01.1");
    expect(whole).toMatchObject({ before: 2, counted: 2 });
    expect(numbers(whole)).toEqual([moves, goes, second].map(({ case_number }) => case_number).sort());
    expect(whole.cases.find(({ key }) => key === goes.case_uid)).toMatchObject({
      stood: { outcome: "convicted" },
      stands: { outcome: "withdrawn" },
    });
    await room.ask("POST", "/v1/imports/revert", { edition: "2025-07-01.1", note: "All of it taken back" });
    const back = await behind("edition=2025-07-01.4&week=2025-W14");
    const gone = back.cases.find(({ key }) => key === second.case_uid)!;
    expect(gone).toMatchObject({ stands: null, counts: { before: true, after: false } });
    expect(did(gone)).toEqual(["2025-07-01.2 brought", "2025-07-01.4 ended"]);
    expect((await behind("edition=2025-07-01.4&against=2025-07-01.1")).cases).toEqual(
      (await behind("edition=2025-07-01.4&against=2025-07-01.1")).cases.filter(
        ({ stood, stands }) => stood && stands,
      ),
    );
  });

  it("are those of a source, where one is asked for: what it brought first, whoever changed it since", async () => {
    const [first, second] = [convicted(), convicted()];
    await room.publishCases([first]);
    const coder = await coderAt(room, "coder");
    await coder.code((await coder.claim())[0]!, IMPRISONED);
    await coder.publish((await coder.stage()).body.batch.id);
    // As if another tool of the desk had read the later file.
    await room.publishCases([first, second], "partial");
    await env.DB.prepare(
      `UPDATE batch SET provenance = replace(provenance, '"format":"test"', '"format":"sudrfparser"')
       WHERE id = (SELECT batch_id FROM edition ORDER BY sequence DESC LIMIT 1)`,
    ).run();
    const { sources, courts } = (await room.ask<CourtReportsBody>("GET", "/v1/imports/courts")).body;
    expect(sources.map(({ key }) => key)).toEqual(["files:test", "files:coding", "files:sudrfparser"]);
    const court = first.court_code;
    for (const [source, found] of [
      ["files:test", first],
      ["files:sudrfparser", second],
    ] as const) {
      const told = courts[0]!.weeks.find((one) => sources[one.source]!.key === source);
      const records = told!.counts.reduce((sum, count) => sum + count, 0);
      for (const query of [
        `measure=records&court=${court}&source=${source}`,
        `week=2025-W14&source=${source}`,
      ]) {
        const body = await behind(query);
        expect([body.counted, numbers(body)], query).toEqual([records, [found.case_number]]);
      }
    }
    expect(await behind("edition=2025-07-01.3&source=files:test")).toMatchObject({ counted: 0, cases: [] });
    expect(await behind("edition=2025-07-01.3&source=files:sudrfparser")).toMatchObject({ counted: 1 });
  });

  it("come in pages, each record once, however many share a week or a case", async () => {
    const many = Array.from({ length: 2 * BEHIND_PAGE + 7 }, () => convicted());
    const several = convicted();
    await room.publishCases([...many, several, { ...several, defendant: 2 }, { ...several, defendant: 3 }]);
    for (const query of ["week=2025-W14", "court=77GV0007", "edition=2025-07-01.1"]) {
      const seen: string[] = [];
      let [pages, after] = [0, ""];
      do {
        const body = await behind(`${query}${after && `&after=${encodeURIComponent(after)}`}`);
        expect(body.counted).toBe(many.length + 3);
        seen.push(...body.cases.map(({ key, defendant }) => `${key} ${defendant}`));
        pages += 1;
        after = body.next ?? "";
      } while (after);
      expect([new Set(seen).size, seen.length, pages], query).toEqual([many.length + 3, many.length + 3, 3]);
    }
    expect((await behind("week=2025-W10&measure=cases-received")).counted).toBe(many.length + 1);
  });

  it("are for desk and admin, for no cache, and refused in words", async () => {
    await room.publishCases([convicted()]);
    const api = await room.json<Api>("/v1/openapi.json");
    const editor = await giveToken("the look", "editor");
    const admin = await giveToken("chief", "admin");
    for (const [secret, query, status, said] of [
      [editor, "week=2025-W14", 403, "role"],
      [admin, "week=2025-W14", 200, "337.5"],
      [admin, "edition=2025-07-01.1", 200, "brought"],
      [admin, "", 400, "Give a week, a court or an edition"],
      [admin, "week=2025-W54", 400, "week"],
      [admin, "court=Moscow", 400, "court"],
      [admin, "week=2025-W14&after=x", 400, "`next` of the page before"],
      [admin, "week=2025-W14&against=2025-07-01.1", 400, "give that, too"],
      [admin, "edition=2025-07-09.1", 404, "2025-07-09.1"],
      [admin, "edition=2025-07-01.1&against=2025-07-01.1", 400, "an earlier one was expected"],
      [admin, "week=2025-W14&source=test", 400, "files:desk-csv"],
      [admin, "week=2025-W14&source=table:unknown", 404, "table:unknown"],
      [admin, "week=2025-W14&name=x", 400, "Known here"],
    ] as const) {
      const response = await room.get(`/v1/cases?${query}`, {
        headers: { Authorization: `Bearer ${secret}` },
      });
      expect([response.status, response.headers.get("Cache-Control")], query).toEqual([status, "no-store"]);
      const copy = response.clone();
      await expectDocumented(response, api.paths["/v1/cases"]!.get!, api, query);
      expect(await copy.text(), query).toContain(said);
    }
    expect(
      (await env.DB.prepare("SELECT count(*) AS n FROM audit").first<{ n: number }>())?.n,
    ).toBeGreaterThan(0);
  });
});
