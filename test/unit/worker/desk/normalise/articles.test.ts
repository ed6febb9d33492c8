import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleCode, sortArticles } from "../../../../../worker/desk/normalise/article-code.ts";
import { parseAccused } from "../../../../../worker/desk/normalise/articles.ts";

/** Articles of each accused, `-` where only another code is named. */
const read = (names: string, separator?: ";" | ",") =>
  parseAccused(names, separator).map(({ articles, otherCode }) => (otherCode ? "-" : articles.join(";")));

describe("the string of accused and articles", () => {
  it.each([
    ["with the code behind the articles", "Лицо1 - ст.337 ч.5 УК РФ", ["337.5"]],
    ["with the code before the articles", "Лицо1 - УК РФ: ст. 337 ч.5", ["337.5"]],
    ["with points, as п., п.п. and пп.", "Лицо1 - ст.335 ч.2 п.п.в,д; ст.334 ч.2 п.в УК РФ", ["334.2;335.2"]],
    ["with points behind a blank", "Лицо1 - УК РФ: ст. 335 ч.2 пп. в,г,д", ["335.2"]],
    [
      "with bracket groups, one for each episode",
      "Лицо1 - УК РФ: [ст. 337 ч.5] [ст. 338 ч.2]",
      ["337.5;338.2"],
    ],
    ["with an article without parts", "Лицо1 - ст.319; ст.337 ч.1 УК РФ", ["319;337.1"]],
    ["without any code", "Лицо1 - ст.337 ч.5", ["337.5"]],
    ["without a name", "ст.337 ч.5 УК РФ", ["337.5"]],
    ["in capitals and without blanks", "ЛИЦО - СТ.337Ч.5 УК РФ", ["337.5"]],
    ["as lawyers write it", "Лицо1 - п. «д» ч.2 ст.335, ч.5 ст.337 УК РФ", ["335.2;337.5"]],
    ["with two parts of an article", "Лицо1 - ст.337 ч.1,5 УК РФ", ["337.1;337.5"]],
    ["with a remark in brackets", "Лицо1 - ст.337 ч.5 УК РФ (в ред. ФЗ от 24.09.2022 № 365-ФЗ)", ["337.5"]],
  ])("is read %s", (_, names, articles) => {
    expect(read(names)).toEqual(articles);
  });

  it("keeps the dot of a part and of an article apart", () => {
    expect(read("Лицо1 - ст.337 ч.2.1; ст.352.1 ч.1; ст.356.1 ч.1; ст.352.1 УК РФ")).toEqual([
      "337.2.1;352.1;352.1.1;356.1.1",
    ]);
  });

  it("doesn't take part 1 of article 356 for looting, which is article 356.1", () => {
    expect(read("Лицо1 - ст.356 ч.1 УК РФ")).toEqual(["356"]);
  });

  it("counts repeated articles once, in the Code's order", () => {
    expect(read("Лицо1 - ст.338 ч.1; ст.337 ч.5; ст.337 ч.2.1; ст.337 ч.5 УК РФ")).toEqual([
      "337.2.1;337.5;338.1",
    ]);
  });

  it.each([
    "Лицо1 - ст. 30 ч.3, ст.338 ч.1 УК РФ",
    "Лицо1 - ст.33 ч.5-ст.338 ч.1 УК РФ",
    "Лицо1 - ст. 30 ч.3, ст.33 ч.5-ст.338 ч.1 УК РФ",
    "Лицо1 - УК РФ: ст. 30 ч.1 - ст. 338 ч.1",
    "Лицо1 - УК РФ: ст. 62 ч.5; ст. 68 ч.3; ст. 338 ч.1",
  ])("leaves out the General Part, which has no offences: %s", (names) => {
    expect(read(names)).toEqual(["338.1"]);
  });

  it.each([
    ["a semicolon", "Лицо1 - ст.337 ч.5 УК РФ; Лицо2 - ст.338 ч.1; ст.339 ч.1 УК РФ"],
    [
      "the comma that sudrfscraper's CSV makes of it",
      "Лицо1 - ст.337 ч.5 УК РФ, Лицо2 - ст.338 ч.1, ст.339 ч.1 УК РФ",
    ],
    ["a semicolon, the code named once", "Лицо1 - УК РФ: ст. 337 ч.5; Лицо2 - ст. 338 ч.1; ст. 339 ч.1"],
    [
      "a name within a bracket group",
      "Лицо1 - УК РФ: [ст. 337 ч.5] [ст. 337 ч.5; Лицо2 - ст. 338 ч.1] [ст. 339 ч.1]",
    ],
  ])("tells accused apart by %s", (_, names) => {
    expect(read(names)).toEqual(["337.5", "338.1;339.1"]);
  });

  it("counts accused whose names are hidden, whatever the mark says", () => {
    const hidden =
      '<Информация скрытаНа основании ст 5, 14, 15 ФЗ №262 "ОБ ОБЕСПЕЧЕНИИ ДОСТУПА; К ИНФОРМАЦИИ">';
    expect(read(`${hidden} - ст.337 ч.5 УК РФ; <Информация скрыта> - ст.338 ч.1 УК РФ`)).toEqual([
      "337.5",
      "338.1",
    ]);
    expect(read("Информация скрыта - ст.337 ч.5 УК РФ")).toEqual(["337.5"]);
    expect(read("*** - ст.337 ч.5 УК РФ")).toEqual(["337.5"]);
  });

  it("counts accused without articles", () => {
    expect(read("Лицо1; Лицо2 - ст.337 ч.5 УК РФ")).toEqual(["", "337.5"]);
    expect(read("Лицо1, Лицо2 - ст.337 ч.5 УК РФ", ",")).toEqual(["", "337.5"]);
    expect(read("<Информация скрыта>")).toEqual([""]);
    expect(read("")).toEqual([]);
  });

  it("takes a comma within a name for a part of it, where semicolons part the accused", () => {
    expect(read("Первый П.П., он же Второй - ст.337 ч.5 УК РФ")).toEqual(["337.5"]);
  });

  it("takes a comma behind a single word for a part of a name, where commas part the accused, too", () => {
    for (const name of [
      "ПРОБНЫЙ, ИМЯ ОТЧЕСТВО",
      "Пробный, П.П.",
      "Пробный-Второй, Имя",
      "Пробный П.П., он же Второй",
    ]) {
      expect(read(`${name} - ст.337 ч.5 УК РФ`, ",")).toEqual(["337.5"]);
      expect(read(`Лицо1 - ст.338 ч.1 УК РФ, ${name} - УК РФ: ст. 337 ч.5`, ",")).toEqual(["338.1", "337.5"]);
    }
    expect(read("Пробный П.П., Второй В.В. - ст.337 ч.5 УК РФ", ",")).toEqual(["", "337.5"]);
  });

  it("takes no citation of the law's wording for somebody", () => {
    const wordings = [
      "в редакции Федерального закона от 24.09.2022 № 365-ФЗ",
      "в ред. ФЗ от 24.09.2022 № 365-ФЗ",
      "(в ред. Федерального закона от 24.09.2022 № 365-ФЗ",
      "в ред. Федеральных законов от 24.09.2022 № 365-ФЗ, от 23.03.2024 № 64-ФЗ",
      "в редакции, действовавшей до 24.09.2022, Федерального закона № 365-ФЗ",
      "Федеральный закон от 24.09.2022 № 365-ФЗ",
    ];
    for (const wording of wordings) {
      for (const separator of [";", ","] as const) {
        for (const text of [
          `Лицо1 - ст.337 ч.5 УК РФ ${wording}`,
          `Лицо1 - ст.337 ч.5 УК РФ${separator} ${wording}`,
          `Лицо1 - ст.337 ч.5 (${wording}) УК РФ`,
        ]) {
          expect(read(text, separator), text).toEqual(["337.5"]);
          expect(read(`${text}${separator} Лицо2 - ст.338 ч.1 УК РФ`, separator), text).toEqual([
            "337.5",
            "338.1",
          ]);
        }
      }
    }
  });

  it("takes initials and double names for names", () => {
    expect(read("Ч.Ч. Пробный-Второй - ст.337 ч.5 УК РФ; П.П. Ст. Третий - ст.338 ч.1 УК РФ")).toEqual([
      "337.5",
      "338.1",
    ]);
  });

  it("gives no articles of other codes, and says so", () => {
    expect(read("Лицо1 - ст.125 УПК РФ; Лицо2 - УПК РФ: ст. 108; Лицо3 - УК РФ: ст. 337 ч.5")).toEqual([
      "-",
      "-",
      "337.5",
    ]);
    expect(read("Лицо1 - УПК РФ: ст. 125; УК РФ: ст. 337 ч.5")).toEqual(["337.5"]);
  });

  it.each([
    "Суд (судебный участок) первой инстанции: Читинский гарнизонный военный суд Номер дела в первой инстанции: 1-26/2024",
    "Судья (мировой судья) первой инстанции: Судья1 Номер дела в первой инстанции: 1-2/2024",
  ])("ends before the tail of an appeal's card: %s", (tail) => {
    expect(read(`Лицо1 - ст.337 ч.5 УК РФ ${tail}`)).toEqual(["337.5"]);
    expect(read(`Лицо1 ${tail}`)).toEqual([""]);
  });

  it("numbers the accused as the card lists them, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (names) => {
        const accused = parseAccused(names);
        expect(accused.map(({ ordinal }) => ordinal)).toEqual(accused.map((_, index) => index + 1));
      }),
    );
  });

  it("gives what it was made of, in either shape and with either separator", () => {
    const code = fc.record({
      article: fc.constantFrom("332", "335", "337", "338", "352.1"),
      part: fc.constantFrom(null, "1", "5", "2.1"),
      points: fc.constantFrom("", " п.а", " п.п.а,в"),
    });
    const prefix = fc.constantFrom("", "ст. 30 ч.3, ", "ст.33 ч.5-");
    const person = fc.array(fc.record({ prefix, code }), { minLength: 1, maxLength: 4 });
    const list = fc.array(person, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        list,
        fc.boolean(),
        fc.constantFrom(";" as const, "," as const),
        (persons, isCodeFirst, separator) => {
          const strings = persons.map((counts, index) => {
            const articles = counts.map(({ prefix, code: { article, part, points } }) => {
              return `${prefix}ст.${article}${part === null ? "" : ` ч.${part}${points}`}`;
            });
            const text = articles.join(`${separator} `);
            return isCodeFirst ? `Лицо${index + 1} - УК РФ: ${text}` : `Лицо${index + 1} - ${text} УК РФ`;
          });
          const expected = persons.map((counts) =>
            sortArticles(counts.map(({ code: { article, part } }) => articleCode(article, part))),
          );
          expect(
            parseAccused(strings.join(`${separator} `), separator).map(({ articles }) => articles),
          ).toEqual(expected);
        },
      ),
    );
  });
});
