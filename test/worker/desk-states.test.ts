import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import type { EditionLine } from "../../worker/contract/editions.ts";
import { sha256Hex } from "../../worker/domain/digest.ts";
import { runs } from "../runs.ts";
import { type Newsroom, weekly } from "./desk-room.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

const OVERRIDE = "What this test is about lies elsewhere";
const COVERS = [{ courts: null, start: "2024-01-01", end: "2025-06-30" }];

/** What the desk may do, in any order; a number picks among what there is. */
type Step =
  | { do: "ledger"; first: number }
  | { do: "records"; which: number[]; outcome: "convicted" | "acquitted" }
  | { do: "withdraw" | "restore"; which: number }
  | { do: "redact" }
  | { do: "revert"; to: number };

const STEP: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("ledger" as const), first: fc.integer({ min: 1, max: 3 }) }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("records" as const),
      which: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 6 }),
      outcome: fc.constantFrom("convicted" as const, "acquitted" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("withdraw" as const, "restore" as const), which: fc.nat(9) }),
  },
  fc.record({ do: fc.constant("redact" as const) }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant("revert" as const), to: fc.nat(20) }) },
);

/** Ten cases, two a week, the last with two defendants. */
function invented(): CourtCase[] {
  const DAYS = ["2025-03-04", "2025-03-11", "2025-03-18", "2025-03-25", "2025-04-01"];
  return Array.from({ length: 10 }, (_, at) =>
    convicted({ decided_on: DAYS[at % 5]!, received_on: "2025-02-03", by_hand: true }),
  );
}

const WEEKS = ["2025-W10", "2025-W11", "2025-W12", "2025-W13", "2025-W14"];

/** What is true after some steps: of each record its outcome, and whether it was withdrawn. Shares no code with ours. */
interface Truth {
  figures: number;
  records: ReadonlyMap<number, { outcome: string; withdrawn: boolean }>;
}

function recount({ records }: Truth): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [at, { outcome, withdrawn }] of records) {
    const week = WEEKS[at % 5]!;
    if (outcome === "convicted" && !withdrawn) counts[week] = (counts[week] ?? 0) + 1;
  }
  return counts;
}

async function stage(room: Newsroom, cases: readonly CourtCase[], salt: number): Promise<string> {
  const content = await sha256Hex(JSON.stringify([cases, salt]));
  const file = {
    sha256: content,
    format: "desk-csv",
    rows: 1,
    taken: 1,
    rejected: 0,
    kept_out: {},
    warnings: [],
  };
  const request = { kind: "cases", content, parts: 1, mode: "partial", covers: COVERS, provenance: [file] };
  const { body } = await room.ask<{ batch: { id: string } }>("POST", "/v1/imports", request);
  const { id } = body.batch;
  await room.ask("PUT", `/v1/imports/${id}/parts/0`, { cases });
  await room.ask("POST", `/v1/imports/${id}/seal`, {});
  return id;
}

/** Takes a step in the newsroom and in the truth. */
async function take(
  step: Step,
  room: Newsroom,
  pool: readonly CourtCase[],
  truth: Truth,
  past: Past[],
): Promise<Truth> {
  const records = new Map(truth.records);
  switch (step.do) {
    case "ledger": {
      const figures = LEDGER.slice(0, LEDGER.length - step.first);
      await room.publish(await room.stageFigures(figures), OVERRIDE);
      return { ...truth, figures: figures.length };
    }
    case "records": {
      const cases = step.which.map((at) => ({ ...pool[at]!, outcome: step.outcome }));
      await room.publish(await stage(room, cases, past.length), OVERRIDE);
      for (const at of step.which) {
        records.set(at, { outcome: step.outcome, withdrawn: records.get(at)?.withdrawn ?? false });
      }
      return { ...truth, records };
    }
    case "withdraw":
    case "restore": {
      const withdrawn = step.do === "withdraw";
      const { case_uid } = pool[step.which]!;
      const request = { case_uid, reason: OVERRIDE, ...(!withdrawn && { restore: true }) };
      const { status } = await room.ask("POST", "/v1/imports/withdraw", request);
      const known = records.get(step.which);
      expect(status).toBe(known && known.withdrawn !== withdrawn ? 200 : 404);
      if (status === 200) records.set(step.which, { ...known!, withdrawn });
      return { ...truth, records };
    }
    case "redact":
      await room.ask("POST", "/v1/imports/redact", {});
      return truth;
    case "revert": {
      const to = past[step.to % Math.max(1, past.length)];
      if (!to) return truth;
      const { status } = await room.ask("POST", "/v1/imports/revert", {
        edition: to.edition,
        note: OVERRIDE,
      });
      expect(status).toBe(to === past.at(-1) ? 409 : 200);
      return to.truth;
    }
  }
}

interface Past {
  edition: string;
  truth: Truth;
  sha256: string;
}

async function newest(room: Newsroom): Promise<EditionLine | undefined> {
  room.restart();
  const response = await room.get("/v1/editions");
  return response.ok ? (await response.json<{ editions: EditionLine[] }>()).editions[0] : undefined;
}

describe("whatever the desk did before", () => {
  it("what readers are told is what a recount finds, and every state can be gone back to", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, { minLength: 3, maxLength: 9 }), async (steps) => {
        const room = await openNewsroom("2025-07-01T09:00:00Z");
        const pool = invented();
        const past: Past[] = [];
        let truth: Truth = { figures: 0, records: new Map() };
        for (const step of steps) {
          const before = past.at(-1)?.edition;
          truth = await take(step, room, pool, truth, past);
          const edition = await newest(room);
          if (!edition) continue;
          if (edition.id !== before) past.push({ edition: edition.id, truth, sha256: edition.sha256 });
          expect(edition.counts.figures).toBe(truth.figures);
          if (truth.records.size > 0) expect(await weekly(room, "evidence=records")).toEqual(recount(truth));
          if (step.do === "revert" && edition.id !== before) {
            const to = past[step.to % (past.length - 1)];
            expect(edition.sha256).toBe(to?.sha256);
          }
        }
        for (const { edition, truth } of past.slice(0, 3)) {
          const { status } = await room.ask("POST", "/v1/imports/revert", { edition, note: OVERRIDE });
          if (edition !== past.at(-1)?.edition) expect(status).toBe(200);
          if (truth.records.size > 0) expect(await weekly(room, "evidence=records")).toEqual(recount(truth));
        }
      }),
      runs(4),
    );
  });
});
