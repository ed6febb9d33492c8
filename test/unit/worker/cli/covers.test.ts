import { describe, expect, it } from "vitest";
import { readCovers } from "../../../../worker/cli/covers.ts";

describe("--covers", () => {
  it("is the first and the last day, of all courts or of some, and can be given again", () => {
    const all = readCovers("2023-01-01..2025-06-30");
    expect(all).toEqual([{ courts: null, start: "2023-01-01", end: "2025-06-30" }]);
    expect(readCovers("2022-01-01..2022-12-31:77GV0007,66GV0008", all)).toEqual([
      ...all,
      { courts: ["77GV0007", "66GV0008"], start: "2022-01-01", end: "2022-12-31" },
    ]);
  });

  it.each([
    "2023",
    "2023-01-01",
    "2023-02-30..2023-03-01",
    "2024-01-01..2023-01-01",
    "2023-01-01..2023-01-02:Omsk",
  ])("is refused where it isn't: %s", (text) => {
    expect(() => readCovers(text)).toThrow(/Expected/);
  });
});
