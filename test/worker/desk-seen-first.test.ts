import { beforeEach, describe, expect, it } from "vitest";
import { addDays } from "../../worker/domain/calendar.ts";
import { check, type Newsroom, weekly } from "./desk-room.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

const OVERRIDE = "What this test is about lies elsewhere";
const some = (count: number, fields = {}) => Array.from({ length: count }, () => convicted(fields));
const codes = (guard: readonly { code: string }[]) => guard.map(({ code }) => code);

/** Five convictions a week for a quarter, so long ago that nobody waits for more of them. */
const OLD = Array.from({ length: 12 }, (_, week) =>
  some(5, { received_on: "2024-09-02", decided_on: addDays("2024-10-07", 7 * week) }),
).flat();

describe("what goes out is seen first", () => {
  it("begins with the headline before and after, in a check and in a preview", async () => {
    await room.publishFigures(LEDGER);
    const cases = OLD;
    const { headlines } = await room.preview(await room.stageCases(cases));
    expect(headlines[0]).toMatchObject({
      query: "",
      before: { evidence: "published" },
      after: { evidence: "records", value: 5 },
    });
    expect(headlines[0]?.before?.value).toBeGreaterThan(100);
    expect(headlines.map(({ query }) => query)).toContain("offence=awol");
    const checked = await check(room, [cases]);
    expect(checked.headlines[0]).toEqual(headlines[0]);
  });

  it("objects to a first import that would turn the published number into another", async () => {
    await room.publishFigures(LEDGER);
    const id = await room.stageCases(OLD);
    const { guard } = await room.preview(id);
    expect(codes(guard)).toContain("headline-changes");
    expect((await room.publish(id)).status).toBe(409);
    expect((await room.publish(id, OVERRIDE)).status).toBe(200);
  });

  it("objects to sentences that are turned around, though no weekly count changes", async () => {
    // Of one court alone readers are told no sentence.
    const suspended = [
      ...some(15, { sentence: "suspended" }),
      ...some(15, { sentence: "suspended", court_code: "66GV0008" }),
    ];
    const imprisoned = [
      ...some(5, { sentence: "imprisonment" }),
      ...some(5, { sentence: "imprisonment", court_code: "66GV0008" }),
      ...some(1, { court_code: "66GV0008" }),
    ];
    await room.publishCases([...suspended, ...imprisoned]);
    const turned = [
      ...suspended.map((one) => ({ ...one, sentence: "imprisonment" as const, by_hand: true as const })),
      ...imprisoned
        .filter(({ sentence }) => sentence !== "unknown")
        .map((one) => ({ ...one, sentence: "suspended" as const, by_hand: true as const })),
    ];
    const id = await room.stageCases(turned, "partial");
    const { cases, guard } = await room.preview(id);
    expect(cases?.changes).toEqual([]);
    expect(cases?.recoded).toBe(40);
    expect(cases?.shares).toContainEqual(
      expect.objectContaining({
        by: "sentence",
        key: "suspended",
        before: { value: 30, known: 40 },
        after: { value: 10, known: 40 },
      }),
    );
    expect(codes(guard)).toEqual(expect.arrayContaining(["shares-move", "recoded"]));
    const { body } = await room.publish(id, OVERRIDE);
    room.restart();
    const { corrections } = await room.json<{ corrections: { edition: string; shares: object[] }[] }>(
      "/v1/corrections",
    );
    expect(corrections[0]).toMatchObject({ edition: body.edition.id, changes: [] });
    expect(corrections[0]?.shares.length).toBeGreaterThan(0);
  });

  it("says what was recoded where as many change one way as the other", async () => {
    const suspended = some(20, { sentence: "suspended" });
    const imprisoned = some(20, { sentence: "imprisonment" });
    await room.publishCases([...suspended, ...imprisoned]);
    const turned = [
      ...suspended.map((one) => ({ ...one, sentence: "imprisonment" as const, by_hand: true as const })),
      ...imprisoned.map((one) => ({ ...one, sentence: "suspended" as const, by_hand: true as const })),
    ];
    const { guard } = await room.preview(await room.stageCases(turned, "partial"));
    expect(codes(guard)).toEqual(["recoded"]);
  });

  it("names a record whose dates are years apart, and stretches nothing by it", async () => {
    const dense = Array.from({ length: 60 }, (_, week) => {
      return some(5, {
        decided_on: addDays("2024-01-10", 7 * week),
        received_on: addDays("2023-11-10", 7 * week),
      });
    }).flat();
    await room.publishCases(dense);
    const slip = convicted({ received_on: "2014-03-12", decided_on: "2024-05-15" });
    const checked = await check(room, [[slip]], "partial");
    const id = await room.stageCases([slip], "partial");
    const { guard } = await room.preview(id);
    expect(codes(guard)).toEqual(["implausible-dates"]);
    expect(codes(checked.guard)).toEqual(["implausible-dates"]);
    expect(guard[0]?.text).toContain("received 2014-03-12, decided 2024-05-15");
    await room.publish(id, OVERRIDE);
    room.restart();
    const { points } = await room.json<{ points: { label: string; value: number | null }[] }>(
      "/v1/series?measure=cases-received&granularity=year&from=2014&to=2024",
    );
    expect(points.filter(({ value }) => value !== null).map(({ label }) => label)).toEqual(["2023", "2024"]);
  });

  it("misses a court that always reports, whatever the mode of the import", async () => {
    const courts = ["77GV0007", "66GV0008", "63GV0004"];
    const ofAll = () => courts.flatMap((court_code) => some(4, { court_code }));
    for (let round = 0; round < 4; round++) {
      await room.publish(await room.stageCases(ofAll(), "partial"), OVERRIDE);
    }
    const two = ofAll().filter(({ court_code }) => court_code !== "63GV0004");
    for (const mode of ["partial", "auto", "complete"]) {
      const { guard } = await room.preview(await room.stageCases(two, mode));
      expect(codes(guard), mode).toContain("silent-courts");
    }
  });
});

