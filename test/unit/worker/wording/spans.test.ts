import { describe, expect, it } from "vitest";
import { LANGS, type Span } from "../../../../worker/contract/terms.ts";
import { en } from "../../../../worker/wording/en/index.ts";
import { ageOf } from "../../../../worker/wording/language/age.ts";
import { ru } from "../../../../worker/wording/ru/index.ts";
import { uk } from "../../../../worker/wording/uk/index.ts";
import {
  counted,
  DESERTION,
  estimated,
  final,
  inAll,
  inEach,
  plain,
  printedTotal,
  published,
  THIS_WEEK,
  THIS_YEAR,
  textOf,
  yearToDate,
} from "./answers.ts";

const since = {
  edition: { id: "2025-09-01.1", published_at: "2025-09-01T09:00:00Z" },
  value: 152,
  qualifier: "exact" as const,
  difference: 6,
};

describe("a week that is told by what is expected of it", () => {
  it("shows the middle of the range as a number in digits, and the word for it beside", () => {
    expect(inAll("number", estimated())).toEqual({ en: "146", ru: "146", uk: "146" });
    expect(inAll("qualifier", estimated())).toEqual({ en: "about", ru: "около", uk: "близько" });
    expect(inAll("inline", estimated())).toEqual({ en: "about 146", ru: "около 146", uk: "близько 146" });
  });

  it("says in its label that it is estimated, what is recorded and what is expected", () => {
    expect(inAll("label", estimated())).toEqual({
      en: "convictions in the week of 2–8 June 2025, estimated · 98 recorded so far · 125–172 expected · articles 337 and 338",
      ru: "приговоров за неделю 2–8 июня 2025 года, оценка · пока учтено 98 · ожидается 125–172 · ст. 337 и 338 УК РФ",
      uk: "вироків за тиждень 2–8 червня 2025 року, оцінка · поки що враховано 98 · очікується 125–172 · ст. 337 і 338 КК РФ",
    });
    expect(inAll("label", estimated({ value: 20, expected: { low: 20, mid: 21, high: 24 } }))).toMatchObject({
      ru: expect.stringMatching(/^приговора за неделю/),
      uk: expect.stringMatching(/^вироку за тиждень/),
    });
  });

  it("gives one number where the ends of the range meet", () => {
    const { label } = textOf(estimated({ expected: { low: 146, mid: 146, high: 146 } }), "en");
    expect(label).toContain(" · 146 expected · ");
  });

  it("says its range once on a page: what it means stands in the status", () => {
    expect(inAll("status", estimated())).toEqual({
      en: "Records are still arriving: nine times in ten the final count falls within the expected range.",
      ru: "Записи ещё поступают: в девяти случаях из десяти итог попадает в ожидаемый диапазон.",
      uk: "Записи ще надходять: у дев’яти випадках із десяти підсумок потрапляє в очікувані межі.",
    });
  });

  it("is quoted as an estimate, with its range", () => {
    expect(inAll("sentence", estimated())).toEqual({
      en: "In the week of 2–8 June 2025 Russian military courts handed down about 146 convictions under articles 337 and 338 of Russia’s Criminal Code, according to Example Desk (data of 30 June 2025, edition 1). An estimate: 98 recorded so far, likely to reach 125–172 (nine times in ten).",
      ru: "За неделю 2–8 июня 2025 года российские военные суды вынесли около 146 обвинительных приговоров по ст. 337 и 338 УК РФ, по данным Example Desk (данные на 30 июня 2025 года, выпуск 1). Это оценка: пока учтено 98, ожидается 125–172 (в девяти случаях из десяти).",
      uk: "За тиждень 2–8 червня 2025 року російські військові суди ухвалили близько 146 обвинувальних вироків за ст. 337 і 338 КК РФ, за даними Example Desk (дані на 30 червня 2025 року, випуск 1). Це оцінка: поки що враховано 98, очікується 125–172 (у дев’яти випадках із десяти).",
    });
  });

  it("isn't said to be counted", () => {
    expect(inAll("detail", estimated())).toEqual({
      en: "Estimated from court records by date of verdict; an estimated 67% of records are in so far",
      ru: "Оценка по карточкам судебных дел, по дате приговора; по оценке, поступило 67 % записей",
      uk: "Оцінка за картками судових справ, за датою вироку; за оцінкою, надійшло 67% записів",
    });
  });

  it("differs by about so many from what it came to be", () => {
    expect(inAll("since", { ...estimated(), since })).toEqual({
      en: "now 152, about 6 more since",
      ru: "сейчас 152, с тех пор примерно на 6 больше",
      uk: "тепер 152, відтоді приблизно на 6 більше",
    });
  });

  it("says in a line of text that it is a sample", () => {
    const sample = { ...estimated(), edition: { ...estimated().edition, sample: true } };
    expect(inAll("inline", sample)).toEqual({
      en: "about 146 (sample)",
      ru: "около 146 (образец)",
      uk: "близько 146 (зразок)",
    });
    expect(textOf(sample, "en").number).toBe("146");
  });
});

