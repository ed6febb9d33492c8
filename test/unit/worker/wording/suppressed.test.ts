import { describe, expect, it } from "vitest";
import { comparisonText } from "../../../../worker/wording/index.ts";
import { counted, DESERTION, inAll, inEach, textOf } from "./answers.ts";

/** One or two convictions of a court, week and kind: the number isn't given. */
const few = counted(
  { value: null, qualifier: "exact" as const, suppressed: true, expected: null },
  {
    type: { ...DESERTION, span: "this-week", service: "contract", court: "77GV0007" },
    series: { ...counted().series, values: [4, null, 9, null, null], suppressed: [1, 4] },
  },
);

describe("a count that is too small to be given", () => {
  it("is fewer than three, which is not unknown and not nothing", () => {
    expect(inAll("number", few)).toEqual({ en: "3", ru: "3", uk: "3" });
    expect(inAll("qualifier", few)).toEqual({ en: "fewer than", ru: "менее", uk: "менше" });
    expect(inAll("inline", few)).toEqual({ en: "fewer than 3", ru: "менее 3", uk: "менше 3" });
    expect(inAll("label", few)).toEqual({
      en: expect.stringMatching(/^convictions of contract soldiers so far this week/),
      ru: expect.stringMatching(/^приговоров контрактникам /),
      uk: expect.stringMatching(/^вироків контрактникам /),
    });
    for (const text of Object.values(inAll("sentence", few))) {
      expect(text).not.toMatch(/not known|неизвестно|невідома|zero|нулю/);
    }
    expect(textOf(few, "en").sentence).toContain(
      "handed down fewer than 3 convictions of contract soldiers under",
    );
    expect(textOf(few, "ru").sentence).toContain("менее 3 приговоров");
    expect(textOf(few, "uk").sentence).toContain("менше 3 вироків");
  });

  it("is at least one, and not fewer than anything, where cases may belong to it that aren't coded yet", () => {
    const bound = { ...few, headline: { ...few.headline, qualifier: "at_least" as const } };
    expect(inAll("label", bound)).toEqual({
      en: expect.stringMatching(/^conviction of a contract soldier so far this week, /),
      ru: expect.stringMatching(/^приговора контрактнику /),
      uk: expect.stringMatching(/^вироку контрактнику /),
    });
    expect(inAll("sentence", bound)).toEqual({
      en: expect.stringContaining("at least 1 conviction of a contract soldier"),
      ru: expect.stringContaining("не менее 1 приговора"),
      uk: expect.stringContaining("не менше 1 вироку"),
    });
    expect(inAll("number", bound)).toEqual({ en: "1", ru: "1", uk: "1" });
    expect(inAll("qualifier", bound)).toEqual({ en: "at least", ru: "не менее", uk: "не менше" });
  });

  it("says why it isn't given", () => {
    expect(inAll("detail", few)).toEqual({
      en: expect.stringMatching(/; a count of one court, week and kind that is so small is not given/),
      ru: expect.stringMatching(/; столь малые числа по одному суду, неделе и признаку не приводятся/),
      uk: expect.stringMatching(/; такі малі числа за одним судом, тижнем і ознакою не наводяться/),
    });
  });

  it("still says that records are missing, and gives no range", () => {
    expect(textOf(few, "en").status).toBe("Incomplete: records of recent weeks are still arriving.");
  });

  it("is told apart from what isn't known, in the sparkline's words", () => {
    expect(inAll("sparkline_alt", few)).toEqual({
      en: expect.stringMatching(
        /first 4, last 9, .* Nothing known for 1 week\. Counts too small to be given in 2 weeks\.$/,
      ),
      ru: expect.stringMatching(/ Нет данных: 1 неделя\. Слишком малые числа не приводятся: 2 недели\.$/),
      uk: expect.stringMatching(/ Немає даних: 1 тиждень\. Надто малі числа не наводяться: 2 тижні\.$/),
    });
    const all = { ...few, series: { ...few.series, values: [null, null], suppressed: [0, 1] } };
    expect(textOf(all, "en").sparkline_alt).toBe("Counts too small to be given in 2 weeks.");
  });

  it("is fewer than three beside another edition as well", () => {
    const since = {
      edition: { id: "2025-09-01.1", published_at: "2025-09-01T09:00:00Z" },
      value: null,
      qualifier: "exact" as const,
      suppressed: true as const,
      difference: null,
    };
    expect(textOf({ ...few, since }, "en").status).toContain("; now fewer than 3.");
    expect(textOf({ ...few, since: { ...since, suppressed: undefined } }, "en").status).toContain(
      "; not known now.",
    );
  });

  it("is fewer than three in a comparison, of which no ratio is told", () => {
    const week = (start: string, end: string, value: number | null) => ({
      label: "",
      period: { start, end },
      value,
      ...(value === null && { suppressed: true as const }),
      coverage: 1,
    });
    const comparison = {
      type: few.type,
      period: week("2025-06-16", "2025-06-22", null),
      against: [
        { ...week("2025-06-09", "2025-06-15", 6), ratio: null },
        { ...week("2025-06-02", "2025-06-08", null), ratio: null },
      ],
    };
    expect(inEach((lang) => comparisonText(comparison, lang))).toEqual({
      en: expect.stringMatching(/fewer than 3 convictions .*; for comparison, 6 .* and fewer than 3 /),
      ru: expect.stringMatching(/менее 3 приговоров .*; для сравнения: 6 .* и менее 3 /),
      uk: expect.stringMatching(/менше 3 вироків .*; для порівняння: 6 .* (і|й|та) менше 3 /),
    });
  });
});
