import { describe, expect, it } from "vitest";
import { readPeriod, readPeriods } from "../../../../widget/studio/compared.ts";
import { en } from "../../../../widget/studio/editor/words/en.ts";
import { ru } from "../../../../widget/studio/editor/words/ru.ts";
import { uk } from "../../../../widget/studio/editor/words/uk.ts";
import { COMPARED_PERIODS_MAX } from "../../../../worker/config.ts";
import { PeriodSpan, periodSpans } from "../../../../worker/contract/period.ts";

/** Made of what periods are made of, well and badly. */
const TYPED = [
  "2023",
  "1899",
  "-H1",
  "-H3",
  "-Q2",
  "-Q5",
  "-05",
  "-13",
  "-W20",
  "-W53",
  "-W00",
  "-",
  "/",
  ",",
  "x",
];
const typings = TYPED.flatMap((one) => TYPED.flatMap((two) => TYPED.map((three) => one + two + three)));

describe("a period as it is typed", () => {
  it("is taken where the service takes it, and else refused with a reason", () => {
    for (const text of typings) {
      const { value, fault } = readPeriod(text);
      expect(value !== null, text).toBe(PeriodSpan.safeParse(text.toUpperCase()).success);
      expect(fault === null, text).toBe(value !== null);
    }
  });

  it("is taken only as the service takes it, of several, too", () => {
    for (const text of typings) {
      const { value, fault, periods } = readPeriods(text);
      if (value === null) {
        expect(fault === null, text).toBe(text.replaceAll(",", "") === "");
        continue;
      }
      const taken = periodSpans(COMPARED_PERIODS_MAX).parse(value);
      expect(periods, text).toEqual(taken);
    }
  });

  it("is what people mean by it: small letters, spaces, another dash, a comma too many", () => {
    expect(readPeriod(" 2023-h1 ").value).toBe("2023-H1");
    expect(readPeriod("2023–H1").value).toBe("2023-H1");
    expect(readPeriod("2023-01 / 2023-05").value).toBe("2023-01/2023-05");
    expect(readPeriods("2022, 2021,").value).toBe("2022,2021");
    expect(readPeriods("2022; 2021 2020").value).toBe("2022,2021,2020");
  });

  it("is nothing, and nothing wrong, while nothing is typed", () => {
    for (const text of [null, "", "  "]) {
      expect(readPeriod(text)).toMatchObject({ value: null, fault: null });
      expect(readPeriods(text)).toMatchObject({ value: null, fault: null });
    }
  });

  it("is refused by its name, and too many are counted", () => {
    expect(readPeriod("2023-H3").fault).toEqual({ kind: "spelling", typed: "2023-H3" });
    expect(readPeriod("2023-W53").fault).toEqual({ kind: "calendar", typed: "2023-W53" });
    expect(readPeriod("2023-05/2023-01").fault).toEqual({ kind: "calendar", typed: "2023-05/2023-01" });
    expect(readPeriods("2022,last year").fault).toEqual({ kind: "spelling", typed: "LAST" });
    const many = Array.from({ length: COMPARED_PERIODS_MAX + 1 }, (_, at) => 2000 + at).join();
    expect(readPeriods(many).fault).toEqual({ kind: "many", typed: String(COMPARED_PERIODS_MAX + 1) });
  });

  it.each([
    ["en", en],
    ["ru", ru],
    ["uk", uk],
  ] as const)("is refused in words that name it and what was expected (%s)", (_, { periodFaults }) => {
    const said = periodFaults.spelling("2023-H3");
    for (const part of ["2023-H3", "2023-H1", "2025-Q2", "2025-05", "2025-W20", "2023-01/2023-05"])
      expect(said).toContain(part);
    expect(periodFaults.calendar("2023-W53")).toContain("2023-W53");
    expect(periodFaults.many("13")).toMatch(new RegExp(`13.*${COMPARED_PERIODS_MAX}`));
  });
});
