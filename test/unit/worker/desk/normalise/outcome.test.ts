import { describe, expect, it } from "vitest";
import { decidedTooEarly, impossible, readDate } from "../../../../../worker/desk/normalise/dates.ts";
import { instanceOf } from "../../../../../worker/desk/normalise/instance.ts";
import { isHigherCourtsDecision, outcomeOf } from "../../../../../worker/desk/normalise/outcome.ts";

describe("the outcome of a card", () => {
  it.each([
    [null, "pending"],
    ["Вынесен ПРИГОВОР", "convicted"],
    ["Вынесен ОПРАВДАТЕЛЬНЫЙ ПРИГОВОР", "acquitted"],
    ["Уголовное дело ПРЕКРАЩЕНО", "dismissed"],
    [
      "Уголовное дело ПРЕКРАЩЕНО назначена мера уголовно-правового характера - СУДЕБНЫЙ ШТРАФ (ст. 25.1 УПК РФ)",
      "dismissed",
    ],
    ["ВОЗВРАЩЕНО ПРОКУРОРУ или РУКОВОДИТЕЛЮ СЛЕДСТВЕННОГО ОРГАНА", "returned"],
    ["ВОЗВРАЩЕНО  ПРОКУРОРУ", "returned"],
    ["Направлено ПО ПОДСУДНОСТИ (подведомственности)", "transferred"],
    ["Применены ПРИНУДИТЕЛЬНЫЕ МЕРЫ МЕДИЦИНСКОГО ХАРАКТЕРА", "medical"],
    ["Вынесено другое ПОСТАНОВЛЕНИЕ", "other"],
    ["Производство по делу ПРИОСТАНОВЛЕНО", "pending"],
  ])("from %j is %s", (decision, outcome) => {
    expect(outcomeOf(decision)).toBe(outcome);
    expect(isHigherCourtsDecision(decision)).toBe(false);
  });

  it.each([
    "АПЕЛЛЯЦИОННОЕ постановление (по существу обвинения) ОТМЕНЕНО и возвращено на НОВОЕ АПЕЛЛЯЦИОННОЕ РАССМОТРЕНИЕ",
    "ВЫНЕСЕНО РЕШЕНИЕ ПО СУЩЕСТВУ ДЕЛА",
    "СНЯТО с апелляционного рассмотрения",
    "Апелляционное ПРОИЗВОДСТВО ПРЕКРАЩЕНО",
    "Представление (жалоба) ОТОЗВАНЫ",
    "ПРИГОВОР ОТМЕНЕН и дело возвращено на НОВОЕ РАССМОТРЕНИЕ",
    "ПРИГОВОР ИЗМЕНЁН",
    "ПРИГОВОР оставлен БЕЗ ИЗМЕНЕНИЯ",
  ])("isn't taken from a higher court: %s", (decision) => {
    expect(isHigherCourtsDecision(decision)).toBe(true);
  });
});

describe("the instance of a card", () => {
  const card = {
    index: "1",
    courtKind: "garrison",
    decision: "Вынесен ПРИГОВОР",
    hasArticles: true,
  } as const;

  it.each(["1", "1к"])("is the first by the index %s", (index) => {
    expect(instanceOf({ ...card, index })).toBe("first");
  });

  it.each(["22", "22к", "55", "77", "7у", "4у", "44у", "10", "10nk"])(
    "is a higher one by the index %s",
    (index) => {
      expect(instanceOf({ ...card, index })).toBe("higher");
    },
  );

  it.each(["3/10", "4/13", "4", "5", "33", "М"])("is none by the index %s", (index) => {
    expect(instanceOf({ ...card, index })).toBe("none");
  });

  it("tells criminal cases 2-… of the district courts from civil ones", () => {
    expect(instanceOf({ ...card, index: "2", courtKind: "district" })).toBe("first");
    expect(instanceOf({ ...card, index: "2", courtKind: "district", hasArticles: false })).toBe("none");
    expect(instanceOf({ ...card, index: "2" })).toBe("none");
  });

  it("is a higher one by the court or the words of the decision, whatever the number", () => {
    expect(instanceOf({ ...card, courtKind: "appeal" })).toBe("higher");
    expect(instanceOf({ ...card, decision: "СНЯТО с апелляционного рассмотрения" })).toBe("higher");
  });
});

describe("a date", () => {
  it.each([
    ["31.05.2024", "2024-05-31"],
    ["1.5.2024", "2024-05-01"],
    ["2024-05-31", "2024-05-31"],
    ["31.05.2024 10:30", "2024-05-31"],
    ["2024-05-31T00:00:00.000Z", "2024-05-31"],
    ["29.02.2023", null],
    ["00.00.0000", null],
    ["31/05/2024", null],
    ["05.2024", null],
    ["", null],
  ])("from %j is %s", (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it("can't be before 1996 or after today", () => {
    const today = "2024-06-01";
    expect(impossible("1995-12-31", today)).toContain("1996-01-01");
    expect(impossible("1996-01-01", today)).toBeNull();
    expect(impossible("2024-06-01", today)).toBeNull();
    expect(impossible("2024-06-02", today)).toContain("2024-06-01");
  });

  it("of a verdict may be one day before the receipt, not two", () => {
    expect(decidedTooEarly("2024-03-01", "2024-02-29")).toBe(false);
    expect(decidedTooEarly("2024-03-01", "2024-02-28")).toBe(true);
  });
});
