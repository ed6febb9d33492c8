import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { SeriesQuery } from "../../../worker/contract/series.ts";
import type { SeriesText } from "../../../worker/contract/series-text.ts";
import { recordsSeries } from "../../../worker/domain/records/series.ts";
import { seriesText } from "../../../worker/wording/index.ts";
import { counted, times } from "../worker/domain/counted-cases.ts";
import { ALL, NOWHERE, recordsOf } from "../worker/domain/records/editions.ts";

const guide = readFileSync("docs/api.md", "utf8");
/** The first lines of JavaScript below a heading. */
const codeBelow = (heading: string) =>
  /```js\n([\s\S]*?)```/.exec(guide.slice(guide.indexOf(`## ${heading}`)))?.[1] ?? "";

const DAYS = ["2024-08-14", "2024-11-13", "2025-02-12", "2025-05-14"];
const CASES = DAYS.flatMap((day, quarter) => [
  counted(times(10 + quarter, day), { sentence: "imprisonment" }),
  counted(times(30, day), { sentence: "suspended" }),
  counted(times(50, day)),
]);

/** What `/v1/series` answers, from the same functions. */
function answer(address: string): object {
  const query = SeriesQuery.parse(Object.fromEntries(new URL(address).searchParams));
  const { records, courts } = recordsOf(CASES, [], "2025-06-24");
  const { granularity, by = null, last = null } = query;
  const found = recordsSeries(
    records,
    courts,
    ALL,
    { granularity, by, from: null, to: null, last },
    "2025-06-24",
    NOWHERE,
  );
  if (!("points" in found)) throw new Error("too many");
  const edition = {
    id: "2025-06-24.1",
    published_at: "2025-06-24T09:00:00Z",
    evidence: "records" as const,
    sample: true,
    stale: false,
    source: { name: "Courts", url: "https://sudrf.ru/" },
    licence: "",
  };
  const keys = [...new Set(found.points.flatMap(({ key }) => key ?? []))];
  const text: SeriesText = seriesText(
    { edition, type: found.type, rate: false, by, keys, derived: false },
    "en",
  );
  return { edition, points: found.points, text };
}

describe("the developers' guide", () => {
  it("begins with lines that chart prison against suspended sentences", async () => {
    const fetch = async (address: string) => ({ json: async () => answer(address) });
    const lines = `(async () => { ${codeBelow("First")}; return { shares, caption }; })()`;
    const { shares, caption } = await runInNewContext(lines, { fetch });
    expect(shares).toHaveLength(8);
    expect(shares[0]).toMatchObject({ quarter: "2024-Q3", share: 0.75, known: 40 });
    expect(shares.at(-1)).toMatchObject({ quarter: "2025-Q2", known: 43 });
    expect(new Set(shares.map((one: { sentence: string }) => one.sentence)).size).toBe(2);
    expect(caption).toContain("2025-06-24.1");
  });
});
