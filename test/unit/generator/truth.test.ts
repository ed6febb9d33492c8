import { describe, expect, it } from "vitest";
import { CourtCase } from "../../../worker/contract/court-case.ts";
import { generateTruth } from "../../fixtures/generator/index.ts";

const cases = [...generateTruth({ cases: 10_000 })];
const records = cases.flatMap((each) => each.records);

/** Whether a share is within four standard errors of what it should be. */
function expectShare(part: number, of: number, share: number) {
  expect(Math.abs(part / of - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / of));
}

describe("a true case", () => {
  it("has records as the contract wants them", () => {
    for (const record of records) expect(CourtCase.safeParse(record).error).toBeUndefined();
  });

  it("comes in the order of receipt, numbered from 1", () => {
    expect(cases.map(({ serial }) => serial)).toEqual(cases.map((_, index) => index + 1));
    const received = cases.map((each) => each.records[0]!.received_on!);
    expect(received).toEqual(received.toSorted());
  });

  it("has an УИД of its own that starts with its court's code and holds the year of receipt", () => {
    expect(new Set(cases.map((each) => each.records[0]!.case_uid)).size).toBe(cases.length);
    for (const { case_uid, court_code, received_on } of records) {
      expect(case_uid!.startsWith(`${court_code}-01-${received_on!.slice(0, 4)}-`)).toBe(true);
    }
  });

  it("has numbers that its court gives to no other case", () => {
    const numbers = cases.flatMap(({ records: [record], registrations }) =>
      registrations.map(({ case_number }) => `${record!.court_code} ${case_number}`),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("is tried by garrison courts, those in occupied Ukraine only since they are in lists", () => {
    expect(records.every(({ court_code }) => /^\d{2}GV\d{4}$/.test(court_code))).toBe(true);
    const late = records.filter(({ court_code }) => /^61GV002[0-3]$/.test(court_code));
    expect(late.every(({ received_on }) => received_on! >= "2024-05-01")).toBe(true);
    expect(new Set(records.map(({ court_code }) => court_code)).size).toBeGreaterThan(90);
  });

  it("seldom has more than one defendant, numbered within the case", () => {
    const several = cases.filter((each) => each.records.length > 1);
    expectShare(several.length, cases.length, 0.018);
    for (const each of cases) {
      expect(each.records.map(({ defendant }) => defendant)).toEqual(
        each.records.map((_, index) => index + 1),
      );
    }
  });

  it("is charged under parts that were in force", () => {
    const added = new Set(["337.2.1", "337.3.1", "337.5", "332.2.1", "338.3"]);
    const early = records.filter(({ received_on }) => received_on! < "2022-09-24");
    expect(early.flatMap(({ articles }) => articles.filter((article) => added.has(article)))).toEqual([]);
    const late = new Set(records.flatMap(({ articles }) => articles));
    expect([...added].filter((article) => !late.has(article))).toEqual([]);
  });

  it("names each article once", () => {
    for (const { articles } of records) expect(new Set(articles).size).toBe(articles.length);
  });
});

describe("the ends of true cases", () => {
  const share = (outcome: string) =>
    cases.filter(({ records: [record] }) => record!.outcome === outcome).length;

  it("are the decisions of real rows in their shares", () => {
    expectShare(share("convicted") + share("acquitted"), cases.length, 0.72);
    expectShare(share("dismissed"), cases.length, 0.22);
    expectShare(share("returned"), cases.length, 0.02);
    expectShare(share("other"), cases.length, 0.02);
    expectShare(share("medical"), cases.length, 0.01);
    expectShare(share("transferred"), cases.length, 0.01);
  });

  it("are written as a verdict for a conviction and for an acquittal", () => {
    const decisions = cases.filter(({ decision }) => decision === "Вынесен ПРИГОВОР");
    expect(new Set(decisions.map(({ records: [record] }) => record!.outcome))).toEqual(
      new Set(["convicted", "acquitted"]),
    );
    expect(decisions).toHaveLength(share("convicted") + share("acquitted"));
  });

  it("are coded for about a third of convictions, and for nothing else", () => {
    const coded = records.filter(({ sentence }) => sentence !== "unknown");
    expect(coded.every(({ outcome }) => outcome === "convicted")).toBe(true);
    expectShare(coded.length, records.filter(({ outcome }) => outcome === "convicted").length, 0.35);
  });

  it("are mostly suspended sentences, prison more often for the mobilised", () => {
    const of = (service: string, sentence: string) =>
      records.filter((record) => record.service === service && record.sentence === sentence).length;
    const known = (service: string) =>
      records.filter((record) => record.service === service && record.sentence !== "unknown").length;
    expectShare(of("mobilised", "suspended"), known("mobilised"), 0.56);
    expectShare(of("contract", "suspended"), known("contract"), 0.63);
    expect(of("mobilised", "imprisonment") / known("mobilised")).toBeGreaterThan(
      of("contract", "imprisonment") / known("contract"),
    );
  });

  it("have no mobilised soldier before the mobilisation", () => {
    const mobilised = records.filter(({ service }) => service === "mobilised");
    expect(mobilised.every(({ received_on }) => received_on! > "2022-09-21")).toBe(true);
  });

  it("give a term only where the sentence has one", () => {
    const timed = new Set(["suspended", "imprisonment", "disciplinary-unit", "restriction"]);
    for (const { sentence, term_months } of records) expect(term_months !== null).toBe(timed.has(sentence));
  });
});

describe("the way of true cases", () => {
  it("gives some that wait over New Year a second number, before their verdict", () => {
    const again = cases.filter(({ registrations }) => registrations.length === 2);
    expect(again.length).toBeGreaterThan(100);
    for (const {
      registrations,
      records: [record],
    } of again) {
      const [first, second] = registrations;
      expect(Number(second!.case_number.slice(-4))).toBe(Number(first!.case_number.slice(-4)) + 1);
      expect(second!.registered_on <= record!.decided_on!).toBe(true);
      expect(record!.case_number).toBe(second!.case_number);
      expect(record!.earlier_numbers).toEqual([first!.case_number]);
    }
  });

  it("leads an eighth of convictions to a district or fleet court", () => {
    const appealed = cases.flatMap(({ appeal }) => appeal ?? []);
    expectShare(
      appealed.length,
      cases.filter(({ records: [record] }) => record!.outcome === "convicted").length,
      0.12,
    );
    for (const { court_code, case_number, received_on } of appealed) {
      expect(court_code).toMatch(/^\d{2}OV\d{4}$/);
      expect(case_number).toMatch(new RegExp(`^22-\\d+/${received_on.slice(0, 4)}$`));
    }
    expect(new Set(appealed.map(({ court_code, case_number }) => court_code + case_number)).size).toBe(
      appealed.length,
    );
  });
});
