import { describe, expect, it } from "vitest";
import { preferredLanguage } from "../../../../worker/http/accept-language.ts";

const LANGS = ["en", "ru", "uk"] as const;

describe("preferredLanguage(acceptLanguage, offered)", () => {
  it.each([
    ["uk-UA,uk;q=0.9,ru;q=0.8,en;q=0.7", "uk"],
    ["de-DE, de;q=0.9, ru;q=0.5, en;q=0.4", "ru"],
    ["en;q=0.1, RU-ru;q=0.8", "ru"],
    ["uk;q=0, en", "en"],
    ["de", null],
    ["*", null],
    ["", null],
    [null, null],
    ["ukulele", null],
    [";;q=,,,", null],
  ] as const)("takes of %s: %s", (header, lang) => {
    expect(preferredLanguage(header, LANGS)).toBe(lang);
  });
});
