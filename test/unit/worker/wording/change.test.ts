import { describe, expect, it } from "vitest";
import { counted, inAll, published, textOf } from "./answers.ts";

describe("the change", () => {
  const lastWeek = { start: "2025-06-16", end: "2025-06-22" };
  const march = { start: "2025-03-01", end: "2025-03-31" };

  it("is said in words against the week before", () => {
    expect(inAll("change", counted({ change: { value: 12, percent: 6.5, against: lastWeek } }))).toEqual({
      en: "12 more than the week before (+6.5%)",
      ru: "на 12 больше, чем неделей ранее (+6,5 %)",
      uk: "на 12 більше, ніж попереднього тижня (+6,5%)",
    });
    expect(inAll("change", counted({ change: { value: -12, percent: -6.5, against: lastWeek } }))).toEqual({
      en: "12 fewer than the week before (−6.5%)",
      ru: "на 12 меньше, чем неделей ранее (−6,5 %)",
      uk: "на 12 менше, ніж попереднього тижня (−6,5%)",
    });
  });

  it("says that there was none", () => {
    expect(inAll("change", counted({ change: { value: 0, percent: 0, against: lastWeek } }))).toEqual({
      en: "no change from the week before",
      ru: "столько же, сколько неделей ранее",
      uk: "стільки ж, скільки попереднього тижня",
    });
  });

  it("names the other period of a rate", () => {
    expect(inAll("change", published({ change: { value: 23, percent: null, against: march } }))).toEqual({
      en: "23 more a week than in March 2025",
      ru: "на 23 больше в неделю, чем в марте 2025 года",
      uk: "на 23 більше на тиждень, ніж у березні 2025 року",
    });
    expect(textOf(published({ change: { value: 0.02, percent: 0, against: march } }), "en").change).toBe(
      "no change from March 2025",
    );
  });

  it("names a long period that came before", () => {
    const long = published({
      value: 212,
      period: { start: "2024-06-19", end: "2025-05-31" },
      change: { value: 102, percent: 92.5, against: { start: "2022-09-01", end: "2024-06-18" } },
    });
    expect(inAll("change", long)).toEqual({
      en: "102 more a week than from 1 September 2022 to 18 June 2024 (+92.5%)",
      ru: "на 102 больше в неделю, чем с 1 сентября 2022 по 18 июня 2024 года (+92,5 %)",
      uk: "на 102 більше на тиждень, ніж з 1 вересня 2022 по 18 червня 2024 року (+92,5%)",
    });
  });

  it("names a week of records that wasn't the one before", () => {
    const against = { start: "2025-06-09", end: "2025-06-15" };
    expect(textOf(counted({ change: { value: 3, percent: null, against } }), "en").change).toBe(
      "3 more than in the week of 9–15 June 2025",
    );
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
