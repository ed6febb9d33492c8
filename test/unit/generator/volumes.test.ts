import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DAYS_A_WEEK, daysIn } from "../../../worker/domain/calendar.ts";
import { generateTruth, type TrueCase } from "../../fixtures/generator/index.ts";

type Figure = { id: string; articles: string; series: string; start: string; end: string; value: number };

/** The ledger's totals of cases received, of all Russia and one article. Their lines quote no column before. */
const figures: Figure[] = readFileSync(
  new URL("../../../worker/data/published-figures.csv", import.meta.url),
  "utf8",
)
  .split("\n")
  .map((line) => line.split(","))
  .filter(
    ([, unit, articles, region, service, , , , kind]) =>
      unit === "cases_received" && /^[\d.]+$/.test(articles!) && !region && !service && kind === "total",
  )
  .map(([id, , articles, , , series, start, end, , value]) => ({
    id: id!,
    articles: articles!,
    series: series!,
    start: start!,
    end: end!,
    value: Number(value),
  }));

const truth = [...generateTruth({ until: "2025-12-28" })];
const mainArticle = ({ records }: TrueCase) => /^(35[26]\.1|\d+)/.exec(records[0]!.articles[0]!)![0];

function received(article: string, start: string, end: string): number {
  return truth.filter((each) => {
    const on = each.records[0]!.received_on!;
    return mainArticle(each) === article && on >= start && on <= end;
  }).length;
}

describe("the volumes", () => {
  const since = figures.filter(
    ({ series, articles }) => series === "mediazona-mobilisation" && articles !== "352.1",
  );

  it("are held against the ledger's figures", () => {
    expect(since.length).toBeGreaterThan(15);
  });

  it.each(since)(
    "are $value cases of art. $articles from $start to $end ($id)",
    ({ articles, start, end, value }) => {
      // Stretches end where these totals end; rounding takes at most half a case a stretch.
      expect(Math.abs(received(articles, start, end) - value)).toBeLessThanOrEqual(3);
    },
  );

  it.each([
    ["2021-01-01", "2021-12-31", 615],
    ["2022-01-01", "2022-12-31", 1001],
    ["2023-01-01", "2023-06-30", 2076],
  ])("are the published year or half-year from %s to %s", (start, end, value) => {
    expect(received("337", start, end)).toBe(value);
  });

  it.each(figures.filter(({ articles, series }) => articles === "337" && series === "mediazona-calendar"))(
    "are near the other counting of art. 337 from $start to $end, $value ($id)",
    ({ start, end, value }) => {
      // The publisher's two countings differ by up to a tenth; the rest is three standard deviations.
      // February to July 2022 is printed as "about 500" and stands apart.
      const tolerance = value === 500 ? 0.25 : 0.1;
      expect(Math.abs(received("337", start, end) - value)).toBeLessThan(
        tolerance * value + 3 * Math.sqrt(value),
      );
    },
  );

  it.each([
    ["2022-09-21", "2023-03-21", 18.1],
    ["2023-03-22", "2023-04-03", 85.1],
    ["2023-04-04", "2023-04-30", 83.5],
    ["2023-05-01", "2023-11-21", 108.2],
    ["2023-11-22", "2024-04-12", 160.5],
    ["2024-04-13", "2024-06-18", 173.3],
    ["2024-06-19", "2025-05-31", 183.6],
  ])("from %s to %s are a week's %s cases of art. 337", (start, end, perWeek) => {
    expect((received("337", start, end) * DAYS_A_WEEK) / daysIn({ start, end })).toBeCloseTo(perWeek, 0);
  });

  it("go on at the last rate after the last figure", () => {
    const rate = (received("337", "2025-06-01", "2025-12-28") * DAYS_A_WEEK) / 211;
    // The number of a stretch is fixed, so only its rounding is between them.
    expect(rate).toBeCloseTo(183.6, 0);
  });

  it("have no surrender and no looting before these became crimes, on 24 September 2022", () => {
    expect(
      received("352.1", "2021-01-01", "2022-09-23") + received("356.1", "2021-01-01", "2022-09-23"),
    ).toBe(0);
    expect(received("356.1", "2022-09-24", "2025-06-30")).toBeGreaterThan(0);
  });
});

describe("a number of cases", () => {
  const scaled = [...generateTruth({ cases: 5_000 })];

  it("is kept exactly", () => {
    expect(scaled).toHaveLength(5_000);
  });

  it("scales all weeks alike", () => {
    const published = truth.filter(({ records }) => records[0]!.received_on! <= "2025-06-30");
    const share = (cases: readonly TrueCase[]) =>
      cases.filter(({ records }) => records[0]!.received_on! >= "2024-01-01").length / cases.length;
    expect(share(scaled)).toBeCloseTo(share(published), 2);
  });
});
