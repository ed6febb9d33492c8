import { beforeAll, describe, expect, it } from "vitest";
import { CompareBody } from "../../worker/contract/compare.ts";
import { Problem } from "../../worker/contract/problem.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

let room: Awaited<ReturnType<typeof openNewsroom>>;
const get = async (query: string) => CompareBody.parse(await room.json(`/v1/compare?${query}`));
const SEED = "measure=cases-received&article=337&period=2023-H1&with=2022,2021";

describe("a comparison of published figures", () => {
  beforeAll(async () => {
    room = await openNewsroom("2025-07-01T09:00:00Z");
    await room.publishFigures(LEDGER);
  });

  it("answers the question that started this: 2,076, twice all of 2022 and three times 2021", async () => {
    const { edition, type, period, against, text } = await get(`${SEED}&evidence=published`);
    expect(edition.evidence).toBe("published");
    expect(type).toEqual({ unit: "cases_received", offence: "awol", articles: ["337"] });
    expect(period).toMatchObject({ label: "2023-H1", value: 2076, coverage: 1, figures: ["f012"] });
    expect(period.period).toEqual({ start: "2023-01-01", end: "2023-06-30" });
    expect(against).toMatchObject([
      { label: "2022", value: 1001, difference: 1075, ratio: 2.07, coverage: 1, figures: ["f032"] },
      { label: "2021", value: 615, difference: 1461, ratio: 3.38, coverage: 1, figures: ["f031"] },
    ]);
    expect(text.lang).toBe("en");
    expect(text.sentence).toContain("about twice as many as in all of 2022");
  });

  it.each([
    ["ru", "примерно вдвое больше"],
    ["uk", "приблизно вдвічі більше"],
  ])("says it in the asked language: %s", async (lang, words) => {
    const { text } = await get(`${SEED}&lang=${lang}`);
    expect(text).toMatchObject({ lang, sentence: expect.stringContaining(words) });
  });

  it("names the publisher where one printed all that is compared", async () => {
    const { edition } = await get("measure=cases-received&article=337&period=2022&with=2021");
    expect(edition.source).toMatchObject({ name: "The Moscow Times (Mediazona)" });
  });

  it("compares nothing that it doesn't know, and says so in words", async () => {
    const { period, against, text } = await get("article=337&period=2024-03&with=2019");
    expect(period.value).toBe(684);
    expect(against).toMatchObject([{ value: null, difference: null, ratio: null, coverage: 0 }]);
    expect(text.sentence).toMatch(/There are no figures for 2019\.$/);
  });
});

describe("a comparison of court records", () => {
  beforeAll(async () => {
    room = await openNewsroom("2025-06-24T09:00:00Z");
    await room.publishFigures(LEDGER);
    const on = (decided_on: string, count: number) =>
      Array.from({ length: count }, (_, index) =>
        convicted({ decided_on, court_code: index % 2 ? "77GV0008" : "77GV0010", sentence: "fine" }),
      );
    const uncoded = convicted({ decided_on: "2025-03-05", court_code: "77GV0008", sentence: "unknown" });
    await room.publishCases([
      ...on("2024-05-07", 6),
      ...on("2024-05-14", 3),
      ...on("2024-12-31", 4),
      ...on("2025-01-01", 6),
      uncoded,
      ...on("2025-06-20", 2),
    ]);
    room.restart();
  });

  it("counts to the day, and says how much of a period records cover", async () => {
    const { edition, period, against } = await get("period=2025&with=2024-12");
    expect(edition.evidence).toBe("records");
    // Records reach from Monday, 30 December, to Sunday, 22 June: 173 of 365 days.
    expect(period).toMatchObject({ value: 9, coverage: 0.4739, status: "provisional" });
    // 53 % of the days, with more to come: nothing follows from it.
    expect(against).toMatchObject([{ value: 4, difference: null, ratio: null }]);
  });

  it("draws no conclusion from a part of which more may be coded later", async () => {
    const asked = await get("period=2025-Q1&with=2025-01,2024-12&sentence=fine");
    // One of each day's cases is told of none, so that nothing follows for a single one.
    expect(asked.period).toMatchObject({ value: 5, qualifier: "at_least", coverage: 1 });
    expect(asked.against).toMatchObject([
      { value: 5, qualifier: "at_least", difference: null, ratio: null },
      { value: 3, difference: null, ratio: null },
    ]);
    expect(asked.text.sentence).toMatch(/at least\sfive\sconvictions .*; for comparison, at least\s5\s/);
    // Without a kind both weeks are whole and final.
    const sure = await get("period=2024-W19&with=2024-W20");
    expect(sure.against).toMatchObject([{ value: 3, difference: 3, ratio: 2 }]);
  });

  it("takes several months as one period", async () => {
    const { period } = await get("period=2025-01/2025-05&with=2025-06");
    expect(period).toMatchObject({
      label: "2025-01/2025-05",
      period: { start: "2025-01-01", end: "2025-05-31" },
      value: 7,
    });
  });

  it("leaves periods that records don't reach to published figures", async () => {
    const { edition, period } = await get(SEED);
    expect(edition.evidence).toBe("published");
    expect(period.value).toBe(2076);
    expect((await get(`${SEED}&evidence=records`)).period.value).toBeNull();
  });

  it("tells no kind of a single court's cases", async () => {
    const response = await room.get("/v1/compare?period=2025-W25&with=2025-01&court=77GV0008&sentence=fine");
    expect(response.status).toBe(400);
  });
});

describe("a comparison that can't be given", () => {
  beforeAll(async () => {
    room = await openNewsroom("2025-07-01T09:00:00Z");
    await room.publishFigures(LEDGER);
  });

  it.each([
    ["with=2022", "period", "needed"],
    ["period=2023", "with", "needed"],
    ["period=2023H1&with=2022", "period", "2023-H1"],
    ["period=2023-05-12&with=2022", "period", "an ISO week"],
    ["period=2023&with=2022,soon", "with", "soon isn't an ISO week"],
    ["period=2023/2022&with=2021", "period", "ends first"],
    [
      "period=2023&with=2000,2001,2002,2003,2004,2005,2006,2007,2008,2009,2010,2011,2012",
      "with",
      "at most 12",
    ],
    ["period=2023&with=2022&measure=cases-received&sentence=fine", "measure", "measure=convictions"],
    ["period=2023&with=2022&form=2021", "form", "Known here"],
  ])("%s is a 400 that names %s and what is expected", async (query, parameter, expected) => {
    const response = await room.get(`/v1/compare?${query}`);
    expect(response.status).toBe(400);
    const { errors } = Problem.parse(await response.json());
    expect(errors).toMatchObject([{ parameter, message: expect.stringContaining(expected) }]);
  });
});
