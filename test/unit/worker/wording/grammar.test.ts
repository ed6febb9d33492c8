import { describe, expect, it } from "vitest";
import type { Unit } from "../../../../worker/contract/terms.ts";
import { en } from "../../../../worker/wording/en/index.ts";
import type { Sureness } from "../../../../worker/wording/language/amount.ts";
import type { Language } from "../../../../worker/wording/language/language.ts";
import { ru } from "../../../../worker/wording/ru/index.ts";
import { uk } from "../../../../worker/wording/uk/index.ts";
import { counting, plain } from "./answers.ts";

const NUMBERS = [1, 2, 5, 11, 21, 22, 101, 198, 1000, 1.5];

/** Amounts for all the numbers above, one line each, with ordinary spaces. */
function amounts(language: Language, unit: Unit, sureness: Sureness = "exact"): string[] {
  return NUMBERS.map((value) => plain(language.amount(unit, { value, sureness })));
}

describe("a number and its noun", () => {
  it("agree in English", () => {
    expect(amounts(en, "convictions")).toEqual([
      "one conviction",
      "two convictions",
      "five convictions",
      "11 convictions",
      "21 convictions",
      "22 convictions",
      "101 convictions",
      "198 convictions",
      "1,000 convictions",
      "1.5 convictions",
    ]);
    expect(plain(en.amount("cases_received", { value: 1, sureness: "about" }))).toBe(
      "about one new court case",
    );
  });

  it("agree in Russian", () => {
    expect(amounts(ru, "convictions")).toEqual([
      "1 обвинительный приговор",
      "2 обвинительных приговора",
      "5 обвинительных приговоров",
      "11 обвинительных приговоров",
      "21 обвинительный приговор",
      "22 обвинительных приговора",
      "101 обвинительный приговор",
      "198 обвинительных приговоров",
      "1 000 обвинительных приговоров",
      "1,5 обвинительного приговора",
    ]);
    expect(amounts(ru, "cases_received")).toEqual([
      "1 новое уголовное дело",
      "2 новых уголовных дела",
      "5 новых уголовных дел",
      "11 новых уголовных дел",
      "21 новое уголовное дело",
      "22 новых уголовных дела",
      "101 новое уголовное дело",
      "198 новых уголовных дел",
      "1 000 новых уголовных дел",
      "1,5 нового уголовного дела",
    ]);
  });

  it("agree in Ukrainian", () => {
    expect(amounts(uk, "convictions")).toEqual([
      "1 обвинувальний вирок",
      "2 обвинувальні вироки",
      "5 обвинувальних вироків",
      "11 обвинувальних вироків",
      "21 обвинувальний вирок",
      "22 обвинувальні вироки",
      "101 обвинувальний вирок",
      "198 обвинувальних вироків",
      "1 000 обвинувальних вироків",
      "1,5 обвинувального вироку",
    ]);
    expect(amounts(uk, "persons_sentenced")).toEqual([
      "1 засуджений",
      "2 засуджені",
      "5 засуджених",
      "11 засуджених",
      "21 засуджений",
      "22 засуджені",
      "101 засуджений",
      "198 засуджених",
      "1 000 засуджених",
      "1,5 засудженого",
    ]);
  });

  it("stand in the genitive after “около” and “не менее”", () => {
    expect(amounts(ru, "convictions", "about")).toEqual([
      "около 1 обвинительного приговора",
      "около 2 обвинительных приговоров",
      "около 5 обвинительных приговоров",
      "около 11 обвинительных приговоров",
      "около 21 обвинительного приговора",
      "около 22 обвинительных приговоров",
      "около 101 обвинительного приговора",
      "около 198 обвинительных приговоров",
      "около 1 000 обвинительных приговоров",
      "около 1,5 обвинительного приговора",
    ]);
    expect(amounts(ru, "persons_sentenced", "at_least").slice(4, 6)).toEqual([
      "не менее 21 осуждённого",
      "не менее 22 осуждённых",
    ]);
  });

  it("stand in the genitive after «близько» and «не менше»", () => {
    expect(amounts(uk, "convictions", "about")).toEqual([
      "близько 1 обвинувального вироку",
      "близько 2 обвинувальних вироків",
      "близько 5 обвинувальних вироків",
      "близько 11 обвинувальних вироків",
      "близько 21 обвинувального вироку",
      "близько 22 обвинувальних вироків",
      "близько 101 обвинувального вироку",
      "близько 198 обвинувальних вироків",
      "близько 1 000 обвинувальних вироків",
      "близько 1,5 обвинувального вироку",
    ]);
    expect(amounts(uk, "cases_received", "at_least").slice(4, 6)).toEqual([
      "не менше 21 нової кримінальної справи",
      "не менше 22 нових кримінальних справ",
    ]);
  });
});

