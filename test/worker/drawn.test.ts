import { beforeAll, describe, expect, it } from "vitest";
import { seriesUrl } from "../../widget/history/address.ts";
import { SeriesBody } from "../../worker/contract/series.ts";
import { Summary } from "../../worker/contract/summary.ts";
import { MEASURES, OFFENCES, SPANS } from "../../worker/contract/terms.ts";
import { LEDGER, openNewsroom } from "./newsroom.ts";

describe("what publishers counted, in whatever unit", () => {
  let room: Awaited<ReturnType<typeof openNewsroom>>;

  beforeAll(async () => {
    room = await openNewsroom("2025-07-01T09:00:00Z");
    await room.publishFigures(LEDGER);
  });

  /** The history of an answer, at the address that its panel asks. */
  async function historyOf(path: string, summary: Summary): Promise<SeriesBody> {
    const asked = new URL(seriesUrl(`https://host${path}`, summary, { granularity: "week", by: "" }));
    return SeriesBody.parse(await room.json(`${asked.pathname}${asked.search}`));
  }

  it.each(MEASURES)("is drawn wherever a number of it is told, and has a history: %s", async (measure) => {
    let told = 0;
    for (const span of SPANS.filter((one) => one !== "this-week")) {
      for (const offence of [null, ...OFFENCES]) {
        const path = `/v1/summary?measure=${measure}&span=${span}${offence ? `&offence=${offence}` : ""}`;
        const summary = Summary.parse(await room.json(path));
        if (summary.headline.value === null) continue;
        told += 1;
        expect(summary.series.values.at(-1), path).not.toBeNull();
        const { points, type } = await historyOf(path, summary);
        expect(type.unit, path).toBe(summary.type.unit);
        expect(
          points.some(({ value }) => value !== null),
          path,
        ).toBe(true);
      }
    }
    expect(told).toBeGreaterThan(3);
  });
});
