import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGS, OFFENCES, type Offence, UNITS } from "../../../../worker/contract/terms.ts";
import { OFFENCE_ARTICLES, offenceOf } from "../../../../worker/domain/offence.ts";
import { counted, inAll, plain, published, textOf } from "./answers.ts";

const NUMBERED = ["331", "332", "333", "334", "335", "336", "337", "338", "339", "340", "352.1", "356.1"];
const NAMED = ["toughened", "ch33", "any"];

const articles = fc.oneof(
  fc.subarray(NUMBERED, { minLength: 1 }),
  fc.constantFrom(...OFFENCES).map((offence) => [...OFFENCE_ARTICLES[offence]]),
);
/** Also named scopes, which may hold 338 but don't say so. */
const scopes = fc.oneof(
  articles,
  fc.constantFrom(...NAMED).map((scope) => [scope]),
);
const unit = fc.constantFrom(...UNITS);
const lang = fc.constantFrom(...LANGS);
const made = fc.constantFrom(published, counted);
/** Whatever the type says its offence is: the articles alone may decide the words. */
const offence = fc.option(fc.constantFrom(...OFFENCES));

const headingsOf = (group: Offence) =>
  inAll(
    "heading",
    published({}, { type: { unit: "convictions", offence: group, articles: [...OFFENCE_ARTICLES[group]] } }),
  );

describe("the label", () => {
  it("states unit, period and articles", () => {
    expect(inAll("label", published())).toEqual({
      en: "convictions a week, April 2025 · articles 332, 337 and 338",
      ru: "приговоров в неделю, апрель 2025 года · ст. 332, 337 и 338 УК РФ",
      uk: "вироків на тиждень, квітень 2025 року · ст. 332, 337 і 338 КК РФ",
    });
  });

  it("contains every article, for every unit, offence and language", () => {
    fc.assert(
      fc.property(unit, articles, lang, made, offence, (unit, articles, lang, made, offence) => {
        const { label, sentence } = textOf(made({}, { type: { unit, offence, articles } }), lang);
        const numbers: readonly string[] =
          plain(label)
            .split(" · ")[1]
            ?.match(/\d{3}(\.\d)?/g) ?? [];
        expect([...numbers].sort()).toEqual([...articles].sort());
        for (const article of articles) expect(sentence).toContain(article);
      }),
    );
  });

  it("puts articles in their order in the Code", () => {
    const type = { unit: "convictions", offence: null, articles: ["352.1", "338", "337"] } as const;
    expect(textOf(published({}, { type: { ...type, articles: [...type.articles] } }), "en").label).toContain(
      "articles 337, 338 and 352.1",
    );
  });

  it("states a single article and a named scope in words", () => {
    const of = (...articles: string[]) =>
      inAll("label", published({}, { type: { unit: "convictions", offence: null, articles } }));
    expect(of("337")).toMatchObject({
      en: expect.stringMatching(/ · article 337$/),
      ru: expect.stringMatching(/ · ст\. 337 УК РФ$/),
      uk: expect.stringMatching(/ · ст\. 337 КК РФ$/),
    });
    expect(of("any")).toMatchObject({
      en: expect.stringMatching(/ · all articles of the Criminal Code$/),
      ru: expect.stringMatching(/ · все статьи УК РФ$/),
      uk: expect.stringMatching(/ · усі статті КК РФ$/),
    });
    expect(of("ch33")).toMatchObject({
      en: expect.stringContaining("chapter 33"),
      ru: expect.stringContaining("глава 33"),
      uk: expect.stringContaining("глава 33"),
    });
    expect(of("toughened")).toMatchObject({
      en: expect.stringContaining("toughened in September 2022"),
      ru: expect.stringContaining("ужесточённые в сентябре 2022 года"),
      uk: expect.stringContaining("посилені у вересні 2022 року"),
    });
  });

  it("tells the units apart: cases, persons, convictions and texts have each their own noun and heading", () => {
    for (const lang of LANGS) {
      for (const part of ["label", "heading", "sentence"] as const) {
        const texts = UNITS.map(
          (unit) => textOf(published({}, { type: { ...published().type, unit } }), lang)[part],
        );
        expect(new Set(texts).size, `${part} in ${lang}`).toBe(UNITS.length);
      }
    }
  });

  it("agrees with the number above it, in the case that the word before it governs", () => {
    expect(inAll("label", published({ value: 21 }))).toMatchObject({
      ru: expect.stringMatching(/^приговора в неделю,/),
      uk: expect.stringMatching(/^вироку на тиждень,/),
    });
    // Nothing governs the noun of an exact number: 21 приговор, but около 21 приговора.
    expect(inAll("label", published({ value: 21, qualifier: "exact" }))).toMatchObject({
      ru: expect.stringMatching(/^приговор в неделю,/),
      uk: expect.stringMatching(/^вирок на тиждень,/),
    });
    expect(textOf(published({ value: 1 }), "en").label).toMatch(/^conviction a week,/);
  });

  it("leaves it to the word before the number that it is a lower bound", () => {
    const bound = published({ value: 103, qualifier: "at_least" });
    expect(inAll("qualifier", bound)).toEqual({ en: "at least", ru: "не менее", uk: "не менше" });
    expect(inAll("label", bound)).toEqual({
      en: "convictions a week, April 2025 · articles 332, 337 and 338",
      ru: "приговоров в неделю, апрель 2025 года · ст. 332, 337 и 338 УК РФ",
      uk: "вироків на тиждень, квітень 2025 року · ст. 332, 337 і 338 КК РФ",
    });
  });
});

