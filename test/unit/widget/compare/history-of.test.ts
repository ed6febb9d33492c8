import { describe, expect, it } from "vitest";
import { historyOf } from "../../../../widget/compare/history-of.ts";
import type { CompareBody } from "../../../../worker/contract/compare.ts";

const body = (type: Partial<CompareBody["type"]> = {}) =>
  ({
    edition: { evidence: "published" },
    type: { unit: "cases_received", offence: "awol", articles: ["337"], ...type },
    text: { lang: "uk" },
  }) as unknown as CompareBody;
const of = (query: string, type = {}) =>
  Object.fromEntries(
    new URL(historyOf(`https://stats.example/v1/compare?${query}`, body(type)), "https://x").searchParams,
  );

describe("the page behind a comparison", () => {
  it("counts what the bars count, year by year, in their language and evidence", () => {
    const address = historyOf(
      "https://stats.example/v1/compare?theme=paper&measure=cases-received&period=2023-H1&with=2022%2C2021",
      body(),
    );
    expect(address.startsWith("https://stats.example/history?")).toBe(true);
    expect(of("theme=paper&measure=cases-received&period=2023-H1&with=2022")).toEqual({
      measure: "cases-received",
      offence: "awol",
      evidence: "published",
      granularity: "year",
      lang: "uk",
    });
  });

  it("takes the articles that were asked for, or those of the answer where no group has them", () => {
    expect(of("article=332%2C338&period=2023&with=2022").article).toBe("332,338");
    expect(of("period=2023&with=2022", { offence: null, articles: ["332", "338"] })).toMatchObject({
      article: "332,338",
    });
  });

  it("stays frozen where the comparison is", () => {
    expect(of("as-of=2025-06-30&period=2023&with=2022")["as-of"]).toBe("2025-06-30");
  });
});
