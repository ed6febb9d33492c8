import { describe, expect, it } from "vitest";
import { counted, estimated, final, inAll, published, textOf, yearToDate } from "./answers.ts";

describe("the change", () => {
  const weekBefore = { start: "2025-04-28", end: "2025-05-04" };
  const march = { start: "2025-03-01", end: "2025-03-31" };

  it("is said in words against the week before", () => {
    expect(inAll("change", final({ change: { value: 12, percent: 6.5, against: weekBefore } }))).toEqual({
      en: "12 more than the week before (+6%)",
      ru: "на 12 больше, чем неделей ранее (+6 %)",
      uk: "на 12 більше, ніж попереднього тижня (+6%)",
    });
    expect(inAll("change", final({ change: { value: -12, percent: -6.5, against: weekBefore } }))).toEqual({
      en: "12 fewer than the week before (−6%)",
      ru: "на 12 меньше, чем неделей ранее (−6 %)",
      uk: "на 12 менше, ніж попереднього тижня (−6%)",
    });
  });

  it("is in whole per cents of the numbers that are shown, and in none of small ones", () => {
    const march = { start: "2025-03-01", end: "2025-03-31" };
    const said = (value: number, change: number, percent: number) =>
      textOf(published({ value, change: { value: change, percent, against: march } }), "en").change;
    // Of unrounded 9.1 and 4.2 it would be +117.9%; a reader sees 9 and 5, and has seen 4.
    expect(said(9, 5, 117.9)).toBe("about 5 more a week than in March 2025");
    expect(said(21, 2, 13.4)).toBe("about 2 more a week than in March 2025");
    expect(said(22, 2, 13.4)).toBe("about 2 more a week than in March 2025 (+10%)");
    expect(said(19, -40, -67.4)).toBe("about 40 fewer a week than in March 2025");
    expect(said(300, 1, 0.3)).toBe("about 1 more a week than in March 2025");
  });

  it("says that there was none", () => {
    expect(inAll("change", final({ change: { value: 0, percent: 0, against: weekBefore } }))).toEqual({
      en: "no change from the week before",
      ru: "столько же, сколько неделей ранее",
      uk: "стільки ж, скільки попереднього тижня",
    });
  });

  it("names the other period of a rate", () => {
    expect(inAll("change", published({ change: { value: 23, percent: null, against: march } }))).toEqual({
      en: "about 23 more a week than in March 2025",
      ru: "примерно на 23 больше в неделю, чем в марте 2025 года",
      uk: "на тиждень приблизно на 23 більше, ніж у березні 2025 року",
    });
    expect(textOf(published({ change: { value: 0.02, percent: 0, against: march } }), "en").change).toBe(
      "about the same as in March 2025",
    );
  });

  it("names a long period that came before", () => {
    const long = published({
      value: 212,
      period: { start: "2024-06-19", end: "2025-05-31" },
      change: { value: 102, percent: 92.5, against: { start: "2022-09-01", end: "2024-06-18" } },
    });
    expect(inAll("change", long)).toEqual({
      en: "about 102 more a week than between 1 September 2022 and 18 June 2024 (+93%)",
      ru: "примерно на 102 больше в неделю, чем с 1 сентября 2022 года по 18 июня 2024 года (+93 %)",
      uk: "на тиждень приблизно на 102 більше, ніж із 1 вересня 2022 року по 18 червня 2024 року (+93%)",
    });
  });

  it("names a week of records that wasn't the one before", () => {
    const against = { start: "2025-04-21", end: "2025-04-27" };
    expect(textOf(final({ change: { value: 3, percent: null, against } }), "en").change).toBe(
      "3 more than in the week of 21–27 April 2025",
    );
  });

  it("compares a year to date with as much of the year before", () => {
    const against = { start: "2024-01-01", end: "2024-06-09" };
    expect(inAll("change", yearToDate({ change: { value: 300, percent: 8.2, against } }))).toEqual({
      en: "300 more than in the same weeks of 2024 (+8%)",
      ru: "на 300 больше, чем за те же недели 2024 года (+8 %)",
      uk: "на 300 більше, ніж за ті самі тижні 2024 року (+8%)",
    });
    const printed = published(
      {
        value: 4000,
        qualifier: "exact",
        per: null,
        period: { start: "2025-01-01", end: "2025-05-15" },
        change: { value: -500, percent: -11.1, against: { start: "2024-01-01", end: "2024-05-15" } },
      },
      { type: { ...published().type, span: "year" } },
    );
    expect(inAll("change", printed)).toEqual({
      en: "500 fewer than in the same period of 2024 (−11%)",
      ru: "на 500 меньше, чем за тот же период 2024 года (−11 %)",
      uk: "на 500 менше, ніж за той самий період 2024 року (−11%)",
    });
  });

  it("is about where the number is an estimate, in whole per cents", () => {
    const of = (value: number, percent: number) =>
      inAll(
        "change",
        estimated({ change: { value, percent, against: { start: "2025-05-26", end: "2025-06-01" } } }),
      );
    expect(of(12, 8.6)).toEqual({
      en: "about 12 more than the week before (+9%)",
      ru: "примерно на 12 больше, чем неделей ранее (+9 %)",
      uk: "приблизно на 12 більше, ніж попереднього тижня (+9%)",
    });
    expect(of(-1, -0.4).en).toBe("about 1 fewer than the week before (−1%)");
    expect(of(0, 0)).toEqual({
      en: "about the same as the week before",
      ru: "примерно столько же, сколько неделей ранее",
      uk: "приблизно стільки ж, скільки попереднього тижня",
    });
  });

  it("names the month before", () => {
    const may = final(
      {
        value: 800,
        per: "month",
        period: { start: "2025-05-01", end: "2025-05-31" },
        change: { value: -30, percent: -3.6, against: { start: "2025-04-01", end: "2025-04-30" } },
      },
      { type: { ...final().type, span: "month" } },
    );
    expect(inAll("change", may)).toEqual({
      en: "30 fewer than in April 2025 (−4%)",
      ru: "на 30 меньше, чем в апреле 2025 года (−4 %)",
      uk: "на 30 менше, ніж у квітні 2025 року (−4%)",
    });
  });

  it("is empty where none can be given, and for shares", () => {
    expect(textOf(counted(), "en").change).toBe("");
    const share = published(
      { change: { value: 7, percent: 12, against: march } },
      { type: { ...published().type, unit: "share_suspended" } },
    );
    expect(textOf(share, "en").change).toBe("");
  });
});
