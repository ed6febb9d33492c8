import { beforeAll, describe, expect, it } from "vitest";
import { Problem } from "../../worker/contract/problem.ts";
import { SeriesBody } from "../../worker/contract/series.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

/** A case of two accused that is still before the court. */
const PENDING = convicted({ decided_on: null, outcome: "pending", received_on: "2025-06-19" });

/** Cases around the turn of May, in two courts: Vladimir's and Khabarovsk's garrison courts. */
const CASES = [
  convicted({
    decided_on: "2025-05-30",
    court_code: "77GV0008",
    sentence: "suspended",
    service: "mobilised",
  }),
  convicted({
    decided_on: "2025-05-31",
    court_code: "77GV0008",
    sentence: "imprisonment",
    service: "contract",
  }),
  convicted({ decided_on: "2025-06-01", court_code: "27GV0001", articles: ["337.5", "338.1"] }),
  convicted({
    decided_on: "2025-06-02",
    court_code: "27GV0001",
    articles: ["338.1"],
    sentence: "imprisonment",
  }),
  convicted({ decided_on: "2025-06-20", court_code: "27GV0001", articles: ["332.2"] }),
  PENDING,
  { ...PENDING, defendant: 2 },
];

let room: Awaited<ReturnType<typeof openNewsroom>>;
const get = async (query: string) => SeriesBody.parse(await room.json(`/v1/series?${query}`));
const said = async (query: string) =>
  (await get(query)).points.map(({ label, key, value }) =>
    [label, key, value].filter((part) => part !== null).join(" "),
  );

describe("a series of court records", () => {
  beforeAll(async () => {
    room = await openNewsroom("2025-06-24T09:00:00Z");
    await room.publishFigures(LEDGER);
    await room.publishCases(CASES);
    room.restart();
  });

  it("counts months to the day, though a week lies in both", async () => {
    const { edition, type, granularity, by, points } = await get("granularity=month");
    expect(edition).toMatchObject({ id: "2025-06-24.2", evidence: "records" });
    expect(type).toEqual({ unit: "convictions", offence: "desertion", articles: ["337", "338"] });
    expect([granularity, by]).toEqual(["month", null]);
    expect(points.map(({ label, value }) => [label, value])).toEqual([
      ["2025-05", 2],
      ["2025-06", 2],
    ]);
    expect(await said("granularity=week")).toEqual(["2025-W22 3", "2025-W23 1", "2025-W24 0", "2025-W25 0"]);
  });

  it("counts a case that several defendants share once, when it was received", async () => {
    const body = await get("measure=cases-received&granularity=quarter&offence=refusal");
    expect(body.type.unit).toBe("cases_received");
    expect(body.points.map(({ label, value }) => [label, value])).toEqual([
      ["2025-Q1", 5],
      ["2025-Q2", 1],
    ]);
  });

  it("is parted by each key, and narrowed by each filter", async () => {
    expect(await said("granularity=year&by=article&offence=refusal")).toEqual([
      "2025 332 1",
      "2025 337 3",
      "2025 338 2",
    ]);
    expect(await said("granularity=year&by=court")).toEqual(["2025 27GV0001 2", "2025 77GV0008 2"]);
    expect(await said("granularity=year&by=region")).toEqual([
      "2025 Владимирская область 2",
      "2025 Хабаровский край 2",
    ]);
    expect(await said("granularity=month&court=27GV0001")).toEqual(["2025-05", "2025-06 2"]);
  });

  it.each([
    ["by=sentence&court=77GV0008", "by"],
    ["by=court&sentence=suspended", "sentence"],
    ["by=region&service=contract&granularity=year", "service"],
    ["court=77GV0008&sentence=suspended&granularity=year", "sentence"],
    ["region=Хабаровский край&service=mobilised&evidence=records", "service"],
  ])("tells no kind of a single court's cases: %s", async (query, parameter) => {
    for (const path of ["/v1/series", "/v1/series.csv"]) {
      const response = await room.get(`${path}?${query}`);
      expect(response.status).toBe(400);
      const { errors } = Problem.parse(await response.json());
      expect(errors).toMatchObject([{ parameter, message: expect.stringContaining("without court") }]);
    }
  });

  it.each(["337.5", "228", "337,228", "337.2", "337.2.1", "352.1.1"])(
    "refuses articles that aren't counted: %s",
    async (article) => {
      for (const address of [
        `/v1/series?article=${article}`,
        `/v1/series.csv?article=${article}`,
        `/v1/summary?article=${article}`,
        `/v1/compare?article=${article}&period=2025-06&with=2025-05`,
        `/v1/card.svg?article=${article}`,
      ]) {
        const response = await room.get(address);
        expect(response.status, address).toBe(400);
        const { errors } = Problem.parse(await response.json());
        expect(errors).toMatchObject([
          { parameter: "article", allowed: expect.arrayContaining(["337", "338"]) },
        ]);
      }
    },
  );

  it("takes an article that is named twice once", async () => {
    const once = await get("granularity=year&article=337");
    const twice = await get("granularity=year&article=337,337");
    expect(twice.points).toEqual(once.points);
    expect(twice.type).toEqual({ unit: "convictions", offence: "awol", articles: ["337"] });
  });

  it("leaves a range that no record reaches to published figures, unless records are asked for", async () => {
    const range = "granularity=year&from=2021&to=2022&measure=cases-received&article=337";
    const published = await get(range);
    expect(published.edition.evidence).toBe("published");
    expect(published.points.map(({ value }) => value)).toEqual([615, 1001]);
    const records = await get(`${range}&evidence=records`);
    expect(records.edition.evidence).toBe("records");
    expect(records.points.map(({ value }) => value)).toEqual([null, null]);
  });

  it("is the same as of its edition after another one was published", async () => {
    const before = await get("granularity=month&as-of=2025-06-24.2");
    await room.publishCases([convicted({ decided_on: "2025-06-21", court_code: "77GV0008" })]);
    room.restart();
    expect(await said("granularity=month")).toEqual(["2025-05 2", "2025-06 3"]);
    expect((await get("granularity=month&as-of=2025-06-24.2")).points).toEqual(before.points);
    expect((await get("granularity=year&evidence=records&as-of=2025-06-24.1")).points).toEqual([]);
  });
});