describe("a ledger", () => {
  it("that is cut short is objected to, figure by figure, with publisher, period and value", async () => {
    await room.publishFigures(LEDGER);
    const id = await room.stageFigures(LEDGER.slice(0, 3));
    const { guard, figures, headlines } = await room.preview(id);
    expect(codes(guard)).toEqual(["headline-changes", "figures-removed"]);
    expect(headlines[0]?.after?.value).toBeNull();
    const removed = LEDGER[3]!;
    expect(figures).toContainEqual({
      figure: removed.id,
      change: "removed",
      fields: [],
      publisher: removed.publisher,
      period: removed.period,
      before: removed.value,
      after: null,
    });
    const checked = await room.ask<{ guard: { code: string }[] }>("POST", "/v1/imports/check/figures", {
      figures: LEDGER.slice(0, 3),
    });
    expect(codes(checked.body.guard)).toEqual(codes(guard));
    expect((await room.publish(id)).status).toBe(409);
  });

  it("with a value that breaks the totals it stood between is objected to", async () => {
    const total = (id: string, end: string, value: number) => ({
      ...LEDGER[0]!,
      ...{
        id,
        value,
        period: { start: "2022-09-21", end },
        series: "test",
        articles: ["337"],
        kind: "total" as const,
      },
    });
    const figures = [
      total("f901", "2023-03-21", 100),
      total("f902", "2023-04-03", 158),
      total("f903", "2023-06-30", 900),
    ];
    await room.publishFigures(figures);
    const wrong = figures.map((one) => (one.id === "f902" ? { ...one, value: 1_580 } : one));
    const { guard } = await room.preview(await room.stageFigures(wrong));
    expect(codes(guard)).toContain("totals-broken");
    const fine = figures.map((one) => (one.id === "f902" ? { ...one, value: 160 } : one));
    expect(codes((await room.preview(await room.stageFigures(fine))).guard)).not.toContain("totals-broken");
  });
});

