import { beforeEach, describe, expect, it } from "vitest";
import { CourtReportsBody } from "../../worker/contract/court-reports.ts";
import { addDays } from "../../worker/domain/calendar.ts";
import type { Newsroom } from "./desk-room.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

const reports = async () => CourtReportsBody.parse((await room.ask("GET", "/v1/imports/courts")).body);
/** A verdict every `gap` days, the last one on `until`. */
const every = (gap: number, count: number, until: string, court_code: string) =>
  Array.from({ length: count }, (_, index) => {
    const decided_on = addDays(until, -gap * index);
    return convicted({ court_code, case_uid: null, decided_on, received_on: addDays(decided_on, -20) });
  });

describe("how courts report", () => {
  it("is nothing while there are no records", async () => {
    await room.publishFigures(LEDGER);
    expect(await reports()).toMatchObject({
      read_on: null,
      newest: null,
      courts: [],
      sources: [],
      covered: [],
    });
  });

  it("says of each court its records, its rhythm, and that one is silent for longer than usual", async () => {
    await room.publishCases([
      ...every(3, 30, "2025-06-27", "77GV0007"),
      ...every(3, 30, "2025-05-20", "66GV0008"),
      ...every(40, 3, "2025-04-01", "27GV0008"),
    ]);
    const { courts, newest, read_on } = await reports();
    expect([newest, read_on]).toEqual(["2025-06-27", "2025-07-01"]);
    expect(
      courts.map((one) => [
        one.court,
        one.cases,
        one.last_record,
        one.usual_gap_days,
        one.silent_days,
        one.overdue,
      ]),
    ).toEqual([
      ["27GV0008", 3, "2025-04-01", null, 87, false],
      ["66GV0008", 30, "2025-05-20", 3, 38, true],
      ["77GV0007", 30, "2025-06-27", 3, 0, false],
    ]);
  });

  it("counts each record in its week, with the source that first brought it, whoever changed it since", async () => {
    const cases = every(7, 4, "2025-06-25", "77GV0007");
    await room.publishCases(cases);
    await room.publishCases([{ ...cases[0]!, sentence: "suspended" }], "partial");
    const { courts, sources, first_week } = await reports();
    expect(sources.map(({ name, watched }) => [name, watched])).toEqual([["test", false]]);
    const [{ counts } = { counts: [] }] = courts[0]?.weeks ?? [];
    expect(counts).toHaveLength(52);
    expect(first_week).toBe("2024-07-08");
    expect(counts.slice(-6)).toEqual([0, 1, 1, 1, 1, 0]);
  });

  it("leaves out a record that was withdrawn, and a date that is still to come", async () => {
    const cases = every(7, 4, "2025-06-25", "77GV0007");
    await room.publishCases(cases);
    const [first] = cases;
    await room.ask("POST", "/v1/imports/withdraw", {
      ...{ court_code: first!.court_code, case_number: first!.case_number },
      reason: "Entered twice by the court",
    });
    const { courts, newest } = await reports();
    expect([courts[0]?.cases, newest]).toEqual([3, "2025-06-18"]);
  });
});

describe("what the public is told of it", () => {
  interface Told {
    records: { reporting?: { courts: number; rhythm: number; silent: number; newest: string | null } };
  }
  const told = async (id: string) => (await room.json<Told>(`/v1/editions/${id}`)).records.reporting;

  it("is the totals of the desk's list, in the edition and on the page of the methodology", async () => {
    const { body } = await room.publishCases([
      ...every(3, 30, "2025-06-27", "77GV0007"),
      ...every(3, 30, "2025-05-20", "66GV0008"),
      ...every(40, 3, "2025-04-01", "27GV0008"),
    ]);
    const { courts, newest } = await reports();
    const reporting = await told(body.edition.id);
    expect(reporting).toEqual({
      courts: courts.length,
      rhythm: courts.filter((one) => one.usual_gap_days !== null).length,
      silent: courts.filter((one) => one.overdue).length,
      newest,
    });
    expect(reporting).toEqual({ courts: 3, rhythm: 2, silent: 1, newest: "2025-06-27" });
    const says: Readonly<Record<string, string[]>> = {
      en: ["3 have records", "The records of 2 come often enough", "1 was silent", "27 June 2025"],
      ru: ["в этом выпуске: 3", "у стольких из них: 2", "дольше недели: 1", "27 июня 2025"],
      uk: ["в цьому випуску: 3", "у стількох із них: 2", "довше тижня: 1", "27 червня 2025"],
    };
    for (const [lang, words] of Object.entries(says)) {
      const page = (await (await room.get(`/methodology?lang=${lang}`)).text()).replaceAll(
        /[\u00a0\u2060]/g,
        " ",
      );
      for (const one of words) expect(page, lang).toContain(one);
    }
  });

  it("stays the edition's own while days pass and a ledger comes", async () => {
    const { body } = await room.publishCases(every(3, 30, "2025-06-27", "77GV0007"));
    const before = await told(body.edition.id);
    room.clock.at = "2025-09-01T09:00:00Z";
    const ledger = await room.publishFigures(LEDGER);
    expect(await told(ledger.body.edition.id)).toEqual(before);
    expect(await told(body.edition.id)).toEqual(before);
    // The desk's list is as of the same day, so that nobody is silent for the sake of the calendar.
    expect((await reports()).courts[0]?.silent_days).toBe(0);
  });

  it("says nothing of sentence and service: what differs in these alone is told alike", async () => {
    const cases = every(3, 30, "2025-06-27", "77GV0007");
    const first = await room.publishCases(cases);
    const kinds = cases.map((one, index) => ({
      ...one,
      sentence: index % 3 === 0 ? ("suspended" as const) : ("imprisonment" as const),
      service: index % 2 === 0 ? ("mobilised" as const) : ("contract" as const),
    }));
    const second = await room.publishCases(kinds, "partial");
    expect(second.status).toBe(200);
    expect(await told(second.body.edition.id)).toEqual(await told(first.body.edition.id));
  });
});
