import { describe, expect, it } from "vitest";
import type { PublicHeadline } from "../../../../worker/contract/headline-change.ts";
import { inlineIn } from "../../../../worker/wording/index.ts";
import { LANGUAGES } from "../../../../worker/wording/languages.ts";

const headline = (value: number | null, inline: string, unit = "convictions") =>
  ({ value, type: { unit }, text: { inline } }) as unknown as PublicHeadline;

describe("a headline that was kept in English", () => {
  it.each(["exact", "at_least", "about"] as const)(
    "is said in each language (%s), of a sample, too",
    (sureness) => {
      for (const lang of ["ru", "uk"] as const) {
        const said = ({ qualified, formats }: typeof LANGUAGES.en) =>
          qualified(formats.number(12_460), sureness);
        const [english, own] = [said(LANGUAGES.en), said(LANGUAGES[lang])];
        expect(inlineIn(lang, headline(12_460, english))).toBe(own);
        expect(inlineIn(lang, headline(12_460, LANGUAGES.en.inSample(english)))).toBe(
          LANGUAGES[lang].inSample(own),
        );
        expect(own).not.toMatch(/[a-z]/i);
      }
    },
  );

  it("is left as it is in English, where nothing is known, and where it was kept in another language", () => {
    expect(inlineIn("en", headline(5, "about 5"))).toBe("about 5");
    expect(inlineIn("uk", headline(null, "–"))).toBe("–");
    expect(inlineIn("uk", headline(5, "близько 5"))).toBe("близько 5");
  });
});
