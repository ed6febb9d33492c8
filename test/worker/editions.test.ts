import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { CorrectionsBody, EditionBody, EditionsBody } from "../../worker/contract/editions.ts";
import { writeLists } from "../../worker/store/edition-index.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

/** A ledger, then records of one week, then a week later three late ones for the same week. */
async function threeEditions(): Promise<Newsroom> {
  const room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
  await room.publishCases([convicted(), convicted({ articles: ["338.1"], sentence: "imprisonment" })]);
  room.clock.at = "2025-07-08T09:00:00Z";
  const late = await room.publishCases(
    [convicted(), convicted(), convicted({ service: "mobilised" })],
    "partial",
  );
  expect(late.status).toBe(200);
  return room;
}

describe("editions", () => {
  let room: Newsroom;
  beforeEach(async () => {
    room = await threeEditions();
  });

  it("lists all, newest first, each with its hash, its counts and what it changed", async () => {
    const { editions } = EditionsBody.parse(await room.json("/v1/editions"));
    expect(editions.map(({ id, kind, evidence }) => [id, kind, evidence])).toEqual([
      ["2025-07-08.1", "cases", "records"],
      ["2025-07-01.2", "cases", "records"],
      ["2025-07-01.1", "ledger", "published"],
    ]);
    expect(editions.map(({ counts }) => counts.convictions)).toEqual([5, 2, 0]);
    expect(new Set(editions.map(({ sha256 }) => sha256)).size).toBe(3);
  });

  it("lists those up to a date with as-of", async () => {
    const { edition, editions } = EditionsBody.parse(await room.json("/v1/editions?as-of=2025-07-05"));
    expect(edition.id).toBe("2025-07-01.2");
    expect(editions.map(({ id }) => id)).toEqual(["2025-07-01.2", "2025-07-01.1"]);
  });

  it("gives one whole: files, figures, and weekly counts as plain numbers", async () => {
    const body = EditionBody.parse(await room.json("/v1/editions/2025-07-01.2"));
    expect(body.edition).toMatchObject({ id: "2025-07-01.2", evidence: "records", stale: false });
    expect(body.figures).toHaveLength(LEDGER.length);
    expect(body.provenance).toMatchObject([
      { file: expect.stringMatching(/^test-[0-9a-f]{8}$/), rows: 1, taken: 1, rejected: 0 },
    ]);
    // Of so few no sentence is told. Both were convicted on Wednesday 2 April 2025, in the week of 31 March.
    expect(body.records?.convictions).toEqual({
      start: "2025-03-31",
      columns: [
        { articles: ["337"], service: "unknown", sentence: "unknown", values: [1] },
        { articles: ["338"], service: "unknown", sentence: "unknown", values: [1] },
      ],
    });
    expect(body.records?.receipts.start).toBe("2025-03-03");
  });

  it("keeps for ever what never changes", async () => {
    const before = await room.get("/v1/editions/2025-07-01.2");
    expect(before.headers.get("Cache-Control")).toContain("immutable");
    expect(before.headers.get("Cache-Tag")).toBe("edition-2025-07-01.2");
    room.clock.at = "2025-08-01T09:00:00Z";
    room.restart();
    const after = await room.get("/v1/editions/2025-07-01.2");
    expect(await after.text()).toBe(await before.text());
  });

  it.each(["2025-07-01.9", "2025-07-01", "first", "2025-07-01.0", "%F0%9F%98%80"])(
    "says 404 of %s, which no edition is called",
    async (id) => {
      const response = await room.get(`/v1/editions/${id}`);
      expect(response.status).toBe(404);
      expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    },
  );

  it("is listed whole even where KV's own list came late and lost a line", async () => {
    const lines = await env.EDITIONS.get<{ id: string }[]>("editions", "json");
    await env.EDITIONS.put("editions", JSON.stringify(lines?.slice(0, 1)));
    room.clock.at = "2025-07-09T09:00:00Z";
    await room.publishCases([convicted()], "partial");
    const { editions } = EditionsBody.parse(await room.json("/v1/editions"));
    expect(editions.map(({ sequence }) => sequence)).toEqual([4, 3, 2, 1]);
  });
});