/** Cases of one day, of which the desk has coded all but one. */
const CODED = [
  convicted({ decided_on: "2025-05-28", sentence: "suspended", service: "mobilised" }),
  convicted({ decided_on: "2025-05-28", sentence: "suspended", service: "contract", court_code: "77GV0008" }),
  convicted({ decided_on: "2025-05-28", sentence: "imprisonment", service: "mobilised" }),
  convicted({ decided_on: "2025-05-28", court_code: "27GV0001" }),
  convicted({ decided_on: "2025-06-20" }),
];

describe("a series parted by what the desk reads from verdicts' texts", () => {
  beforeAll(async () => {
    room = await openNewsroom("2025-06-24T09:00:00Z");
    await room.publishCases(CODED);
  });

  it("has each kind as a lower bound while one isn't known, and of how many it is known", async () => {
    const { points } = await get("granularity=year&by=sentence");
    expect(points.find(({ key }) => key === "suspended")).toMatchObject({
      value: 2,
      known: 3,
      qualifier: "at_least",
    });
  });
});

describe("a series as CSV", () => {
  beforeAll(async () => {
    room = await openNewsroom("2025-06-24T09:00:00Z");
    await room.publishCases(CODED);
  });

  it("has a header, one row a point, and says in each what it counts", async () => {
    const response = await room.get("/v1/series.csv?granularity=month&by=service&service=mobilised");
    expect(response.headers.get("Content-Type")).toMatch(/^text\/csv; charset=utf-8/);
    const [header, ...rows] = (await response.text()).trimEnd().split("\r\n");
    const names = header!.split(",");
    const cell = (row: string, name: string) => row.split(",")[names.indexOf(name)];
    expect(rows.map((row) => [cell(row, "start"), cell(row, "end"), cell(row, "value")])).toEqual([
      ["2025-05-01", "2025-05-31", "2"],
      // Of one it isn't known who was convicted, so that "none" would say too much.
      ["2025-06-01", "2025-06-30", ""],
    ]);
    expect(
      ["edition", "evidence", "unit", "articles", "key", "known"].map((name) => cell(rows[0]!, name)),
    ).toEqual(["2025-06-24.1", "records", "convictions", "337;338", "mobilised", "3"]);
  });
});

describe("a series of published figures", () => {
  beforeAll(async () => {
    room = await openNewsroom("2025-07-01T09:00:00Z");
    await room.publishFigures(LEDGER);
  });

  it("gives what was printed for whole periods, with the figures' ids", async () => {
    const { edition, points } = await get(
      "granularity=half-year&measure=cases-received&article=337&from=2023&to=2023",
    );
    expect(edition.evidence).toBe("published");
    expect(points).toMatchObject([
      { label: "2023-H1", value: 2076, figures: ["f012"], status: "final" },
      { label: "2023-H2", value: 3020 },
    ]);
  });

  it("gives the weeks that the summary draws", async () => {
    const summary = await room.json<{ series: { start: string; values: number[] } }>("/v1/summary");
    const { points } = await get("granularity=week");
    expect(points[0]!.period.start).toBe(summary.series.start);
    expect(points.map(({ value }) => value)).toEqual(summary.series.values);
  });
});

describe("a series that can't be given", () => {
  beforeAll(async () => {
    room = await openNewsroom("2025-07-01T09:00:00Z");
    await room.publishFigures(LEDGER);
    await room.publishCases(CASES);
  });

  it.each([
    ["from=2025-07&to=2025-06", "from", "begins after"],
    ["from=2025-W53", "from", "no such day or week"],
    ["to=2023-02-29", "to", "no such day or week"],
    ["from=spring", "from", "a half-year (2023-H1)"],
    ["granularity=decade", "granularity", "half-year"],
    ["by=judge", "by", "region"],
    ["measure=cases-received&by=sentence", "measure", "measure=convictions"],
    ["measure=cases-received&sentence=fine", "measure", "measure=convictions"],
    ["from=1950&to=2025&by=sentence", "granularity", "at most 10000"],
  ])("%s is a 400 that names %s and what is expected", async (query, parameter, expected) => {
    for (const path of ["/v1/series", "/v1/series.csv"]) {
      const response = await room.get(`${path}?${query}`);
      expect(response.status).toBe(400);
      expect(response.headers.get("Content-Type")).toBe("application/problem+json");
      const { errors } = Problem.parse(await response.json());
      expect(errors).toMatchObject([{ parameter, message: expect.stringContaining(expected) }]);
    }
  });
});
