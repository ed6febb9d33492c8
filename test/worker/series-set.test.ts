import { parse } from "csv-parse/browser/esm/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { Problem } from "../../worker/contract/problem.ts";
import { type OneSeries, SeriesBody } from "../../worker/contract/series.ts";
import { SeriesMetadata } from "../../worker/contract/series-metadata.ts";
import { EMPTY_REASONS } from "../../worker/contract/series-text.ts";
import { LANGS } from "../../worker/contract/terms.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

let room: Awaited<ReturnType<typeof openNewsroom>>;
const get = async (query: string) => SeriesBody.parse(await room.json(`/v1/series?${query}`));

const DAY = { decided_on: "2025-05-28" };
const CASES = [
  convicted({ ...DAY, sentence: "suspended", service: "mobilised" }),
  convicted({ ...DAY, sentence: "suspended", service: "contract", court_code: "77GV0008" }),
  convicted({ ...DAY, sentence: "imprisonment", service: "mobilised", court_code: "27GV0001" }),
  convicted({ ...DAY, articles: ["338.1"], court_code: "27GV0001" }),
  convicted({ decided_on: "2025-06-20" }),
];

beforeAll(async () => {
  room = await openNewsroom("2025-06-24T09:00:00Z");
  await room.publishFigures(LEDGER);
  await room.publishCases(CASES);
  room.restart();
});

const LISTS = [
  ["measure", ["convictions", "cases-received"]],
  ["offence", ["desertion-strict", "awol", "refusal"]],
  ["by", ["service", "sentence", "court"]],
  ["by", ["article", "region"]],
] as const;

describe("several series at once", () => {
  it.each(LISTS)("by %s are the answers to each alone, in the asked order", async (parameter, values) => {
    const { others = [], ...first } = await get(`granularity=month&${parameter}=${values.join(",")}`);
    const alone: OneSeries[] = [];
    for (const value of values) alone.push(await get(`granularity=month&${parameter}=${value}`));
    expect([first, ...others]).toEqual(alone);
  });

  it("are every measure with every offence and breakdown", async () => {
    const { others = [], ...first } = await get(
      "granularity=month&measure=convictions,cases-received&offence=awol,refusal&by=service,article",
    );
    expect([first, ...others].map(({ type, by }) => [type.unit, type.offence, by].join(" "))).toEqual([
      "convictions awol service",
      "convictions awol article",
      "convictions refusal service",
      "convictions refusal article",
      "cases_received awol service",
      "cases_received awol article",
      "cases_received refusal service",
      "cases_received refusal article",
    ]);
  });

  it("have one answer whichever way a value is repeated, and a single one has no others", async () => {
    expect(await get("granularity=month&by=service,service")).toEqual(
      await get("granularity=month&by=service"),
    );
    expect(await get("granularity=month")).not.toHaveProperty("others");
  });

  it("stand below each other in the CSV, told apart by its columns", async () => {
    const query =
      "granularity=month&measure=convictions,cases-received&offence=awol,desertion-strict&by=article";
    const { others = [], ...first } = await get(query);
    const rows: Record<string, string>[] = parse(await (await room.get(`/v1/series.csv?${query}`)).text(), {
      columns: true,
    });
    expect(rows.map((row) => [row.unit, row.articles, row.by, row.label, row.value])).toEqual(
      [first, ...others].flatMap(({ type, by, points }) =>
        points.map(({ label, value }) => [
          type.unit,
          type.articles.join(";"),
          by,
          label,
          String(value ?? ""),
        ]),
      ),
    );
    const keys = rows.map(({ unit, articles, by, key, label }) => [unit, articles, by, key, label].join());
    expect(new Set(keys).size).toBe(rows.length);
  });

  it("are described and cited each by itself", async () => {
    const { others = [], ...first } = SeriesMetadata.parse(
      await room.json("/v1/series.metadata.json?granularity=month&offence=awol,refusal"),
    );
    for (const { type, links } of [first, ...others]) {
      const { pathname, search } = new URL(links.frozen);
      expect(SeriesBody.parse(await room.json(pathname + search)).type).toEqual(type);
    }
    expect(others).toHaveLength(1);
  });

  it.each([
    ["by=service,judge", "by", '"judge" isn\'t one of'],
    ["offence=awol,desertoin", "offence", "Did you mean desertion?"],
    ["measure=convictions,", "measure", "isn't one of"],
    ["measure=convictions,cases-received&by=sentence,article", "measure", "measure=convictions"],
    ["by=article,court&service=mobilised&evidence=records", "service", "without court"],
    ["article=337&offence=awol,refusal", "offence", "one of the two"],
    [
      "measure=convictions,cases-received&offence=awol,refusal,looting&by=article,court,region",
      "by",
      "more than 12",
    ],
    ["from=1980&to=2025&by=service,article,court", "granularity", "at most 10000"],
  ])("%s is a 400 that names %s", async (query, parameter, expected) => {
    for (const path of ["/v1/series", "/v1/series.csv", "/v1/series.metadata.json"]) {
      const response = await room.get(`${path}?${query}`);
      expect(response.status, path).toBe(400);
      const { errors } = Problem.parse(await response.json());
      expect(errors).toMatchObject([{ parameter, message: expect.stringContaining(expected) }]);
    }
  });
});