describe("corrections", () => {
  it("say which weeks an edition changed, from what to what, and why", async () => {
    const room = await threeEditions();
    const { edition, corrections } = CorrectionsBody.parse(await room.json("/v1/corrections"));
    expect(edition.id).toBe("2025-07-08.1");
    expect(corrections.map((told) => [told.edition, told.against])).toEqual([
      ["2025-07-08.1", "2025-07-01.2"],
    ]);
    const convictions = corrections[0]!.changes.filter(({ type }) => type.unit === "convictions");
    expect(convictions).toContainEqual({
      week: "2025-W14",
      type: { unit: "convictions", offence: "desertion", articles: ["337", "338"] },
      before: 2,
      after: 5,
      class: "late",
    });
    expect(corrections[0]!.changes_total).toBe(corrections[0]!.changes.length);
  });

  it("are empty as of an edition before the first of them", async () => {
    const room = await threeEditions();
    const { corrections } = CorrectionsBody.parse(await room.json("/v1/corrections?as-of=2025-07-01.2"));
    expect(corrections).toEqual([]);
  });

  it("are read without D1", async () => {
    const room = await threeEditions();
    room.storage.DB = { prepare: () => expect.unreachable("D1 was asked") } as unknown as D1Database;
    for (const path of [
      "/v1/corrections",
      "/v1/corrections.atom",
      "/v1/editions",
      "/v1/editions/2025-07-01.1",
    ]) {
      expect((await room.get(path)).status, path).toBe(200);
    }
  });

  it("are cut in the list where an edition changed very many, and counted", async () => {
    const edition = (number: number, weeks: number) => ({
      id: `2025-07-0${number}.1`,
      sequence: number,
      figures: [],
      records: null,
      changes: {
        edition: `2025-07-0${number}.1`,
        against: null,
        changes: Array.from({ length: weeks }, (_, i) => ({
          week: `2024-W${String((i % 52) + 1).padStart(2, "0")}`,
        })),
      },
    });
    const [first, second] = [edition(1, 700), edition(2, 3)];
    const kv = env.EDITIONS;
    await writeLists(kv, first as never, [{ id: first.id }], async () => null);
    await writeLists(kv, second as never, [{ id: first.id }, { id: second.id }], async () => null);
    const told = await kv.get<{ edition: string; changes: { week: string }[]; changes_total: number }[]>(
      "corrections",
      "json",
    );
    expect(
      told?.map(({ edition: id, changes, changes_total }) => [id, changes.length, changes_total]),
    ).toEqual([
      ["2025-07-02.1", 3, 3],
      ["2025-07-01.1", 200, 700],
    ]);
    // The newest weeks are those that readers have seen.
    expect(told?.[1]?.changes[0]?.week).toBe("2024-W52");
  });
});

describe("the feed of corrections", () => {
  it("is Atom with an entry for each edition that changed something", async () => {
    const room = await threeEditions();
    const response = await room.get("/v1/corrections.atom");
    expect(response.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    const feed = await response.text();
    expect(feed).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/,
    );
    expect(feed).toContain(
      '<link rel="self" type="application/atom+xml" href="https://stats.example/v1/corrections.atom"/>',
    );
    expect(feed.match(/<entry>/g)).toHaveLength(1);
    expect(feed).toContain("<id>https://stats.example/v1/editions/2025-07-08.1</id>");
    expect(feed).toContain("2 → 5");
  });

  it("speaks the asked language", async () => {
    const room = await threeEditions();
    const feed = await (await room.get("/v1/corrections.atom?lang=uk")).text();
    expect(feed).toContain('xml:lang="uk"');
    expect(feed).toContain("Уточнення");
  });

  it("is a valid feed before there is any correction", async () => {
    const room = await openNewsroom("2025-07-01T09:00:00Z");
    await room.publishFigures(LEDGER);
    const feed = await (await room.get("/v1/corrections.atom")).text();
    expect(feed).toContain("<updated>2025-07-01T09:00:00Z</updated>");
    expect(feed).not.toContain("<entry>");
  });
});
