import { describe, expect, it } from "vitest";
import { shareLine } from "../../../../worker/wording/index.ts";

const CHANGE = {
  type: { unit: "convictions", offence: "desertion", articles: ["337", "338"] },
  by: "sentence",
  key: "suspended",
  before: { value: 1_030, known: 1_040 },
  after: { value: 10, known: 1_040 },
} as const;

describe("a share that was corrected", () => {
  it.each(["en", "ru", "uk"] as const)("is told with its denominators: %s", (lang) => {
    const line = shareLine({ ...CHANGE, type: { ...CHANGE.type, articles: ["337", "338"] } }, lang);
    expect(line).toMatch(/^\p{Lu}.*337.*338.*: 1\D?030\/1\D?040 → 10\/1\D?040 \(.+\)$/u);
  });

  it("names the punishment, and the kind of service", () => {
    const type = { ...CHANGE.type, articles: ["337", "338"] };
    expect(shareLine({ ...CHANGE, type }, "en")).toContain("suspended");
    expect(shareLine({ ...CHANGE, type, by: "service", key: "mobilised" }, "en")).toContain("mobilised");
  });
});
