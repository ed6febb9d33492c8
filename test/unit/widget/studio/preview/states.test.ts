import { describe, expect, it } from "vitest";
import { FILTERS, type Filter, summaryUrl } from "../../../../../widget/stats/query.ts";
import { serveStates, sourceOf } from "../../../../../widget/studio/preview/serve-states.ts";
import { inState, STATES } from "../../../../../widget/studio/preview/states.ts";
import type { Summary } from "../../../../../worker/contract/summary.ts";
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

describe("the preview's element", () => {
  it("asks for a state where a page's would ask the service, and is answered in that state", async () => {
    const asked: string[] = [];
    const world = {
      fetch: async (input: RequestInfo | URL) => {
        asked.push(String(input));
        return Response.json(now);
      },
    };
    serveStates(world, "https://stats.example/studio", () => "2025-06-30");
    const answer = await world.fetch(
      summaryUrl(
        sourceOf("stale")!,
        "uk",
        Object.fromEntries(FILTERS.map((name) => [name, null])) as Record<Filter, null>,
      ),
    );
    expect(((await answer.json()) as Summary).edition.stale).toBe(true);
    await world.fetch("https://stats.example/v1/themes");
    expect(asked).toEqual(["/v1/summary?lang=uk", "https://stats.example/v1/themes"]);
  });

  it("asks the service itself for what stands", () => {
    expect(sourceOf("now")).toBeNull();
  });
});