describe("the current week beside it", () => {
  const soFar = (value: number) =>
    inAll("so_far", estimated({ so_far: { ...estimated().headline.so_far!, value } }));

  it.each([
    [0, "none recorded yet", "ничего не учтено", "нічого не враховано"],
    [1, "1 recorded", "учтено: 1", "враховано: 1"],
    [2, "2 recorded", "учтено: 2", "враховано: 2"],
    [5, "5 recorded", "учтено: 5", "враховано: 5"],
    [21, "21 recorded", "учтено: 21", "враховано: 21"],
  ])("is a line of its own: %i", (value, english, russian, ukrainian) => {
    expect(soFar(value)).toEqual({
      en: `This week so far: ${english}`,
      ru: `На этой неделе пока ${russian}`,
      uk: `Цього тижня поки що ${ukrainian}`,
    });
  });

  it("is left out where it isn't known, and of a frozen number", () => {
    expect(textOf(estimated({ so_far: null }), "en").so_far).toBe("");
    expect(textOf({ ...estimated(), since }, "en").so_far).toBe("");
  });
});

describe("the heading of a span", () => {
  const of = (span: Span) => textOf(final({}, { type: { ...DESERTION, span } }), "en").heading;

  it("says “this week” over the current week alone, while it lasts", () => {
    expect(inAll("heading", counted())).toEqual({
      en: "Russian deserters convicted this week",
      ru: "Приговоры российским дезертирам на этой неделе",
      uk: "Вироки російським дезертирам цього тижня",
    });
    for (const span of ["week", "month", "total"] as const)
      expect(of(span)).toBe("Russian deserters convicted");
    for (const heading of Object.values(inAll("heading", counted(), "2025-06-30"))) {
      expect(heading).not.toMatch(THIS_WEEK);
    }
  });

  it("says “this year” over the current year from its first day on", () => {
    expect(inAll("heading", yearToDate())).toEqual({
      en: "Russian deserters convicted this year",
      ru: "Приговоры российским дезертирам в этом году",
      uk: "Вироки російським дезертирам цього року",
    });
    const later = inAll("heading", yearToDate(), "2026-01-12");
    const cut = inAll("heading", yearToDate({ period: { start: "2025-03-01", end: "2025-06-08" } }));
    const frozen = inAll("heading", { ...yearToDate(), since });
    for (const heading of [later, cut, frozen].flatMap((each) => Object.values(each))) {
      expect(heading).not.toMatch(THIS_YEAR);
    }
  });

  it("keeps when and what for apart", () => {
    const awol = yearToDate(
      {},
      { type: { unit: "convictions", offence: "awol", articles: ["337"], span: "year" } },
    );
    expect(inAll("heading", awol)).toEqual({
      en: "Russian soldiers convicted this year of absence without leave",
      ru: "Приговоры российским военным в этом году за самовольное оставление части",
      uk: "Вироки російським військовим цього року за самовільне залишення частини",
    });
  });
});