describe("the heading", () => {
  it("may call soldiers deserters where 338 is among the articles of the default group", () => {
    expect(inAll("heading", counted())).toEqual({
      en: "Russian deserters convicted this week",
      ru: "Приговоры российским дезертирам на этой неделе",
      uk: "Вироки російським дезертирам цього тижня",
    });
  });

  it("names each offence group", () => {
    expect(headingsOf("desertion").en).toBe("Russian deserters convicted");
    expect(headingsOf("awol")).toEqual({
      en: "Russian soldiers convicted of absence without leave",
      ru: "Приговоры российским военным за самовольное оставление части",
      uk: "Вироки російським військовим за самовільне залишення частини",
    });
    expect(headingsOf("desertion-strict")).toEqual({
      en: "Russian soldiers convicted of desertion",
      ru: "Приговоры российским военным за дезертирство",
      uk: "Вироки російським військовим за дезертирство",
    });
    expect(headingsOf("refusal")).toEqual({
      en: "Russian soldiers convicted of disobeying orders or leaving their units",
      ru: "Приговоры российским военным за неисполнение приказа или уход из части",
      uk: "Вироки російським військовим за невиконання наказу чи залишення частини",
    });
    expect(headingsOf("surrender").uk).toContain("добровільну здачу в полон");
    expect(headingsOf("looting").ru).toContain("за мародёрство");
    expect(headingsOf("malingering").en).toContain("malingering");
  });

  it("names the articles of a list that is no group", () => {
    const type = { unit: "cases_received", offence: null, articles: ["333", "334"] } as const;
    expect(inAll("heading", published({}, { type: { ...type, articles: [...type.articles] } }))).toEqual({
      en: "New court cases against Russian soldiers under articles 333 and 334 of Russia’s Criminal Code",
      ru: "Новые уголовные дела против российских военных по ст. 333 и 334 УК РФ",
      uk: "Нові кримінальні справи проти російських військових за ст. 333 і 334 КК РФ",
    });
  });

  it("never speaks of desertion where article 338 isn't counted, whatever the type calls its offence", () => {
    fc.assert(
      fc.property(unit, scopes, lang, made, offence, (unit, articles, lang, made, offence) => {
        fc.pre(!articles.includes("338"));
        const text = textOf(made({}, { type: { unit, offence, articles } }), lang);
        expect(Object.values(text).join(" ").toLowerCase()).not.toMatch(/desert|дезертир/);
      }),
    );
  });

  it("follows the articles and not the offence that the type carries", () => {
    const { heading } = textOf(
      counted(
        {},
        { type: { unit: "convictions", offence: "desertion", articles: ["337"], span: "this-week" } },
      ),
      "en",
    );
    expect(heading).toBe("Russian soldiers convicted this week of absence without leave");
    expect(offenceOf(["337"])).toBe("awol");
  });

  it("is the publisher's own where there is one", () => {
    expect(textOf(published(), "uk", undefined, "  Our own heading ").heading).toBe("Our own heading");
    expect(textOf(published(), "en", undefined, "  ").heading).toBe(textOf(published(), "en").heading);
  });
});
