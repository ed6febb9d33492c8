import { describe, expect, it } from "vitest";
import { LANGS } from "../../../../worker/contract/terms.ts";
import { seriesText } from "../../../../worker/wording/index.ts";
import { EDITION, TYPE } from "../../../fixtures/published-answer.ts";
import { inEach } from "./answers.ts";

const SERIES = {
  edition: EDITION,
  type: TYPE,
  rate: true,
  by: null,
  keys: [],
} satisfies Parameters<typeof seriesText>[0];

describe("the words of a series", () => {
  it("say what a value counts, and that it is a rate", () => {
    expect(inEach((lang) => seriesText(SERIES, lang).label)).toEqual({
      en: "Convictions a week · articles 332, 337 and 338",
      ru: "Приговоров в неделю · ст. 332, 337 и 338 УК РФ",
      uk: "Вироків на тиждень · ст. 332, 337 і 338 КК РФ",
    });
    expect(inEach((lang) => seriesText({ ...SERIES, rate: false }, lang).count)).toEqual({
      en: "Convictions",
      ru: "Приговоров",
      uk: "Вироків",
    });
  });

  it("say of rates that they were calculated, and of counts where some were", () => {
    expect(inEach((lang) => seriesText(SERIES, lang).source)).toEqual({
      en: expect.stringMatching(/\. Weekly rates are calculated from published totals\.$/),
      ru: expect.stringMatching(/\. Средние за неделю рассчитаны по опубликованным итогам\.$/),
      uk: expect.stringMatching(/\. Середні за тиждень розраховано за оприлюдненими підсумками\.$/),
    });
    const counts = { ...SERIES, rate: false };
    expect(seriesText({ ...counts, derived: true }, "en").source).toMatch(
      /What was not printed is calculated/,
    );
    expect(seriesText(counts, "en").source).not.toMatch(/calculated/);
  });

  it("name the keys as a reader knows them", () => {
    const keys = (by: string, keys: string[]) =>
      inEach((lang) => Object.values(seriesText({ ...SERIES, by, keys }, lang).keys).join(", "));
    expect(keys("sentence", ["suspended", "imprisonment"])).toEqual({
      en: "suspended sentences, imprisonment",
      ru: "условные сроки, реальное лишение свободы",
      uk: "умовні строки, реальне позбавлення волі",
    });
    expect(keys("service", ["mobilised", "unknown"])).toEqual({
      en: "mobilised soldiers, type of service not known",
      ru: "мобилизованные, вид службы неизвестен",
      uk: "мобілізовані, вид служби невідомий",
    });
    expect(keys("article", ["337"]).en).toBe("article 337");
    expect(keys("region", ["Приморский край"]).uk).toBe("Приморский край");
  });

  it("leave room for the number where it belongs, and name the edition", () => {
    expect(inEach((lang) => seriesText(SERIES, lang).at_least)).toEqual({
      en: "at least {n}",
      ru: "не менее {n}",
      uk: "не менше {n}",
    });
    for (const lang of LANGS) {
      const text = seriesText(SERIES, lang);
      expect(text.history.expected).toContain("{n}");
      expect(text.history.frozen).toMatch(/30\s(June|июня|червня)\s2025.*\s1$/);
      expect(text.status).toBe("");
    }
  });

  it("mark a sample", () => {
    const edition = { ...SERIES.edition, sample: true };
    expect(seriesText({ ...SERIES, edition }, "en").status).toContain("SAMPLE");
  });
});