describe("the label of a span", () => {
  it("names the month", () => {
    const may = final(
      { value: 800, per: "month", period: { start: "2025-05-01", end: "2025-05-31" } },
      { type: { ...DESERTION, span: "month" } },
    );
    expect(inAll("label", may)).toEqual({
      en: "convictions in May 2025 · articles 337 and 338",
      ru: "приговоров в мае 2025 года · ст. 337 и 338 УК РФ",
      uk: "вироків у травні 2025 року · ст. 337 і 338 КК РФ",
    });
  });

  it("says from when to when a year to date runs", () => {
    expect(inAll("label", yearToDate())).toEqual({
      en: "convictions from 1 January to 8 June 2025 · articles 337 and 338",
      ru: "приговоров с 1 января по 8 июня 2025 года · ст. 337 и 338 УК РФ",
      uk: "вироків з 1 січня по 8 червня 2025 року · ст. 337 і 338 КК РФ",
    });
  });

  it("says since when a total counts, which is as printed", () => {
    expect(inAll("number", printedTotal())).toEqual({ en: "20,538", ru: "20 538", uk: "20 538" });
    expect(inAll("qualifier", printedTotal())).toEqual({ en: "", ru: "", uk: "" });
    expect(inAll("label", printedTotal())).toEqual({
      en: "new court cases from 21 September 2022 to 31 May 2025 · articles 332, 337 and 338",
      ru: "новых уголовных дел с 21 сентября 2022 года по 31 мая 2025 года · ст. 332, 337 и 338 УК РФ",
      uk: "нових кримінальних справ з 21 вересня 2022 року по 31 травня 2025 року · ст. 332, 337 і 338 КК РФ",
    });
    expect(inAll("detail", printedTotal())).toEqual({
      en: "By Mediazona’s count",
      ru: "По данным «Медиазоны»",
      uk: "За даними «Медіазони»",
    });
    expect(inAll("sentence", printedTotal())).toEqual({
      en: "From 21 September 2022 to 31 May 2025 Russian military courts received 20,538 cases under articles 332, 337 and 338 of Russia’s Criminal Code, by Mediazona’s count (data of 30 June 2025, edition 1).",
      ru: "С 21 сентября 2022 года по 31 мая 2025 года в российские военные суды поступило 20 538 новых уголовных дел по ст. 332, 337 и 338 УК РФ, по данным «Медиазоны» (данные на 30 июня 2025 года, выпуск 1).",
      uk: "З 21 вересня 2022 року по 31 травня 2025 року російські військові суди отримали 20 538 нових кримінальних справ за ст. 332, 337 і 338 КК РФ, за даними «Медіазони» (дані на 30 червня 2025 року, випуск 1).",
    });
  });

  it("counts people where people are counted", () => {
    const sentenced = printedTotal(
      { value: 17_721 },
      { type: { ...printedTotal().type, unit: "persons_sentenced" } },
    );
    expect(inAll("label", sentenced)).toMatchObject({
      en: expect.stringMatching(/^soldiers sentenced from 21 September 2022 to/),
      ru: expect.stringMatching(/^осуждённый с 21 сентября 2022 года по/),
      uk: expect.stringMatching(/^засуджений з 21 вересня 2022 року по/),
    });
    const charged = printedTotal(
      { value: 21, qualifier: "at_least" },
      { type: { ...printedTotal().type, unit: "persons_charged" } },
    );
    expect(inAll("label", charged)).toMatchObject({
      en: expect.stringMatching(/^soldiers charged from/),
      ru: expect.stringMatching(/^обвиняемого с/),
      uk: expect.stringMatching(/^обвинуваченого з/),
    });
  });
});

describe("a number that has aged", () => {
  it("says so from the sixtieth day on, in the status and the sentence", () => {
    expect(textOf(published({ age_days: 59 }), "en").status).toBe("");
    expect(inAll("status", published({ age_days: 60 }))).toEqual({
      en: "This figure is 2 months old; no newer one of its kind has been found.",
      ru: "Этому числу 2 месяца; более нового такого же не найдено.",
      uk: "Цьому числу 2 місяці; новішого такого самого не знайдено.",
    });
    for (const lang of LANGS) {
      const { status, sentence } = textOf(published({ age_days: 579 }), lang);
      expect(sentence.endsWith(` ${status}`)).toBe(true);
      expect(status).toMatch(/\b19\s/);
    }
  });

  it("says of records that a newer number can't be given", () => {
    expect(inAll("status", final({ age_days: 70 }))).toEqual({
      en: "This number is 2 months old; a newer one can’t be given yet.",
      ru: "Этому числу 2 месяца; более новое назвать пока нельзя.",
      uk: "Цьому числу 2 місяці; новіше назвати поки що не можна.",
    });
  });

  it("says nothing of the newest where another edition was asked for, or where there is no number", () => {
    const frozen = textOf({ ...published({ age_days: 600 }), since }, "en");
    expect(`${frozen.status} ${frozen.sentence}`).not.toContain(" old");
    expect(textOf(published({ value: null, age_days: 600 }), "en").status).toBe("");
  });

  it.each([
    [30, "1 month", "1 месяц", "1 місяць"],
    [60, "2 months", "2 месяца", "2 місяці"],
    [152, "5 months", "5 месяцев", "5 місяців"],
    [579, "19 months", "19 месяцев", "19 місяців"],
    [640, "21 months", "21 месяц", "21 місяць"],
    [731, "2 years", "2 года", "2 роки"],
    [850, "more than 2 years", "более 2 лет", "понад 2 роки"],
    [1096, "3 years", "3 года", "3 роки"],
    [1830, "5 years", "5 лет", "5 років"],
  ])("%i days are %s", (days, english, russian, ukrainian) => {
    const languages = { en, ru, uk };
    expect(inEach((lang) => plain(languages[lang].age(ageOf(days))))).toEqual({
      en: english,
      ru: russian,
      uk: ukrainian,
    });
  });
});