describe("fewer than one", () => {
  const fewer = (language: Language, unit: Unit) =>
    plain(language.amount(unit, { value: 1, sureness: "less_than" }));

  it("is singular in English and governs the genitive in Russian and Ukrainian", () => {
    expect(fewer(en, "convictions")).toBe("fewer than one conviction");
    expect(fewer(ru, "convictions")).toBe("менее 1 обвинительного приговора");
    expect(fewer(uk, "cases_received")).toBe("менше 1 нової кримінальної справи");
  });
});

describe("who did what", () => {
  const act = (language: Language, unit: Unit, value: number, rate = true) =>
    plain(language.act(counting(unit), { value, sureness: "exact" }, rate));

  it("has its object in the accusative", () => {
    expect(act(uk, "cases_received", 21, false)).toBe(
      "російські військові суди отримали 21 нову кримінальну справу",
    );
    expect(act(uk, "persons_sentenced", 21, false)).toBe("російські військові суди засудили 21 військового");
    expect(act(ru, "persons_sentenced", 22, false)).toBe("российские военные суды осудили 22 военных");
    expect(act(ru, "cases_received", 21, false)).toBe(
      "в российские военные суды поступило 21 новое уголовное дело",
    );
    expect(act(en, "persons_charged", 1)).toBe(
      "Russian military courts received cases against one soldier a week",
    );
  });

  it("says whose cases they are, where people are charged", () => {
    expect(act(ru, "persons_charged", 22)).toBe(
      "в российские военные суды поступали дела в среднем 22 военных в неделю",
    );
    expect(act(ru, "persons_charged", 21, false)).toBe(
      "в российские военные суды поступили дела 21 военного",
    );
    expect(act(uk, "persons_charged", 22)).toBe(
      "російські військові суди отримували справи в середньому 22 військових на тиждень",
    );
  });

  it("is told as a habit for a rate and as an event for a count", () => {
    expect(act(en, "convictions", 2)).toBe("Russian military courts handed down two convictions a week");
    expect(act(en, "convictions", 2, false)).toBe("Russian military courts handed down two convictions");
    expect(act(ru, "convictions", 2)).toBe(
      "российские военные суды выносили в среднем 2 обвинительных приговора в неделю",
    );
    expect(act(ru, "convictions", 2, false)).toBe(
      "российские военные суды вынесли 2 обвинительных приговора",
    );
    expect(act(uk, "convictions", 2)).toBe(
      "російські військові суди ухвалювали в середньому 2 обвинувальні вироки на тиждень",
    );
    expect(act(uk, "convictions", 2, false)).toBe("російські військові суди ухвалили 2 обвинувальні вироки");
  });
});

describe("a number", () => {
  it("has the language's separators and a true minus sign", () => {
    expect([en, ru, uk].map(({ formats }) => formats.number(17721))).toEqual([
      "17,721",
      "17\u00a0721",
      "17\u00a0721",
    ]);
    expect([en, ru, uk].map(({ formats }) => formats.number(85.14))).toEqual(["85.1", "85,1", "85,1"]);
    expect([en, ru, uk].map(({ formats }) => formats.signedPercent(-7))).toEqual(["−7%", "−7\u00a0%", "−7%"]);
  });

  it("of less than half a decimal is a plain zero", () => {
    expect(en.formats.number(-0.04)).toBe("0");
  });
});
