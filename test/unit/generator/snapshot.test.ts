import { describe, expect, it } from "vitest";
import { CourtCase } from "../../../worker/contract/court-case.ts";
import { addDays } from "../../../worker/domain/calendar.ts";
import {
  generateTruth,
  snapshot,
  snapshots,
  type TrueCase,
  type View,
  view,
} from "../../fixtures/generator/index.ts";

const truth = [...generateTruth({ cases: 5_000, vanishedShare: 0.05 })];
const find = (wanted: (each: TrueCase) => boolean) => truth.find(wanted)!;
const shape = ({ truth: { serial }, records, appealed }: View) => ({ serial, records, appealed });

describe("snapshot", () => {
  const on = "2024-06-30";
  const views = [...snapshot(truth, on)];

  it("has all cases that had been seen by its date and hadn't vanished, and no other", () => {
    const seen = truth.filter(
      ({ card_seen_on, vanished_on }) => card_seen_on <= on && !(vanished_on !== null && vanished_on <= on),
    );
    expect(seen.length).toBeGreaterThan(1_000);
    expect(views.map(({ truth: { serial } }) => serial)).toEqual(seen.map(({ serial }) => serial));
  });

  it("knows nothing that was seen later", () => {
    for (const { records } of views) {
      for (const record of records) {
        expect(CourtCase.safeParse(record).success).toBe(true);
        for (const date of [record.received_on, record.decided_on, record.first_seen_on]) {
          expect(date === null || date <= on).toBe(true);
        }
      }
    }
  });

  it("has records of a date long after the last receipt as they truly are", () => {
    for (const { records, truth: each } of snapshot(truth, "2028-01-01"))
      expect(records).toEqual(each.records);
  });
});

describe("the view of a case", () => {
  it("is pending from the day its card is seen until its verdict is", () => {
    const each = find(
      ({ card_seen_on, verdict_seen_on, decision }) =>
        decision === "Вынесен ПРИГОВОР" && addDays(card_seen_on, 7) < verdict_seen_on,
    );
    expect(view(each, addDays(each.card_seen_on, -1))).toBeNull();
    const pending = { outcome: "pending", decided_on: null, first_seen_on: each.card_seen_on };
    expect(view(each, each.card_seen_on)!.records[0]).toMatchObject(pending);
    expect(view(each, addDays(each.verdict_seen_on, -1))!.records[0]).toMatchObject(pending);
    expect(view(each, each.verdict_seen_on)!.records[0]).toMatchObject({
      outcome: "convicted",
      decided_on: each.records[0]!.decided_on,
      first_seen_on: each.verdict_seen_on,
    });
  });

  it("has no sentence until the desk has read the text", () => {
    const each = find(({ records: [record] }) => record!.sentence === "suspended");
    const before = view(each, addDays(each.coded_on!, -1))!.records[0]!;
    expect(before).toMatchObject({
      outcome: "convicted",
      sentence: "unknown",
      service: "unknown",
      term_months: null,
    });
    expect(view(each, each.coded_on!)!.records[0]!.sentence).toBe("suspended");
  });

  it("takes an acquittal for a conviction until the desk has read the text", () => {
    const each = find(
      ({ records: [record], vanished_on }) => record!.outcome === "acquitted" && !vanished_on,
    );
    expect(view(each, addDays(each.coded_on!, -1))!.records[0]!.outcome).toBe("convicted");
    expect(view(each, each.coded_on!)!.records[0]!.outcome).toBe("acquitted");
  });

  it("has the old number until the case is registered again", () => {
    const each = find(
      ({ registrations: [, again], card_seen_on }) =>
        again !== undefined && card_seen_on < again.registered_on,
    );
    const [first, again] = each.registrations;
    expect(view(each, addDays(again!.registered_on, -1))!.records[0]).toMatchObject({
      case_number: first!.case_number,
      earlier_numbers: [],
    });
    expect(view(each, again!.registered_on)!.records[0]).toMatchObject({
      case_number: again!.case_number,
      earlier_numbers: [first!.case_number],
    });
  });

  it("is gone from the day it vanished", () => {
    const each = find(({ vanished_on }) => vanished_on !== null);
    expect(view(each, addDays(each.vanished_on!, -1))).not.toBeNull();
    expect(view(each, each.vanished_on!)).toBeNull();
  });

  it("shows the appeal once its card was seen", () => {
    const each = find(({ appeal, vanished_on }) => appeal !== null && vanished_on === null);
    expect(view(each, addDays(each.appeal!.seen_on, -1))!.appealed).toBe(false);
    expect(view(each, each.appeal!.seen_on)!.appealed).toBe(true);
  });
});

describe("snapshots", () => {
  it("are one dump a date", () => {
    const dates = ["2023-01-02", "2023-01-09"];
    const dumps = [...snapshots(truth, dates)].map(({ on, views }) => [on, [...views].map(shape)]);
    expect(dumps).toEqual(dates.map((on) => [on, [...snapshot(truth, on)].map(shape)]));
  });
});

describe("a snapshot of changes", () => {
  it("turns the dump before into the whole one, together with what vanished", () => {
    const [before, on] = ["2024-06-24", "2024-07-01"];
    const changed = [...snapshot(truth, on, { changedSince: before })];
    const merged = new Map(
      [...snapshot(truth, before), ...changed].map((each) => [each.truth.serial, shape(each)]),
    );
    for (const { serial, vanished_on } of truth) if (vanished_on && vanished_on <= on) merged.delete(serial);
    const whole = [...snapshot(truth, on)].map(shape);
    expect([...merged.values()].toSorted((a, b) => a.serial - b.serial)).toEqual(whole);
    expect(changed.length).toBeLessThan(whole.length / 10);
  });
});
