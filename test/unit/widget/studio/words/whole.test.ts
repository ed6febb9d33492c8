import { describe, expect, it } from "vitest";
import { whole } from "../../../../../widget/studio/words/whole.ts";

describe("a date in the studio", () => {
  it("keeps the letter behind its year, in any month and language", () => {
    for (const lang of ["ru", "uk"]) {
      for (let month = 0; month < 12; month++) {
        for (const dateStyle of ["medium", "long"] as const) {
          const written = new Intl.DateTimeFormat(lang, { dateStyle, timeZone: "UTC" }).format(
            Date.UTC(2026, month, 21),
          );
          expect(written, "as the language writes it").toMatch(/2026\s[гр]\./);
          expect(whole(written)).toMatch(/2026\u00a0[гр]\./);
          expect(whole(written).replace(/\s/g, " ")).toBe(written.replace(/\s/g, " "));
        }
      }
    }
    expect(whole("1 Dec 2026")).toBe("1 Dec 2026");
  });
});
