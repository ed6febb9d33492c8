import { describe, expect, it } from "vitest";
import type { Change } from "../../../../worker/contract/changes.ts";
import { LANGS } from "../../../../worker/contract/terms.ts";
import { CHANGE_CLASSES, changeLine } from "../../../../worker/wording/index.ts";
import { counted, inAll, inEach, plain, textOf } from "./answers.ts";

const week: Change = {
  week: "2025-W20",
  type: { unit: "convictions", offence: "desertion", articles: ["337", "338"] },
  before: 180,
  after: 187,
};

describe("a correction", () => {
  const corrected = (published_at: string) =>
    counted(
      {},
      {
        correction: {
          edition: { id: "2025-07-03.1", published_at },
          period: { start: "2025-05-12", end: "2025-05-18" },
          before: 180,
          after: 1190,
        },
      },
    );

  it("says when which week changed from what to what", () => {
    expect(inAll("correction", corrected("2025-07-03T09:00:00Z"))).toEqual({
      en: "Revised on 3 July 2025: week of 12–18 May 2025 from 180 to 1,190.",
      ru: "Уточнено 3 июля 2025 года: за неделю 12–18 мая 2025 года — 1 190 вместо 180.",
      uk: "Уточнено 3 липня 2025 року: за тиждень 12–18 травня 2025 року — 1 190 замість 180.",
    });
  });

  it("is dated by the day in Moscow", () => {
    expect(textOf(corrected("2025-07-03T21:30:00Z"), "en").correction).toMatch(/^Revised on 4 July 2025:/);
  });

  it("is empty where nothing was corrected", () => {
    expect(inAll("correction", counted())).toEqual({ en: "", ru: "", uk: "" });
  });
});

describe("a line of the corrections", () => {
  it("gives week, what is counted, both counts and why they differ", () => {
    expect(inEach((lang) => changeLine(week, "late", lang))).toEqual({
      en: "Week of 12–18 May 2025, convictions under articles 337 and 338: 180 → 187 (late records)",
      ru: "Неделя 12–18 мая 2025 года, число приговоров по ст. 337 и 338 УК РФ: 180 → 187 (поздние записи)",
      uk: "Тиждень 12–18 травня 2025 року, кількість вироків за ст. 337 і 338 КК РФ: 180 → 187 (пізні записи)",
    });
  });

  it("tells the classes of changes apart", () => {
    for (const lang of LANGS) {
      const lines = CHANGE_CLASSES.map((changeClass) => changeLine(week, changeClass, lang));
      expect(new Set(lines).size).toBe(CHANGE_CLASSES.length);
    }
  });

  it("says its filters and its court", () => {
    const change: Change = { ...week, type: { ...week.type, service: "conscript", court: "77GV0007" } };
    expect(inEach((lang) => changeLine(change, "corrected", lang))).toMatchObject({
      en: expect.stringContaining(
        "convictions of conscripts under articles 337 and 338 (military court 77GV0007): ",
      ),
      ru: expect.stringContaining(
        "число приговоров срочникам по ст. 337 и 338 УК РФ (военный суд 77GV0007): ",
      ),
    });
    expect(
      changeLine(change, "late", "ru", { court: () => "5 гарнизонный военный суд", region: () => undefined }),
    ).toContain("(5 гарнизонный военный суд)");
  });

  it("finds the days of an ISO week over New Year", () => {
    // 1 January 2026 is a Thursday, so its week is the first of 2026 and begins on Monday 29 December 2025.
    expect(plain(changeLine({ ...week, week: "2026-W01" }, "late", "en"))).toMatch(
      /^Week of 29 December 2025 to 4 January 2026, /,
    );
  });
});