describe("a series of which nothing is known", () => {
  const EMPTY = [
    ["by=sentence&evidence=published", "not-broken-down"],
    ["granularity=year&offence=looting&measure=persons-charged", "no-figures"],
    ["granularity=year&from=2030&to=2031&evidence=records", "outside-range"],
    ["granularity=year&from=1990&to=1991&evidence=published", "outside-range"],
    ["granularity=month&offence=awol&sentence=fine", "not-coded"],
  ] as const;

  it.each(EMPTY)("says why: %s", async (query, reason) => {
    const answer = await get(query);
    expect(answer.points.every(({ value }) => value === null)).toBe(true);
    expect(answer.reason).toBe(reason);
    const words = await Promise.all(
      LANGS.map(async (lang) => (await get(`${query}&lang=${lang}`)).text.reason),
    );
    expect(new Set(words).size).toBe(LANGS.length);
    const page = await (await room.get(`/history?${query}&lang=uk`)).text();
    expect(page).toContain(words[LANGS.indexOf("uk")]);
  });

  it("says so of records, where none were imported", async () => {
    const { reason } = await get("evidence=records&as-of=2025-06-24.1");
    expect(reason).toBe("no-records");
  });

  it("has a reason just where no point has a value, whatever is asked", async () => {
    for (const evidence of ["auto", "records", "published"]) {
      for (const granularity of ["week", "quarter", "year"]) {
        for (const by of ["", "&by=service,article,region"]) {
          for (const measure of ["convictions,cases-received", "persons-sentenced,persons-charged"]) {
            const query = `evidence=${evidence}&granularity=${granularity}&measure=${measure}${by}`;
            const { others = [], ...first } = await get(query);
            for (const { points, reason, text } of [first, ...others]) {
              const isEmpty = points.every(({ value }) => value === null);
              expect(reason !== null, query).toBe(isEmpty);
              expect(text.reason !== "", query).toBe(isEmpty);
              if (reason) expect(EMPTY_REASONS).toContain(reason);
            }
          }
        }
      }
    }
  });

  it("is one for no offence's default of published figures while compare knows something", async () => {
    for (const granularity of ["month", "quarter", "half-year", "year"]) {
      const { points } = await get(`granularity=${granularity}&evidence=published`);
      expect(
        points.some(({ value }) => value !== null),
        granularity,
      ).toBe(true);
      for (const { label, value } of points) {
        const compared = await room.json<{ period: { value: number | null } }>(
          `/v1/compare?evidence=published&period=${label}&with=2022`,
        );
        if (value !== null) expect(compared.period.value, label).not.toBeNull();
      }
    }
  });
});
