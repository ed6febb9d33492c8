import { describe, expect, it } from "vitest";
import type { Figure } from "../../../../../worker/contract/figure.ts";
import { findConflicts } from "../../../../../worker/domain/published/conflicts.ts";
import { shippedFigures, total } from "./figures.ts";

const kindsAndIds = (figures: readonly Figure[]) =>
  findConflicts(figures).map(({ kind, figures: ids }) => `${kind} ${ids.join(" ")}`);

describe("conflicts of the shipped ledger", () => {
  const conflicts = findConflicts(shippedFigures());

  it("are four pairs of values and two totals printed for different periods", () => {
    expect(conflicts.map(({ kind, figures }) => [kind, ...figures])).toEqual([
      ["different-values", "f001", "f126"],
      ["different-values", "f002", "f127"],
      ["different-values", "f055", "f098"],
      ["different-values", "f091", "f092"],
      ["different-periods", "f049", "f070"],
      ["different-periods", "f061", "f072"],
    ]);
  });

  it("quote both values, periods and publishers", () => {
    expect(conflicts[1]?.text).toMatch(/2,835 .* Prosecutor General .* 1,379 .* Judicial Department/);
    expect(conflicts[2]?.text).toBe(
      "Persons sentenced under articles 332, 337 and 338: 8,594 for 21 September 2022 to 18 June 2024 according to Mediazona via Ukrainska Pravda, but 8,589 for the same period according to Mediazona via Dron.media.",
    );
    expect(conflicts[3]?.text).toMatch(/2,694 .* Astra .* 2,726 .* Verstka/);
    expect(conflicts[4]?.text).toBe(
      "Cases received under articles 332, 337 and 338: the same 10,025 for 21 September 2022 to 18 June 2024 according to Mediazona via Ukrainska Pravda and for 1 January 2022 to 18 June 2024 according to Mediazona via Dron.media.",
    );
    expect(conflicts[5]?.text).toMatch(/20,538 .* The Kyiv Independent .* UK MoD/);
  });
});

