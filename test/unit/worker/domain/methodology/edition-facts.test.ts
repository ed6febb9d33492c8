import { describe, expect, it } from "vitest";
import { editionFacts } from "../../../../../worker/domain/methodology/edition-facts.ts";
import { shippedFigures, total } from "../published/figures.ts";
import { editionOf, FEW_RECORDS, WATCHED_RECORDS } from "./editions.ts";

const factsOf = async (...content: Parameters<typeof editionOf>) => editionFacts(await editionOf(...content));

describe("the facts of the shipped ledger", async () => {
  const facts = await factsOf(shippedFigures());

  it("find the example of 471 and 629 cases, 158 in 13 days, in the data", () => {
    expect(facts.example).toMatchObject({
      earlier: { id: "f004", value: 471 },
      later: { id: "f007", value: 629 },
      rate: { value: 158, days: 13, period: { start: "2023-03-22", end: "2023-04-03" } },
    });
  });

  it("give each conflict with the figures themselves", () => {
    expect(facts.disputes).toContainEqual({
      kind: "different-values",
      figures: [
        expect.objectContaining({ id: "f055", value: 8594 }),
        expect.objectContaining({ id: "f098", value: 8589 }),
      ],
    });
  });

  it("give a share with its denominator: 32 of 44 texts in March 2024", () => {
    expect(facts.share).toMatchObject({ suspended: { value: 32 }, texts: { value: 44 } });
  });

  it("count every figure once, whatever its unit", () => {
    const byUnit = Object.values(facts.figures.byUnit).reduce((a, b) => a + b, 0);
    expect(byUnit).toBe(facts.figures.count);
    expect(facts.figures.pages).toBeLessThan(facts.figures.count);
  });

  it("reach from the first day that a figure is about to the last", () => {
    expect(facts.figures.period).toEqual({ start: "2018-01-01", end: "2025-05-31" });
  });

  it("say that there are no records", () => {
    expect(facts.records).toBeNull();
  });
});

describe("the worked example", () => {
  const toMarch = total("f001", "2023-01-01", "2023-03-31", 100);

  it("takes no rounded totals, no region and less than a week", async () => {
    const others = [
      { ...total("f002", "2023-01-01", "2023-04-30", 200), qualifier: "about" as const },
      total("f003", "2023-01-01", "2023-04-04", 110),
    ];
    expect((await factsOf([toMarch, ...others])).example).toBeNull();
    const regional = [toMarch, total("f004", "2023-01-01", "2023-04-30", 200)].map((figure) => ({
      ...figure,
      region: "Rostov oblast",
    }));
    expect((await factsOf(regional)).example).toBeNull();
  });

  it("takes the shortest time of all", async () => {
    const later = [
      total("f002", "2023-01-01", "2023-06-30", 300),
      total("f003", "2023-01-01", "2023-04-30", 150),
    ];
    const { example } = await factsOf([toMarch, ...later]);
    expect(example?.rate).toMatchObject({ value: 50, days: 30 });
  });

  it("is none for two totals that follow each other, which have no difference", async () => {
    const april = total("f002", "2023-04-01", "2023-04-30", 50);
    expect((await factsOf([toMarch, april])).example).toBeNull();
  });
});

describe("the facts of records", () => {
  it("say for how many convictions the punishment is known", async () => {
    const { records } = await factsOf([], FEW_RECORDS);
    expect(records?.sentences).toEqual({ convictions: 10, known: 3 });
  });

  it("have no delay while none was seen", async () => {
    expect((await factsOf([], FEW_RECORDS)).records?.delay).toBeNull();
  });

  it("say when half of a week is in, and when it is final", async () => {
    const { records } = await factsOf([], WATCHED_RECORDS);
    expect(records?.delay).toMatchObject({ offence: "desertion", half: 0, final: 2 });
    expect(records?.delay?.shares.slice(0, 4)).toEqual([0.5, 0.8, 1, 1]);
  });

  it("count the weeks that an edition changed, each once, without those of vanished records", async () => {
    const type = { unit: "convictions", offence: "awol", articles: ["337"] } as const;
    const change = (week: string, reason: "late" | "vanished") => ({
      week,
      type: { ...type, articles: [...type.articles] },
      before: 1,
      after: 2,
      class: reason,
    });
    const edition = await editionOf([], FEW_RECORDS);
    const { changed } = editionFacts({
      ...edition,
      changes: {
        edition: edition.id,
        against: "2025-06-24.1",
        published_at: edition.published_at,
        changes: [change("2025-W20", "late"), change("2025-W20", "late"), change("2025-W21", "vanished")],
      },
    });
    expect(changed).toEqual({ against: "2025-06-24.1", weeks: 1 });
  });
});
