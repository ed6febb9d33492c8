import { beforeEach, describe, expect, it } from "vitest";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import { type DifferenceBody, DifferenceBody as Schema } from "../../worker/contract/desk-answers.ts";
import type { Newsroom } from "./desk-room.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

const between = async (from: number, to: number): Promise<DifferenceBody> =>
  Schema.parse(
    (await room.ask("GET", `/v1/imports/difference?from=2025-07-01.${from}&to=2025-07-01.${to}`)).body,
  );
const some = (count: number) => Array.from({ length: count }, () => convicted());

describe("the difference of any two editions", () => {
  it("is told as the review told it before the later one was published", async () => {
    await room.publishFigures(LEDGER);
    const id = await room.stageFigures(LEDGER.slice(0, 120));
    const review = await room.preview(id);
    await room.publish(id, "They were wrong from the start");
    const { figures, headlines, cases } = await between(1, 2);
    expect(figures).toEqual(review.figures);
    expect(headlines).toEqual(review.headlines);
    expect(cases).toBeNull();
  });

  it("has the records' rows, weeks and courts of an import as its review had them", async () => {
    const cases = some(20);
    await room.publishCases(cases);
    const changed = cases.slice(0, 3).map((one) => ({ ...one, outcome: "acquitted" as const }));
    const id = await room.stageCases([...changed, ...some(4)], "partial");
    const review = await room.preview(id);
    await room.publish(id, "Coded from the texts of the verdicts");
    const { cases: diff } = await between(1, 2);
    const { added, changed: other, convictions, changes, courts } = review.cases!;
    expect(diff).toMatchObject({
      added,
      changed: other,
      vanished: 0,
      convictions,
      changes,
      courts,
      same: 17,
    });
  });

  it("is the same the other way round, with before and after exchanged", async () => {
    await room.publishFigures(LEDGER);
    await room.publishCases(some(5));
    await room.publishFigures(LEDGER.slice(0, 100));
    const [there, back] = [await between(1, 3), await between(3, 1)];
    expect(back.figures.map(({ figure, before, after }) => [figure, after, before])).toEqual(
      there.figures.map(({ figure, before, after }) => [figure, before, after]),
    );
    expect([there.cases?.added, back.cases?.vanished, back.cases?.convictions]).toEqual([5, 5, -5]);
  });

  it("is none after a way back, whichever edition wrote the rows", async () => {
    await room.publishCases(some(20));
    const second = await room.publishCases(some(1), "partial");
    expect([second.status, second.body]).toEqual([200, expect.anything()]);
    const back = { edition: "2025-07-01.1", note: "The second was a mistake" };
    const reverted = await room.ask("POST", "/v1/imports/revert", back);
    expect([reverted.status, reverted.body]).toEqual([200, expect.anything()]);
    const { cases } = await between(1, 3);
    expect(cases).toMatchObject({ added: 0, changed: 0, vanished: 0, same: 20, changes: [], courts: [] });
  });

  it("needs two editions that there are", async () => {
    await room.publishFigures(LEDGER);
    const ask = async (query: string) => (await room.ask("GET", `/v1/imports/difference?${query}`)).status;
    expect(await ask("from=2025-07-01.1&to=2025-07-01.9")).toBe(404);
    expect(await ask("from=2025-07-01.1")).toBe(400);
  });
});

describe("the cases of an edition", () => {
  it("are exported as they were then", async () => {
    const cases = some(3);
    await room.publishCases(cases);
    await room.publishCases([{ ...cases[0]!, sentence: "suspended" }, ...some(2)], "partial");
    const exported = async (query = "") =>
      (await room.ask<{ cases: CourtCase[] }>("GET", `/v1/imports/export?${query}`)).body.cases;
    const sentences = (all: CourtCase[]) => all.filter(({ sentence }) => sentence === "suspended").length;
    const [then, now] = [await exported("edition=2025-07-01.1"), await exported()];
    expect([then.length, sentences(then)]).toEqual([3, 0]);
    expect([now.length, sentences(now)]).toEqual([5, 1]);
    expect((await exported("edition=2025-07-01.2")).length).toBe(5);
    expect((await room.ask("GET", "/v1/imports/export?edition=2025-07-01.9")).status).toBe(404);
  });
});