describe("findConflicts(figures)", () => {
  it("finds different values for one period across series and kinds of printed rates", () => {
    const period = ["2024-01-01", "2024-01-31"] as const;
    const weekly = { kind: "per_week" } as const;
    expect(
      kindsAndIds([
        total("f001", ...period, 120),
        total("f002", ...period, 130, { series: "prosecutors" }),
        total("f003", ...period, 20, weekly),
        total("f004", ...period, 25, weekly),
      ]),
    ).toEqual(["different-values f001 f002", "different-values f003 f004"]);
  });

  it("lists however many values of one period once", () => {
    const values = [10, 11, 12].map((value, index) =>
      total(`f00${index + 1}`, "2024-01-01", "2024-01-31", value),
    );
    expect(findConflicts(values)).toEqual([
      {
        kind: "different-values",
        figures: ["f001", "f002", "f003"],
        text: "Convictions under article 337: 10 for 1 January 2024 to 31 January 2024 according to The Example, but 11 for the same period according to The Example, 12 according to The Example.",
      },
    ]);
  });

  it("takes values that rounding explains as one", () => {
    const month = ["2024-01-01", "2024-01-31"] as const;
    expect(
      kindsAndIds([total("f001", ...month, 500, { qualifier: "about" }), total("f002", ...month, 486)]),
    ).toEqual([]);
    expect(
      kindsAndIds([total("f001", ...month, 480, { qualifier: "at_least" }), total("f002", ...month, 486)]),
    ).toEqual([]);
  });

  it("finds the same total for a period and for a longer one around it", () => {
    const half = total("f001", "2024-01-01", "2024-06-30", 250);
    expect(
      kindsAndIds([half, total("f002", "2023-09-01", "2024-06-30", 250, { series: "prosecutors" })]),
    ).toEqual(["different-periods f001 f002"]);
  });

  it("takes an equal total of another time, a small or a rounded one as coincidence", () => {
    const pairOf = (value: number, start: string, end: string, other: Partial<Figure> = {}) => [
      total("f001", "2024-01-01", "2024-06-30", value, other),
      total("f002", start, end, value, { series: "prosecutors", ...other }),
    ];
    expect(kindsAndIds(pairOf(250, "2024-07-01", "2024-12-31"))).toEqual([]);
    expect(kindsAndIds(pairOf(250, "2024-03-01", "2024-08-31"))).toEqual([]);
    expect(kindsAndIds(pairOf(99, "2023-09-01", "2024-06-30"))).toEqual([]);
    expect(kindsAndIds(pairOf(100, "2023-09-01", "2024-06-30"))).toEqual(["different-periods f001 f002"]);
    expect(kindsAndIds(pairOf(200, "2023-09-01", "2024-06-30", { qualifier: "about" }))).toEqual([]);
  });

  it("finds more under one article than under all of them", () => {
    const part = total("f001", "2024-01-01", "2024-06-30", 90);
    const whole = { articles: ["332", "337", "338"], series: "prosecutors", publisher: "The Other" };
    expect(findConflicts([part, total("f002", "2024-01-01", "2024-12-31", 80, whole)])).toEqual([
      {
        kind: "part-exceeds-whole",
        figures: ["f001", "f002"],
        text: "Convictions under article 337: 90 for 1 January 2024 to 30 June 2024 according to The Example, more than the 80 under articles 332, 337 and 338 for 1 January 2024 to 31 December 2024 according to The Other, which include them.",
      },
    ]);
    expect(kindsAndIds([part, total("f002", "2024-01-01", "2024-12-31", 90, whole)])).toEqual([]);
    expect(kindsAndIds([part, total("f002", "2024-02-01", "2024-12-31", 80, whole)])).toEqual([]);
    expect(
      kindsAndIds([part, total("f002", "2024-01-01", "2024-12-31", 80, { ...whole, region: "Omsk" })]),
    ).toEqual([]);
    expect(
      kindsAndIds([part, total("f002", "2024-01-01", "2024-12-31", 80, { ...whole, qualifier: "at_least" })]),
    ).toEqual([]);
  });

  it("finds more in a part of a period than in the whole of it", () => {
    expect(
      kindsAndIds([
        total("f001", "2024-01-01", "2024-12-31", 80),
        total("f002", "2024-03-01", "2024-03-31", 90, { series: "prosecutors" }),
      ]),
    ).toEqual(["part-exceeds-whole f002 f001"]);
  });

  it("lists a falling total once, not also as a larger part", () => {
    expect(
      kindsAndIds([
        total("f001", "2024-01-01", "2024-02-29", 50),
        total("f002", "2024-01-01", "2024-03-31", 48),
      ]),
    ).toEqual(["negative-difference f001 f002"]);
  });

  it("orders by kind, then by the ledger", () => {
    expect(
      kindsAndIds([
        total("f009", "2024-01-01", "2024-02-29", 50),
        total("f008", "2024-01-01", "2024-03-31", 48),
        total("f007", "2023-01-01", "2023-02-28", 5, { unit: "persons_charged" }),
        total("f006", "2023-01-01", "2023-02-28", 6, { unit: "persons_charged" }),
        total("f005", "2021-01-01", "2021-12-31", 300, { unit: "cases_received" }),
        total("f004", "2021-01-01", "2021-12-31", 301, { unit: "cases_received" }),
      ]),
    ).toEqual(["different-values f007 f006", "different-values f005 f004", "negative-difference f009 f008"]);
  });

  it("names region, service, named scopes and kinds of figures", () => {
    const share: Partial<Figure> = {
      unit: "share_suspended",
      articles: ["toughened"],
      region: "Omsk oblast",
      service: "contract",
      kind: "percent",
    };
    const [conflict] = findConflicts([
      total("f001", "2024-01-01", "2024-01-31", 56, share),
      total("f002", "2024-01-01", "2024-01-31", 63, { ...share, qualifier: "at_least" }),
    ]);
    expect(conflict?.text).toBe(
      "Share of suspended sentences under the military articles toughened in September 2022, Omsk oblast, contract service: 56 per cent for 1 January 2024 to 31 January 2024 according to The Example, but at least 63 per cent for the same period according to The Example.",
    );
  });
});
