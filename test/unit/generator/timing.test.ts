import { describe, expect, it } from "vitest";
import { dayNumber } from "../../../worker/domain/calendar.ts";
import { generateTruth, type TrueCase, type TruthOptions } from "../../fixtures/generator/index.ts";

const WEEK = 7;
const truth = (options: Partial<TruthOptions> = {}) => [...generateTruth({ cases: 6_000, ...options })];
const days = (from: string | null, to: string | null) => dayNumber(to!) - dayNumber(from!);
const trial = ({ records: [record] }: TrueCase) => days(record!.received_on, record!.decided_on);
const delay = ({ records: [record], verdict_posted_on }: TrueCase) =>
  days(record!.decided_on, verdict_posted_on);
const sorted = (cases: readonly TrueCase[], of: (each: TrueCase) => number) =>
  cases.map(of).sort((a, b) => a - b);
const quantile = (values: readonly number[], at: number) => values[Math.floor(at * (values.length - 1))]!;
const within = (values: readonly number[], longest: number) =>
  values.filter((value) => value <= longest).length / values.length;

describe("from receipt to verdict", () => {
  const trials = sorted(truth(), trial);

  it("half take up to 23 or 24 days, as in real rows (median 23.5)", () => {
    // The standard error of the median of 6,000 is 0.3 days, the shift to workdays moves it by less than one.
    expect(quantile(trials, 0.5)).toBeGreaterThanOrEqual(22);
    expect(quantile(trials, 0.5)).toBeLessThanOrEqual(25);
  });

  it("takes from −1 day to a year", () => {
    expect(trials[0]).toBe(-1);
    expect(trials.filter((each) => each < 0).length).toBeLessThan(60);
    expect(trials.at(-1)).toBeGreaterThan(180);
    expect(trials.at(-1)).toBeLessThanOrEqual(366);
  });

  it("ends on a working day, but for cases decided before they were entered", () => {
    const weekends = truth().filter(({ records: [record] }) =>
      [0, 6].includes(new Date(record!.decided_on!).getUTCDay()),
    );
    expect(weekends.length).toBeLessThan(60);
  });
});

describe("reporting", () => {
  const fast = sorted(truth({ pattern: "fast" }), delay);
  const slow = sorted(truth({ pattern: "slow" }), delay);

  it("is fast: most within a week, nearly all within two", () => {
    expect(within(fast, WEEK)).toBeGreaterThan(0.5);
    expect(within(fast, 2 * WEEK)).toBeGreaterThan(0.85);
    expect(within(fast, 8 * WEEK)).toBeGreaterThan(0.99);
  });

  it("is slow: a median of three to four weeks, a tail to the 26th week", () => {
    expect(quantile(slow, 0.5)).toBeGreaterThanOrEqual(3 * WEEK);
    expect(quantile(slow, 0.5)).toBeLessThanOrEqual(4 * WEEK);
    expect(1 - within(slow, 12 * WEEK)).toBeGreaterThan(0.04);
    expect(slow.at(-1)).toBeGreaterThan(20 * WEEK);
  });

  it.each([
    ["fast", fast],
    ["slow", slow],
  ] as const)("is, when %s, never before the verdict and never later than 26 weeks", (_, delays) => {
    expect(delays[0]).toBeGreaterThanOrEqual(0);
    expect(delays.at(-1)).toBeLessThanOrEqual(26 * WEEK);
  });

  it("changes from fast to slow on a day that can be chosen", () => {
    const changing = truth({ pattern: "changing", changeOn: "2024-07-01" });
    const before = changing.filter(({ records: [record] }) => record!.decided_on! < "2024-07-01");
    const after = changing.filter(({ records: [record] }) => record!.decided_on! >= "2024-07-01");
    expect(within(sorted(before, delay), 2 * WEEK)).toBeGreaterThan(0.85);
    expect(within(sorted(after, delay), 2 * WEEK)).toBeLessThan(0.35);
  });

  it("shows cards within days, as the sites do (nine in ten within six)", () => {
    const cards = sorted(truth(), ({ records: [record], card_posted_on }) =>
      days(record!.received_on, card_posted_on),
    );
    expect(quantile(cards, 0.5)).toBe(1);
    expect(quantile(cards, 0.9)).toBeLessThanOrEqual(7);
  });
});

describe("the desk's watch", () => {
  const cases = truth({ backfillUntil: "2024-12-30" });

  it("first sees with the backfill what was posted before", () => {
    for (const { verdict_posted_on, verdict_seen_on, records } of cases) {
      const seen = verdict_posted_on < "2024-12-30" ? "2024-12-30" : verdict_posted_on;
      expect(verdict_seen_on).toBe(seen);
      expect(records[0]!.first_seen_on).toBe(seen);
    }
  });

  it("has none before the backfill vanish", () => {
    const vanished = cases.flatMap(({ vanished_on }) => vanished_on ?? []);
    expect(vanished.length).toBeGreaterThan(10);
    expect(vanished.every((on) => on > "2024-12-30")).toBe(true);
  });
});
