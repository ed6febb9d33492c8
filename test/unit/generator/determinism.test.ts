import { describe, expect, it } from "vitest";
import {
  type DirtKind,
  generateTruth,
  type TrueCase,
  type TruthOptions,
} from "../../fixtures/generator/index.ts";

const truth = (options: Partial<TruthOptions> = {}) => [...generateTruth({ cases: 3_000, ...options })];

describe("generateTruth", () => {
  const first = truth();

  it("makes the same cases from the same seed", () => {
    expect(truth()).toEqual(first);
  });

  it("makes the same cases each time it is iterated", () => {
    const cases = generateTruth({ cases: 300 });
    expect([...cases]).toEqual([...cases]);
  });

  it("makes other cases from another seed", () => {
    const uids = new Set(first.map(({ records }) => records[0]!.case_uid));
    const shared = truth({ seed: 2 }).filter(({ records }) => uids.has(records[0]!.case_uid));
    expect(shared.length).toBeLessThan(first.length / 10);
  });

  it("makes them while they are read", () => {
    const cases = generateTruth({ cases: 1_000_000_000 });
    const [earliest] = cases;
    expect(earliest?.serial).toBe(1);
  });

  it("changes when verdicts are reported, and nothing else, with the pattern", () => {
    const withoutReporting = ({ records, ...rest }: TrueCase) => ({
      ...rest,
      records: records.map((record) => ({ ...record, first_seen_on: null })),
      verdict_posted_on: null,
      verdict_seen_on: null,
      coded_on: null,
      vanished_on: null,
    });
    const slow = truth({ pattern: "slow" });
    expect(slow.map(withoutReporting)).toEqual(first.map(withoutReporting));
    expect(slow.map((each) => each.verdict_posted_on)).not.toEqual(
      first.map((each) => each.verdict_posted_on),
    );
  });

  it("changes no other case when one kind of dirt is switched off", () => {
    const off: DirtKind = "email-tail";
    const kinds = new Set(first.flatMap(({ dirt }) => dirt ?? []));
    expect(kinds).toContain(off);
    const cleaner = truth({ dirt: [...kinds].filter((kind) => kind !== off) });
    expect(cleaner).toEqual(first.map((each) => (each.dirt === off ? { ...each, dirt: null } : each)));
  });

  it("refuses a number of cases for the story, which has its own", () => {
    expect(() => generateTruth({ story: true, cases: 10 })).toThrow("the story has its own number of cases");
  });

  it("refuses a start for which no volumes are known", () => {
    expect(() => [...generateTruth({ from: "2020-06-01" })]).toThrow("2020-12-31");
  });
});