describe("a period of a ledger that moves", () => {
  const period = (start: string, end: string) => ({ start, end });
  const ids = (guard: { code: string; figures?: { figure: string }[]; text: string }[]) =>
    guard.find(({ code }) => code === "periods-move")?.figures?.map(({ figure }) => figure) ?? [];

  it("by a digit of a year is objected to, with publisher, both periods and the value", async () => {
    await room.publishFigures(LEDGER);
    const [first] = LEDGER;
    const year = Number(first!.period.start.slice(0, 4));
    for (const [start, end] of [
      [year - 3, 0],
      [0, -2],
      [-1, -1],
    ] as const) {
      const shift = (day: string, by: number) =>
        `${by > 1_000 ? by : Number(day.slice(0, 4)) + by}${day.slice(4)}`;
      const moved = period(shift(first!.period.start, start), shift(first!.period.end, end));
      if (moved.end < moved.start) continue;
      const { guard, figures } = await room.preview(
        await room.stageFigures([{ ...first!, period: moved }, ...LEDGER.slice(1)]),
      );
      expect(ids(guard)).toEqual([first!.id]);
      const { text } = guard.find(({ code }) => code === "periods-move")!;
      expect(text).toContain(
        `${first!.publisher}, ${first!.period.start} to ${first!.period.end} → ${moved.start}`,
      );
      expect(text).toContain(String(first!.value));
      expect(figures).toMatchObject([{ figure: first!.id, period: moved, period_before: first!.period }]);
    }
  });

  it("by some days, or a figure of a later month, is none", async () => {
    await room.publishFigures(LEDGER);
    const [first] = LEDGER;
    const later = {
      ...first!,
      id: "f990",
      period: period("2025-05-01", "2025-05-31"),
      published_on: "2025-06-10",
    };
    const { guard } = await room.preview(await room.stageFigures([...LEDGER, later]));
    expect(ids(guard)).toEqual([]);
  });

  it("further back than all that is known is objected to in a new figure, too", async () => {
    await room.publishFigures(LEDGER);
    const old = { ...LEDGER[0]!, id: "f991", period: period("2015-01-01", "2015-12-31") };
    const { guard } = await room.preview(await room.stageFigures([...LEDGER, old]));
    expect(ids(guard)).toEqual(["f991"]);
  });
});

describe("the days that an import covers", () => {
  it("are stated with it, kept by the edition, and outside of them published figures answer", async () => {
    await room.publishFigures(LEDGER);
    const request = { kind: "cases", content: "b".repeat(64), parts: 1, mode: "partial" };
    const file = {
      sha256: "b".repeat(64),
      format: "desk-csv",
      rows: 1,
      taken: 1,
      rejected: 0,
      kept_out: {},
      warnings: [],
    };
    const covers = [{ courts: null, start: "2024-01-01", end: "2025-06-29" }];
    const opened = await room.ask<{ batch: { id: string } }>("POST", "/v1/imports", {
      ...request,
      provenance: [file],
      covers,
    });
    const { id } = opened.body.batch;
    const cases = [convicted({ received_on: "2021-05-05" }), convicted({ received_on: "2024-05-06" })];
    await room.ask("PUT", `/v1/imports/${id}/parts/0`, { cases });
    await room.ask("POST", `/v1/imports/${id}/seal`, {});
    expect((await room.publish(id, OVERRIDE)).status).toBe(200);
    room.restart();
    const year = (label: string, evidence: string) =>
      room.json<{ edition: { evidence: string }; points: { value: number | null; coverage: number }[] }>(
        `/v1/series?measure=cases-received&article=337&granularity=year&from=${label}&to=${label}&evidence=${evidence}`,
      );
    expect((await year("2021", "records")).points).toMatchObject([{ value: null, coverage: 0 }]);
    expect(await year("2021", "auto")).toMatchObject({
      edition: { evidence: "published" },
      points: [{ value: 615 }],
    });
    expect((await year("2024", "records")).points).toMatchObject([{ value: 1, coverage: 1 }]);
    const edition = await room.json<{ records: { coverage: object } }>("/v1/editions/2025-07-01.2");
    expect(edition.records.coverage).toEqual({ convictions: covers, receipts: covers });
    expect(await weekly(room)).toEqual({ "2025-W14": 2 });
  });
});
