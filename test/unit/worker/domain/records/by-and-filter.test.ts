import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SeriesKey, SeriesPoint } from "../../../../../worker/contract/series.ts";
import { type Places, questionFor } from "../../../../../worker/domain/records/keyed-counts.ts";
import type { RecordsQuestion } from "../../../../../worker/domain/records/question.ts";
import { recordsSeries } from "../../../../../worker/domain/records/series.ts";
import { runs } from "../../../../runs.ts";
import { counted } from "../counted-cases.ts";
import { ALL, recordsOf } from "./editions.ts";

const COURTS = ["77GV0008", "77GV0010", "39GV0005"];
const places: Places = {
  regionOf: (court) => (court === "39GV0005" ? "West" : "Centre"),
  courtsIn: (region) => new Set(region === "West" ? ["39GV0005"] : ["77GV0008", "77GV0010"]),
};

const someCounts = fc
  .record({
    days: fc.array(fc.constantFrom("2025-04-30", "2025-05-02", "2025-05-20", "2025-06-18"), { minLength: 1 }),
    scope: fc.constantFrom("337", "338", "337;338", "332", "339"),
    service: fc.constantFrom("mobilised", "contract", "unknown"),
    sentence: fc.constantFrom("suspended", "imprisonment", "unknown"),
    court: fc.constantFrom(...COURTS),
  })
  .map(({ days, ...kind }) => counted(days, kind));

const request = fc.record({
  granularity: fc.constantFrom("week", "month", "year"),
  from: fc.constant(null),
  to: fc.constant(null),
});
const question = fc.record({
  articles: fc.constantFrom(null, ["337"], ["332", "337", "338"]),
  service: fc.constantFrom(null, "mobilised"),
  sentence: fc.constantFrom(null, "suspended"),
});

describe("a cell of a parted series", () => {
  it.each(["article", "service", "sentence", "court", "region"] as const)(
    "says what the question says that asks for it alone: by %s",
    (by: SeriesKey) => {
      fc.assert(
        fc.property(
          fc.array(someCounts, { minLength: 1, maxLength: 12 }),
          request,
          question,
          (cases, asked, filters) => {
            const isPlace = by === "court" || by === "region";
            const all = { ...ALL, ...filters, ...(isPlace && { service: null, sentence: null }) };
            const built = recordsOf(cases, cases, "2025-06-24");
            const ask = (one: RecordsQuestion, parted: SeriesKey | null): SeriesPoint[] => {
              const wanted = { ...asked, by: parted };
              const answer = recordsSeries(built.records, built.courts, one, wanted, "2025-06-24", places);
              return "points" in answer ? answer.points : [];
            };
            for (const { key, ...cell } of ask(all, by)) {
              const alone = ask(questionFor(all, by, key!, places), null);
              expect({ key, ...cell }).toEqual({ ...alone.find(({ label }) => label === cell.label), key });
            }
          },
        ),
        runs(60),
      );
    },
  );

  it("is never a zero where it is but a lower bound", () => {
    fc.assert(
      fc.property(
        fc.array(someCounts, { minLength: 1, maxLength: 12 }),
        request,
        question,
        (cases, asked, filters) => {
          const { records, courts } = recordsOf(cases, cases, "2025-06-24");
          for (const by of [null, "service", "sentence", "article"] as const) {
            const wanted = { ...asked, by };
            const answer = recordsSeries(
              records,
              courts,
              { ...ALL, ...filters },
              wanted,
              "2025-06-24",
              places,
            );
            const points = "points" in answer ? answer.points : [];
            expect(points.filter(({ value, qualifier }) => value === 0 && qualifier === "at_least")).toEqual(
              [],
            );
          }
        },
      ),
      runs(60),
    );
  });
});
