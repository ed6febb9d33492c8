import { beforeEach, describe, expect, it } from "vitest";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import type { PublicHeadline } from "../../worker/contract/headline-change.ts";
import type { Summary } from "../../worker/contract/summary.ts";
import { addDays } from "../../worker/domain/calendar.ts";
import { check, type Newsroom } from "./desk-room.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

const OVERRIDE = "What this test is about lies elsewhere";

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

/** So many convictions a week, of several articles, kinds of service and defendants, read once a week. */
function weeklyReadings(from: string, weeks: number, each: number): CourtCase[] {
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: each }, (_, place) => {
      const decided_on = addDays(from, 7 * week + (place % 6));
      const articles = [["337.5"], ["338.1"], ["332.2.1"], ["337.3", "338.2"]][place % 4]!;
      const received_on = addDays(decided_on, -20 - (place % 9));
      const service = (["mobilised", "contract", "unknown"] as const)[place % 3]!;
      return convicted({ decided_on, received_on, articles, service, first_seen_on: addDays(decided_on, 4) });
    }),
  ).flat();
}

/** What the embed with these parameters shows to whoever asks now. */
async function shown(query: string) {
  const response = await room.get(`/v1/summary?${query}`);
  if (response.status === 400) return null;
  const { edition, headline, text } = await response.json<Summary>();
  const { heading, inline, label, status } = text;
  return { evidence: edition.evidence, period: headline.period, text: { heading, inline, label, status } };
}

function told(headline: PublicHeadline | null) {
  if (!headline) return null;
  const { evidence, period, text } = headline;
  return { evidence, period, text };
}

/** Checks, stages and publishes; what was seen before is what readers get, of every embed. */
async function publishSeen(cases: CourtCase[], read_on: string) {
  const parts = [cases.filter((_, at) => at % 2 === 0), cases.filter((_, at) => at % 2 === 1)];
  const checked = await check(room, parts, "partial", { read_on });
  const id = await room.stageCases(cases, "partial");
  const preview = await room.preview(id);
  expect(checked.headlines).toEqual(preview.headlines);
  expect(checked.diff.changes).toEqual(preview.cases?.changes);
  const atOnce = preview.headlines.filter(({ from }) => from === undefined);
  for (const { query, before } of atOnce) {
    if (before)
      expect(await shown(query), query).toMatchObject({ evidence: before.evidence, text: before.text });
  }
  expect((await room.publish(id, OVERRIDE)).status).toBe(200);
  room.restart();
  for (const { query, also, after } of atOnce) {
    for (const one of [query, ...also]) {
      expect(await shown(one), one).toEqual(told(after));
    }
  }
  return preview;
}

describe("the review", () => {
  it.each([
    ["a Monday", "2025-06-30"],
    ["a Thursday", "2025-07-03"],
    ["a Sunday", "2025-07-06"],
  ])("shows what readers will see of every embed, exactly, on %s", async (_, day) => {
    room.clock.at = `${day}T09:00:00Z`;
    await room.publishFigures(LEDGER);
    const cases = weeklyReadings("2024-03-04", 69, 8).filter(({ decided_on }) => decided_on! < day);
    const half = cases.filter(({ first_seen_on }) => first_seen_on! <= addDays(day, -7));
    const first = await publishSeen(half, day);
    expect(first.guard.map(({ code }) => code)).toContain("headline-changes");
    expect(first.headlines.slice(0, 5).map(({ query }) => query)).toEqual([
      ...["", "span=this-week", "span=month", "span=year", "span=total"],
    ]);
    const recoded = half
      .slice(0, 5)
      .map((one) => ({ ...one, sentence: "fine" as const, by_hand: true as const }));
    await publishSeen([...cases.filter((one) => !half.includes(one)), ...recoded], day);
  });

  it.each([
    ["a Monday", "2025-06-30"],
    ["a Thursday", "2025-07-03"],
    ["a Sunday", "2025-07-06"],
  ])("lets no first import turn 198 into a few, neither at once nor later, on %s", async (_, day) => {
    for (const back of [1, 30, 400]) {
      room = await openNewsroom(`${day}T09:00:00Z`);
      await room.publishFigures(LEDGER);
      const decided_on = addDays(day, -back);
      const cases = Array.from({ length: 4 }, () =>
        convicted({ decided_on, received_on: addDays(decided_on, -30) }),
      );
      const id = await room.stageCases(cases);
      const { guard } = await room.preview(id);
      expect((await check(room, [cases])).guard, decided_on).toEqual(guard);
      if (guard.some(({ code }) => code === "headline-changes")) continue;
      expect((await room.publish(id)).status).toBe(200);
      for (const later of [0, 1, 2, 3, 4, 5, 6, 7, 8, 21, 70]) {
        room.clock.at = `${addDays(day, later)}T09:00:00Z`;
        room.restart();
        const now = await shown("");
        expect([now?.evidence, now?.text.inline], `${decided_on}, ${later} days later`).toEqual([
          "published",
          "about\u00a0198",
        ]);
      }
    }
  });

  it("names the records of days that aren't covered, and counts them nowhere", async () => {
    await room.publishCases(weeklyReadings("2024-03-04", 60, 5));
    const stray = convicted({ received_on: "2014-03-12", decided_on: "2014-05-15" });
    const fine = convicted({ received_on: "2024-05-06", decided_on: "2024-06-05" });
    const checked = await check(room, [[stray, fine]], "partial");
    const { cases } = await room.preview(await room.stageCases([stray, fine], "partial"));
    expect(cases?.uncovered).toEqual({
      records: 2,
      named: [
        {
          unit: "cases_received",
          court: stray.court_code,
          case_number: stray.case_number,
          day: "2014-03-12",
        },
        { unit: "convictions", court: stray.court_code, case_number: stray.case_number, day: "2014-05-15" },
      ],
    });
    expect(checked.diff.uncovered).toEqual(cases?.uncovered);
    expect(cases?.changes.map(({ week }) => week.slice(0, 4))).not.toContain("2014");
    const covers = [{ courts: null, start: "2014-01-01", end: "2025-06-30" }];
    const covered = await check(room, [[stray, fine]], "partial", { covers });
    expect(covered.diff.uncovered).toEqual({ records: 0, named: [] });
    expect(covered.diff.changes.map(({ week }) => week)).toContain("2014-W20");
    expect(covered.diff.covered?.after?.convictions).toContainEqual(covers[0]);
  });
});
