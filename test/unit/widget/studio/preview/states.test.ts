import { describe, expect, it } from "vitest";
import { inState, STATES } from "../../../../../widget/studio/preview/states.ts";
import { published } from "../../../../widget/summary.ts";

const now = published("uk");

describe("a state of the preview", () => {
  it.each(["provisional", "frozen", "stale", "sample"] as const)(
    "%s is said in the service's own words",
    (state) => {
      const { text } = inState(now, state, "2025-06-30");
      expect(text.status).not.toBe("");
      expect(text.number).toBe("198");
      expect(text.lang).toBe("uk");
    },
  );

  it("corrected says what was corrected", () => {
    expect(inState(now, "corrected", "2025-06-30").text.correction).toContain("198");
  });

  it("leaves the number in large type as it is", () => {
    for (const state of STATES) expect(inState(now, state, "2025-06-30").text.number).toBe("198");
  });
});
