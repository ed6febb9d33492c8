import { describe, expect, it } from "vitest";
import { LANGS, UNITS } from "../../../../worker/contract/terms.ts";
import { SOURCES } from "../../../../worker/domain/sources.ts";
import { summaryText } from "../../../../worker/wording/index.ts";
import { counted, inAll, published, textOf } from "./answers.ts";

const inEdition = (change: Partial<ReturnType<typeof published>["edition"]>) =>
  published({}, { edition: { ...published().edition, ...change } });

describe("the source", () => {
  const named = (name: string) => inEdition({ source: { name, url: "https://example.org/" } });

  it("is the publisher, as the language writes it", () => {
    expect(inAll("source", published())).toEqual({
      en: "Source: Mediazona",
      ru: "Источник: «Медиазона»",
      uk: "Джерело: «Медіазона»",
    });
  });

  it("says through whom a figure came", () => {
    expect(inAll("source", named("Mediazona via The Kyiv Independent"))).toEqual({
      en: "Source: Mediazona via The Kyiv Independent",
      ru: "Источник: «Медиазона», по публикации The Kyiv Independent",
      uk: "Джерело: «Медіазона», за публікацією The Kyiv Independent",
    });
    expect(inAll("detail", named("Mediazona via The Kyiv Independent"))).toMatchObject({
      en: expect.stringMatching(/, by Mediazona’s count as reported by The Kyiv Independent$/),
      ru: expect.stringMatching(/, по данным «Медиазоны», которые приводит The Kyiv Independent$/),
      uk: expect.stringMatching(/, за даними «Медіазони», які наводить The Kyiv Independent$/),
    });
  });

  it("is said in the reader's language also where it is the service's own", () => {
    const { records, published: figures } = SOURCES;
    expect(inAll("source", named(records.name))).toEqual({
      en: "Source: Records of Russian military courts",
      ru: "Источник: карточки дел российских военных судов",
      uk: "Джерело: картки справ російських військових судів",
    });
    expect(inAll("source", named(figures.name))).toEqual({
      en: "Source: Mediazona and others, named with each figure",
      ru: "Источник: «Медиазона» и другие, указанные при каждом числе",
      uk: "Джерело: «Медіазона» та інші, названі біля кожного числа",
    });
    const counted = inEdition({ source: records, evidence: "records" });
    expect(inAll("sentence", counted)).toEqual({
      en: expect.stringContaining(", according to court records (data of"),
      ru: expect.stringContaining(", по данным карточек дел (данные"),
      uk: expect.stringContaining(", за даними карток справ (дані"),
    });
  });

  it("credits nobody with a count that was another's", () => {
    expect(textOf(named("Verstka via Radio Svoboda (Judicial Department)"), "en").detail).toMatch(
      /, according to Russia’s Judicial Department as reported by Verstka and Radio Svoboda$/,
    );
    expect(textOf(named("The Moscow Times (Mediazona)"), "ru").detail).toMatch(
      /по данным «Медиазоны», которые приводит The Moscow Times$/,
    );
  });
});

describe("the number", () => {
  it("is written as the language writes it", () => {
    expect(inAll("number", published({ value: 1234.56 }))).toEqual({
      en: "1,234.6",
      ru: "1 234,6",
      uk: "1 234,6",
    });
  });

  it("of a share has its sign and isn't said by the week", () => {
    const share = published(
      { value: 63, figure: null },
      { type: { ...published().type, unit: "share_suspended" } },
    );
    expect(inAll("number", share)).toEqual({ en: "63%", ru: "63 %", uk: "63%" });
    for (const label of Object.values(inAll("label", share)))
      expect(label).not.toMatch(/a week|в неделю|на тиждень/);
  });
});

describe("non-breaking spaces", () => {
  it("keep number and noun, day and month, “ст.” and number together", () => {
    const { label, sentence } = summaryText(counted(), { lang: "ru", today: "2025-06-24" });
    expect(label).toContain("24\u00a0июня");
    expect(label).toContain("ст.\u00a0337");
    expect(label).toContain("УК\u00a0РФ");
    expect(sentence).toContain("124\u00a0обвинительных");
  });

  it("leave a narrow column places to break", () => {
    for (const lang of LANGS) {
      for (const unit of UNITS) {
        const text = summaryText(published({}, { type: { ...published().type, unit } }), {
          lang,
          today: "2025-06-24",
        });
        const pieces = `${text.heading} ${text.label} ${text.detail}`.split(" ");
        expect(Math.max(...pieces.map((piece) => piece.length)), `${unit} ${lang}`).toBeLessThan(26);
      }
    }
  });
});
