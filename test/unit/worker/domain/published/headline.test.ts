import { describe, expect, it } from "vitest";
import type { Figure } from "../../../../../worker/contract/figure.ts";
import { SERVICES, UNITS } from "../../../../../worker/contract/terms.ts";
import { publishedHeadline } from "../../../../../worker/domain/published/headline.ts";
import { deriveRates } from "../../../../../worker/domain/published/rates.ts";
import { shippedFigures, total } from "./figures.ts";

type Asked = Parameters<typeof publishedHeadline>[2];
const CONVICTIONS: Asked = { unit: "convictions", articles: null, region: null, service: null };

const headline = (figures: readonly Figure[], asked: Partial<Asked> = {}) =>
  publishedHeadline(figures, deriveRates(figures).rates, { ...CONVICTIONS, ...asked });

describe("the shipped ledger's headline", () => {
  const figures = shippedFigures();

  it("is about 198 convictions a week in April 2025 where no offence is named", () => {
    expect(headline(figures)).toEqual({
      type: { unit: "convictions", offence: "refusal", articles: ["332", "337", "338"] },
      value: 198,
      exactPerWeek: (848 * 7) / 30,
      qualifier: "about",
      period: { start: "2025-04-01", end: "2025-04-30" },
      figure: figures.find(({ id }) => id === "f066"),
      behind: [figures.find(({ id }) => id === "f066")],
      change: null,
    });
  });

  it("derives cases received under 337 from the newest cumulative total and the one before", () => {
    expect(headline(figures, { unit: "cases_received", articles: ["337"] })).toMatchObject({
      type: { offence: "awol" },
      // (18,159 - 14,182) in 155 days; before, (14,182 - 9,059) in 192.
      value: 180,
      period: { start: "2024-12-28", end: "2025-05-31" },
      figure: { id: "f062", value: 18159 },
      change: { value: -7, percent: -3.8, against: { start: "2024-06-19", end: "2024-12-27" } },
    });
  });

  it("takes the widest of equally new scopes, and of rates that end together the shortest", () => {
    expect(headline(figures, { unit: "cases_received" })).toMatchObject({
      type: { offence: "refusal" },
      // (20,538 - 15,902) in 155 days.
      value: 209,
      period: { start: "2024-12-28", end: "2025-05-31" },
      figure: { id: "f061" },
    });
  });

  it("gives a named offence its own scope alone", () => {
    expect(headline(figures, { articles: ["337"] })).toMatchObject({
      figure: { id: "f108", value: 12460 },
      period: { start: "2023-11-22", end: "2024-12-27" },
    });
    expect(headline(figures, { articles: ["338", "337", "332"] })?.figure.id).toBe("f066");
    expect(headline(figures, { articles: ["337", "338"] })).toBeNull();
    expect(headline(figures, { articles: [] })).toBeNull();
  });

  it("answers for the asked region alone", () => {
    const asked = { unit: "cases_received", articles: ["337"] } as const;
    expect(headline(figures, { ...asked, region: "Moscow oblast" })?.figure.id).toBe("f040");
    expect(headline(figures, { ...asked, region: "Omsk oblast" })).toBeNull();
  });

  it("has an answer or none for every unit and service", () => {
    for (const unit of UNITS) {
      expect(headline(figures, { unit }) === null, unit).toBe(unit === "share_suspended");
      for (const service of SERVICES) expect(headline(figures, { unit, service })).toBeNull();
    }
  });
});

describe("publishedHeadline(figures, rates, question)", () => {
  it("is null where nothing is known", () => {
    expect(headline([])).toBeNull();
    expect(headline([total("f001", "2024-01-01", "2024-01-31", 100, { kind: "per_week" })])).toBeNull();
  });

  it("takes the scope with the newest total, however narrow", () => {
    const wide = total("f001", "2024-01-01", "2024-01-31", 100, { articles: ["332", "337", "338"] });
    const narrow = total("f002", "2024-02-01", "2024-02-29", 10, { articles: ["338"] });
    const other = total("f003", "2024-03-01", "2024-03-31", 999, { articles: ["ch33"] });
    expect(headline([wide, narrow, other])?.type).toEqual({
      unit: "convictions",
      offence: "desertion-strict",
      articles: ["338"],
    });
  });

  it("calls a lower bound one, and compares nothing with it", () => {
    const answer = headline([
      total("f001", "2024-01-01", "2024-01-31", 100),
      total("f002", "2024-01-01", "2024-02-29", 250, { qualifier: "at_least" }),
    ]);
    expect(answer).toMatchObject({ value: 36, qualifier: "at_least", change: null });
  });

  it("is exact only for a total of seven days", () => {
    expect(headline([total("f001", "2024-01-01", "2024-01-07", 100)])?.qualifier).toBe("exact");
    expect(headline([total("f001", "2024-01-01", "2024-01-14", 100)])?.qualifier).toBe("about");
    expect(
      headline([total("f001", "2024-01-01", "2024-01-07", 100, { qualifier: "about" })])?.qualifier,
    ).toBe("about");
  });

  it("makes no weekly rate of two days between two totals", () => {
    const answer = headline([
      total("f001", "2023-01-01", "2023-12-29", 5024),
      total("f002", "2023-01-01", "2023-12-31", 5096),
    ]);
    expect(answer).toMatchObject({
      value: 98,
      period: { start: "2023-01-01", end: "2023-12-31" },
      figure: { id: "f002", value: 5096 },
      change: null,
    });
  });

  it("compares with the interval just before in the same series, before rounding", () => {
    const january = total("f001", "2024-01-01", "2024-01-28", 41);
    const february = total("f002", "2024-01-29", "2024-02-25", 46);
    // 10.25 and 11.5 a week: printed 10 and 12, and 1.25 apart.
    expect(headline([january, february])?.change).toEqual({
      value: 1,
      percent: 12.2,
      against: january.period,
    });
    expect(headline([{ ...january, series: "other" }, february])?.change).toBeNull();
    expect(headline([{ ...january, articles: ["338"] }, february])?.change).toBeNull();
    expect(headline([january, total("f002", "2024-01-30", "2024-02-25", 46)])?.change).toBeNull();
  });

  it("gives no percentage of nothing, and no minus zero", () => {
    const none = total("f001", "2024-01-01", "2024-01-28", 0);
    const some = total("f002", "2024-01-29", "2024-02-25", 40);
    expect(headline([none, some])?.change).toMatchObject({ value: 10, percent: null });
    const fewer = total("f003", "2024-02-26", "2024-03-24", 39);
    expect(headline([some, fewer])?.change).toMatchObject({ value: 0, percent: -2.5 });
  });
});
