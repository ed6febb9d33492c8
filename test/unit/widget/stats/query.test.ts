import { describe, expect, it, vi } from "vitest";
import {
  attributeOf,
  currentUrl,
  FILTERS,
  langOf,
  type Said,
  summaryUrl,
} from "../../../../widget/stats/query.ts";
import { SummaryQuery } from "../../../../worker/contract/query.ts";

const HOME = "https://stats.example";
const says =
  (filters: Partial<Record<Parameters<Said>[0], ReturnType<Said>>>): Said =>
  (name) =>
    filters[name];

describe("summaryUrl(src, lang, says(filters))", () => {
  it("asks for the summary in a language, and for nothing that isn't named", () => {
    expect(summaryUrl(HOME, "uk", says({}))).toBe("https://stats.example/v1/summary?lang=uk");
    expect(summaryUrl(HOME, "", says({}))).toBe("https://stats.example/v1/summary");
    expect(summaryUrl(HOME, "en", says({ offence: null, court: "", region: "  " }))).toBe(
      "https://stats.example/v1/summary?lang=en",
    );
  });

  it("gives equal questions equal addresses, whatever the order and the blanks", () => {
    const one = summaryUrl(HOME, "en", says({ offence: "awol", weeks: 52 }));
    const other = summaryUrl(HOME, "en", says({ weeks: " 52 ", offence: "awol" }));
    expect(one).toBe(other);
  });

  it("sends each filter under the name of its attribute", () => {
    const url = new URL(summaryUrl(HOME, "ru", says({ asOf: "2025-06-30.1", article: "337,338" })));
    expect(url.searchParams.get("as-of")).toBe("2025-06-30.1");
    expect(url.searchParams.get("article")).toBe("337,338");
    expect(attributeOf("colorScheme")).toBe("color-scheme");
  });

  it("takes an origin with or without a slash at its end", () => {
    expect(summaryUrl(`${HOME}/`, "en", says({}))).toBe(summaryUrl(HOME, "en", says({})));
  });

  it("knows every filter of the service", () => {
    const known = Object.keys(SummaryQuery.shape).filter((name) => name !== "lang");
    expect(FILTERS.map(attributeOf)).toEqual(expect.arrayContaining(known));
  });
});

describe("currentUrl(summary)", () => {
  it("is the same question without its date, at an address that readers can look at", () => {
    const frozen = { asOf: "2025-06-30", theme: "paper" };
    const now = (lang: "" | "uk", filters: object) => currentUrl(summaryUrl(HOME, lang, says(filters)));
    expect(now("uk", frozen)).toBe(`${HOME}/embed?lang=uk&theme=paper`);
    expect(now("", frozen)).toBe(`${HOME}/embed?theme=paper`);
    expect(now("uk", { asOf: "2025-06-30" })).toBe(`${HOME}/embed?lang=uk`);
    expect(now("", { asOf: "2025-06-30" })).toBe(`${HOME}/embed`);
  });
});

describe("langOf(tag)", () => {
  it("speaks English, Russian and Ukrainian, whatever region or script is meant", () => {
    expect(["en", "ru-RU", "uk-Cyrl-UA", " RU ", "en-gb"].map(langOf)).toEqual([
      "en",
      "ru",
      "uk",
      "ru",
      "en",
    ]);
  });

  it("falls back to English for what the service doesn't speak", () => {
    expect(["de", "bg", "sr-Cyrl", "zh-Hans", "x-klingon", "a".repeat(400)].map(langOf)).toEqual(
      Array(6).fill("en"),
    );
  });

  it("reads tags as pages write them: with underscores, with a country for a language, of programs", () => {
    expect(["ru_RU", "uk_UA", "ua", "UA", "ru_RU.UTF-8", "en_US"].map(langOf)).toEqual([
      "ru",
      "uk",
      "uk",
      "uk",
      "ru",
      "en",
    ]);
  });

  it("takes the nearest that readers of a language understand, by where it is at home", () => {
    expect(["be", "kk", "ky", "tt", "be-Latn-BY", "by", "kz", "kk-KZ", "crh"].map(langOf)).toEqual([
      ...Array<string>(8).fill("ru"),
      "uk",
    ]);
  });

  it("looks nothing up for a language that it speaks: the question waits for that", () => {
    const lookUps = vi.spyOn(Intl.Locale.prototype, "maximize");
    try {
      ["en", "ru-RU", "uk_UA", "EN-gb"].map(langOf);
      expect(lookUps).not.toHaveBeenCalled();
      langOf("be");
      expect(lookUps).toHaveBeenCalledOnce();
    } finally {
      lookUps.mockRestore();
    }
  });

  it("is none where none is named: a theme's own language comes before English", () => {
    expect(["", " ", "-"].map(langOf)).toEqual(["", "", ""]);
  });
});
