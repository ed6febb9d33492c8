import { describe, expect, it } from "vitest";
import {
  DIRT,
  DIRT_KINDS,
  DIRT_RATE,
  type DirtKind,
  deskCsv,
  expectedCases,
  FORMATS,
  generateTruth,
  scraperCsv,
  scraperNdjson,
  snapshot,
  type View,
} from "../../fixtures/generator/index.ts";

const on = "2026-06-30";
const views = [...snapshot(generateTruth({ cases: 4_000, dirtRate: 0.02 }), on)];
const clean = new Map(
  [...snapshot(generateTruth({ cases: 4_000, dirt: [] }), on)].map((view) => [view.truth.serial, view]),
);
const of = (kind: DirtKind) => views.filter(({ truth }) => truth.dirt === kind);
const ndjson = (some: readonly View[]) => [...scraperNdjson(some)].map((line) => JSON.parse(line));
/** Rows of first-instance courts, as appeals are no dirt. */
const firstRows = (kind: DirtKind) =>
  ndjson(of(kind)).filter(({ caseNumber }) => !caseNumber.startsWith("22-"));
const deskRows = (kind: DirtKind) => [...deskCsv(of(kind))].slice(1).map((line) => line.split(","));

describe("dirt", () => {
  it("comes in every kind, each at the documented rate", () => {
    const cases = [...generateTruth({ cases: 40_000 })];
    for (const kind of DIRT_KINDS.filter((each) => each !== "excel-number")) {
      const found = cases.filter(({ dirt }) => dirt === kind).length;
      const expected = cases.length * DIRT_RATE;
      expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
    expect(cases.some(({ dirt }) => dirt === "excel-number")).toBe(true);
  });

  it("can be switched off, by kind and as a whole", () => {
    const kinds = (dirt: readonly DirtKind[]) =>
      new Set([...generateTruth({ cases: 4_000, dirt, dirtRate: 0.02 })].map((each) => each.dirt));
    expect(kinds([])).toEqual(new Set([null]));
    expect(kinds(["no-article", "missing-uid"])).toEqual(new Set([null, "no-article", "missing-uid"]));
  });

  it.each(DIRT_KINDS)("leaves the truth of %s as it would be without", (kind) => {
    expect(of(kind).length).toBeGreaterThan(10);
    for (const { truth, records } of of(kind)) expect(records).toEqual(clean.get(truth.serial)!.records);
  });
});

describe("dirty rows", () => {
  it("have one stray quote in the court's name", () => {
    const lines = [...scraperCsv(of("stray-quote"))].slice(1).filter((line) => !line.includes(";22-"));
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(line.split(";")[3]!.split('"')).toHaveLength(2);
  });

  it("have the court's address behind its name", () => {
    for (const { name } of firstRows("email-tail"))
      expect(name).toMatch(/ военный суд E-Mail: [\w.-]+@sudrf\.ru$/);
  });

  it("have a judge of dashes", () => {
    const judges = new Set(firstRows("dash-judge").map(({ judge }) => judge.replace(/СУДЬЯ \d/, "…")));
    expect(judges).toEqual(new Set(["-", "-…", "_…"]));
  });

  it("come twice", () => {
    const lines = [...scraperNdjson(of("duplicate-row"))].map((line) => line.replace(/"id":\d+/, ""));
    const counts = Map.groupBy(
      lines.filter((line) => !line.includes('"caseNumber":"22-')),
      (line) => line,
    );
    expect([...counts.values()].every(({ length }) => length === 2)).toBe(true);
    const desk = deskRows("duplicate-row");
    expect(new Set(desk.map(String)).size).toBe(desk.length / 2);
  });

  it("come from before the verdict, then from after it", () => {
    const rows = firstRows("scraped-twice");
    expect(rows.length).toBeGreaterThan(20);
    for (let index = 0; index < rows.length; index += 2) {
      expect(rows[index]).toMatchObject({ cui: rows[index + 1].cui, resultDate: null, decision: null });
      expect(rows[index + 1].decision).not.toBeNull();
    }
  });

  it("say APPELLATION of a first instance", () => {
    for (const { instance, caseNumber } of firstRows("wrong-instance")) {
      expect(instance).toBe("APPELLATION");
      expect(caseNumber).toMatch(/^1-/);
    }
  });

  it("hide the name and keep the article, or hide both", () => {
    for (const { names } of firstRows("hidden-names"))
      expect(names).toMatch(/^<?Информация скрыта>? - .*ст\. ?3/);
    for (const { names } of firstRows("no-article")) expect(names).toMatch(/^(<?Информация скрыта>?(; )?)+$/);
  });

  it("lack the УИД", () => {
    expect(new Set(firstRows("missing-uid").map(({ cui }) => cui))).toEqual(new Set([null]));
    expect(new Set(deskRows("missing-uid").map(([uid]) => uid))).toEqual(new Set([""]));
  });

  it("stand beside a row of an ordinary court", () => {
    const rows = firstRows("other-court");
    const foreign = rows.filter(({ name }) => !name.includes("военный"));
    expect(foreign).toHaveLength(rows.length / 2);
    for (const { names, cui } of foreign) {
      expect(names).toContain("ст.328 ч.1");
      expect(cui).toMatch(/^50RS0031-/);
    }
  });

  it("have dates that can't be", () => {
    for (const [, , , , , received, decided] of deskRows("impossible-date")) {
      const wrong = received! < "1996" || (decided !== "" && (decided! < received! || decided! > on));
      expect(wrong).toBe(true);
    }
  });

  it("have a number that a spreadsheet took for a date", () => {
    for (const { caseNumber } of firstRows("excel-number"))
      expect(caseNumber).toMatch(/^01\/\d{2}\/20\d{2}$/);
    for (const [, , number] of deskRows("excel-number")) expect(number).toMatch(/^01\/\d{2}\/20\d{2}$/);
  });
});

describe("expectedCases", () => {
  const first = (kind: DirtKind, format: (typeof FORMATS)[number]) =>
    of(kind).flatMap((view) => expectedCases(view, format));

  it("are none of a row that must be rejected, in any format", () => {
    for (const kind of DIRT_KINDS.filter((each) => DIRT[each].effect === "rejected")) {
      expect(FORMATS.flatMap((format) => first(kind, format))).toEqual([]);
    }
  });

  it("have no УИД where the rows have none, and no article where the cards hide it", () => {
    expect(first("missing-uid", "parser").every(({ case_uid }) => case_uid === null)).toBe(true);
    expect(first("no-article", "scraper-csv").every(({ articles }) => articles.length === 0)).toBe(true);
    expect(first("no-article", "desk").every(({ articles }) => articles.length > 0)).toBe(true);
  });

  it("know service and sentence from the desk's file alone", () => {
    for (const format of FORMATS) {
      const coded = views
        .flatMap((view) => expectedCases(view, format))
        .some(({ sentence }) => sentence !== "unknown");
      expect(coded).toBe(format === "desk");
    }
  });

  it("have no date of the verdict in sudrfparser's files", () => {
    expect(
      views.flatMap((view) => expectedCases(view, "parser")).every(({ decided_on }) => !decided_on),
    ).toBe(true);
  });
});
