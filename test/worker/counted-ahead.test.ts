import { env } from "cloudflare:test";
import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import { readAhead, readContent, readCounted } from "../../worker/desk/content.ts";
import { editionOfBatch } from "../../worker/desk/next-edition.ts";
import type { EditionContent } from "../../worker/domain/edition.ts";
import type { CountedCases } from "../../worker/domain/tally.ts";
import { readBatch } from "../../worker/store/batches.ts";
import { latestEdition } from "../../worker/store/editions.ts";
import { runs } from "../runs.ts";
import { convicted, openNewsroom } from "./newsroom.ts";

const ON = "2025-06-30";
const COURTS = ["77GV0007", "66GV0008", "63GV0004"] as const;
/** So few that imports meet each other's cases. */
const NUMBERS = 8;

let room: Awaited<ReturnType<typeof openNewsroom>>;
beforeEach(async () => {
  room = await openNewsroom(`${ON}T09:00:00Z`);
});

const day = fc
  .integer({ min: 0, max: 1_500 })
  .map((back) => new Date(Date.parse(ON) - back * 86_400_000).toISOString().slice(0, 10));

const defendant = fc.record({
  court_code: fc.constantFrom(...COURTS),
  number: fc.integer({ min: 1, max: NUMBERS }),
  defendant: fc.integer({ min: 1, max: 3 }),
  articles: fc.constantFrom<string[]>(["337.5"], ["338.1"], ["337.4", "338.1"], ["228.2"]),
  service: fc.constantFrom("mobilised" as const, "contract" as const, "unknown" as const),
  sentence: fc.constantFrom("suspended" as const, "imprisonment" as const),
  outcome: fc.constantFrom(
    "convicted" as const,
    "convicted" as const,
    "acquitted" as const,
    "pending" as const,
  ),
  days: fc.tuple(day, day).map((both) => both.sort() as [string, string]),
  named: fc.boolean(),
});
type Drawn = typeof defendant extends fc.Arbitrary<infer One> ? One : never;

function caseOf({ court_code, number, outcome, days, sentence, named, ...one }: Drawn): CourtCase {
  const isOver = outcome !== "pending";
  return convicted({
    case_uid: named ? `${court_code}-01-2023-${String(number).padStart(6, "0")}-11` : null,
    ...{ court_code, case_number: `1-${number}/2023` },
    ...{ defendant: one.defendant, articles: one.articles, service: one.service },
    ...{ outcome, received_on: days[0], decided_on: isOver ? days[1] : null },
    sentence: outcome === "convicted" ? sentence : "unknown",
  });
}

/** Imports, one after the other, of few cases each and of any courts. */
const imports = fc.array(
  fc.record({
    cases: fc.uniqueArray(defendant, {
      minLength: 1,
      maxLength: 12,
      selector: (one) => `${one.court_code} ${one.number} ${one.defendant}`,
    }),
    mode: fc.constantFrom("partial", "complete"),
  }),
  { minLength: 1, maxLength: 3 },
);

/** In one order, so that two ways to the same counts are the same. */
function told({ records }: EditionContent): unknown {
  if (!records) return null;
  const { convictions, receipts, delays, counts, reporting } = records;
  return {
    ...{ convictions: cellsOf(convictions), receipts: cellsOf(receipts), delays, counts, reporting },
  };
}

function cellsOf(rows: readonly CountedCases[]): [cell: string, count: number, early: number][] {
  const sums = new Map<string, [number, number]>();
  for (const { court, scope, service, sentence, weeks, counts, early } of rows) {
    const kind = [court, scope.split(/[,;]/), service.split(",")].map((one) =>
      [...new Set([one].flat())].sort().join(),
    );
    weeks.forEach((week, at) => {
      const cell = [...kind, sentence, week].join(" ");
      const [count, before] = sums.get(cell) ?? [0, 0];
      sums.set(cell, [count + counts[at]!, before + early[at]!]);
    });
  }
  return [...sums].map(([cell, sum]): [string, number, number] => [cell, ...sum]).sort();
}

it("what a batch would leave is counted as it is once it is published", async () => {
  let published = 0;
  await fc.assert(
    fc.asyncProperty(imports, async (files) => {
      room = await openNewsroom(`${ON}T09:00:00Z`);
      for (const { cases, mode } of files) {
        const batch = await room.stageCases(cases.map(caseOf), mode);
        const preview = await room.preview(batch);
        expect(preview.guard.map(({ code }) => code)).not.toContain("records-altered");
        const order = { actor: "", note: "", override: null, now: room.clock.now() };
        const draft = editionOfBatch((await readBatch(env.DB, batch))!, await latestEdition(env.DB), order);
        const ahead = await readAhead(env.DB, draft, batch, await readCounted(env.DB, draft, null));
        const { status, body } = await room.publish(batch, "Drawn for a test");
        // A batch that changes nothing isn't published.
        if (status === 409 && /Nothing would change/.test(body.detail)) continue;
        expect(status, body.detail).toBe(200);
        const row = await latestEdition(env.DB);
        expect(told(ahead)).toEqual(told(await readContent(env.DB, row!, null, false)));
        published += 1;
      }
    }),
    runs(40),
  );
  expect(published).toBeGreaterThan(40);
});
