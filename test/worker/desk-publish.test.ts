import { beforeEach, describe, expect, it } from "vitest";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import { CorrectionsBody } from "../../worker/contract/editions.ts";
import type { Figure } from "../../worker/contract/figure.ts";
import { Summary } from "../../worker/contract/summary.ts";
import { sha256Hex } from "../../worker/domain/digest.ts";
import { type Newsroom, openBatch, table, versions, weekly } from "./desk-room.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

/** Convicted on Wednesday 2 April 2025 (W14), received on Monday 3 March (W10). */
const some = (count: number, fields = {}) => Array.from({ length: count }, () => convicted(fields));

const inForce = async () => (await versions()).filter(({ until_edition }) => until_edition === null);

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

describe("a first import", () => {
  it("is seen by nobody while it is staged, and by all readers once it is published", async () => {
    await room.publishFigures(LEDGER);
    const id = await room.stageCases(some(20));
    expect(Summary.parse(await room.json("/v1/summary")).edition.evidence).toBe("published");

    const { cases, guard } = await room.preview(id);
    expect(cases).toMatchObject({ same: 0, added: 20, changed: 0, vanished: 0, convictions: 20 });
    const awol = cases?.changes.filter(({ type }) => type.offence === "awol");
    expect(awol?.map(({ week, type, before, after }) => [week, type.unit, before, after])).toEqual([
      ["2025-W10", "cases_received", 0, 20],
      ["2025-W14", "convictions", 0, 20],
    ]);
    expect(guard.map(({ code }) => code)).toEqual([]);

    expect((await room.publish(id, "The first records")).body.edition.id).toBe("2025-07-01.2");
    room.restart();
    const { edition, headline } = Summary.parse(await room.json("/v1/summary?offence=awol"));
    // How late these records are nobody knows yet, so that they can't be told in large type before they are old.
    expect(edition).toMatchObject({ id: "2025-07-01.2", evidence: "published" });
    expect(headline.figure).not.toBeNull();
    expect(await weekly(room, "offence=awol")).toEqual({ "2025-W14": 20 });
    expect(await weekly(room, "offence=awol&measure=cases-received")).toEqual({ "2025-W10": 20 });
  });

  it("leaves the published figures to those who ask for them", async () => {
    await room.publishFigures(LEDGER);
    await room.publishCases(some(3));
    room.restart();
    const summary = Summary.parse(await room.json("/v1/summary?evidence=published"));
    expect(summary.headline.figure?.value).toBe(848);
  });

  it("counts each charge under its own offence, and one case once in each group", async () => {
    await room.publishCases([
      convicted({ articles: ["337.5", "338.1"] }),
      convicted({ articles: ["337.4"] }),
      convicted({ articles: ["332.2.1"] }),
      convicted({ articles: ["158.2"] }),
      convicted({ outcome: "acquitted" }),
    ]);
    expect(await weekly(room, "offence=awol")).toEqual({ "2025-W14": 2 });
    expect(await weekly(room, "offence=desertion-strict")).toEqual({ "2025-W14": 1 });
    expect(await weekly(room, "offence=desertion")).toEqual({ "2025-W14": 2 });
    expect(await weekly(room, "offence=refusal")).toEqual({ "2025-W14": 3 });
  });
});

describe("importing the same again", () => {
  it("changes nothing and says so", async () => {
    const cases = some(20);
    await room.publishCases(cases);
    const before = await versions();
    const again = await room.stageCases(cases);
    const { cases: diff } = await room.preview(again);
    expect(diff).toMatchObject({ same: 20, added: 0, changed: 0, vanished: 0, convictions: 0, changes: [] });
    const refused = await room.publish(again);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain("Nothing would change");
    expect(await versions()).toEqual(before);
    expect(await table("edition")).toHaveLength(1);
  });

  it("is the same batch as long as nothing else was published", async () => {
    const cases = some(3);
    const first = await room.stageCases(cases);
    expect(await room.stageCases(cases)).toBe(first);
    await room.publish(first);
    expect(await room.stageCases(cases)).not.toBe(first);
  });
});

describe("a correction", () => {
  it("replaces what was there, week and article and sentence, and readers are told", async () => {
    const [wrong, ...others] = some(10);
    await room.publishCases([wrong!, ...others]);
    room.clock.at = "2025-07-02T09:00:00Z";
    const changes: Partial<CourtCase> = {
      decided_on: "2025-04-09",
      articles: ["338.1"],
      sentence: "imprisonment",
    };
    const right = { ...wrong!, ...changes };
    const id = await room.stageCases([right]);
    expect((await room.preview(id)).cases).toMatchObject({ added: 0, changed: 1, convictions: 0 });
    expect((await room.publish(id, "A newer week has a record")).status).toBe(200);
    expect(await weekly(room, "offence=awol")).toEqual({ "2025-W14": 9 });
    expect(await weekly(room, "offence=desertion-strict")).toEqual({ "2025-W15": 1 });
    // Of a single case readers are told no sentence; the desk keeps it.
    expect(await inForce()).toContainEqual(
      expect.objectContaining({ case_uid: wrong!.case_uid, sentence: "imprisonment" }),
    );
    const { corrections } = CorrectionsBody.parse(await room.json("/v1/corrections"));
    expect(corrections[0]?.changes).toContainEqual(
      expect.objectContaining({ week: "2025-W14", before: 10, after: 9, class: "corrected" }),
    );
  });

  it("takes a conviction back where the desk codes an acquittal", async () => {
    const cases = some(10);
    await room.publishCases(cases);
    const id = await room.stageCases([{ ...cases[0]!, outcome: "acquitted" }]);
    const { guard } = await room.preview(id);
    expect(guard).toMatchObject([{ code: "total-falls", before: 10, after: 9 }]);
    await room.publish(id, "Acquitted by the text of the verdict");
    expect(await weekly(room, "offence=awol")).toEqual({ "2025-W14": 9 });
  });

  it("of one defendant leaves the others of the case as they are", async () => {
    const first = convicted();
    const second = { ...first, defendant: 2 };
    await room.publishCases([first, second]);
    await room.publishCases([{ ...second, sentence: "suspended", term_months: 12 }]);
    expect(await weekly(room)).toEqual({ "2025-W14": 2 });
    expect((await inForce()).map((version) => Reflect.get(version, "sentence")).sort()).toEqual(
      [first.sentence, "suspended"].sort(),
    );
    expect(await weekly(room, "measure=cases-received")).toEqual({ "2025-W10": 1 });
  });
});

describe("a batch", () => {
  it("is published once", async () => {
    const id = await room.stageCases(some(3));
    await room.publish(id);
    const again = await room.publish(id);
    expect(again.status).toBe(409);
    expect(again.body.detail).toContain("published as edition 2025-07-01.1");
    expect(await table("edition")).toHaveLength(1);
  });

  it("wins alone where two are published at once, and the other is told", async () => {
    const [one, other] = [await room.stageCases(some(3)), await room.stageCases(some(4), "partial")];
    const answers = await Promise.all([room.publish(one), room.publish(other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409);
    expect(loser?.body.detail).toMatch(/came first\. Stage the file again/);
    expect(await table("edition")).toHaveLength(1);
    const [winner] = await table<{ batch_id: string }>("edition");
    expect(await weekly(room)).toEqual({ "2025-W14": winner?.batch_id === one ? 3 : 4 });
  });

  it("is published once where it is published twice at once", async () => {
    const id = await room.stageCases(some(3));
    const answers = await Promise.all([room.publish(id), room.publish(id), room.publish(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await table("edition")).toHaveLength(1);
    expect(await versions()).toHaveLength(3);
  });

  it("that was compared with an older edition is refused", async () => {
    const [one, other] = [await room.stageCases(some(3)), await room.stageCases(some(4), "partial")];
    await room.publish(one);
    const refused = await room.publish(other);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toBe(
      "Edition 2025-07-01.1 came first. Stage the file again to see what it would change now.",
    );
  });

  it("takes its parts in any order, again without harm, and is sealed only when whole", async () => {
    const parts = [some(2), some(3), some(4)];
    const { id, send, seal } = await openBatch(room, parts);
    await send(2);
    await send(0);
    expect((await seal()).body.detail).toContain("2 of 3 parts");
    expect((await room.publish(id)).status).toBe(409);
    await send(0);
    expect((await openBatch(room, parts)).received).toEqual([0, 2]);
    await send(1);
    expect((await seal()).status).toBe(200);
    expect((await seal()).status).toBe(200);
    expect((await send(1)).status).toBe(409);
    expect((await room.preview(id)).cases).toMatchObject({ added: 9 });
  });

  it("can be discarded, staged again and published then", async () => {
    const cases = some(3);
    const id = await room.stageCases(cases);
    expect((await room.ask("DELETE", `/v1/imports/${id}`)).status).toBe(204);
    expect(await table("batch_case")).toHaveLength(0);
    expect((await room.publish(id)).status).toBe(409);
    expect(await room.stageCases(cases)).toBe(id);
    expect((await room.publish(id)).status).toBe(200);
    expect((await room.ask("DELETE", `/v1/imports/${id}`)).status).toBe(409);
  });

  it("leaves no staged row behind once its edition is out, nor do those that came too late", async () => {
    await room.stageCases(some(5), "partial");
    await room.publishCases(some(3));
    expect(await table("batch_case")).toHaveLength(0);
  });
});

describe("a ledger", () => {
  it("is diffed figure by figure, published as an edition, and leaves the records alone", async () => {
    await room.publishFigures(LEDGER);
    await room.publishCases(some(3));
    const changed = LEDGER.map((figure) =>
      figure.id === "f066" ? { ...figure, value: 870, note: "Corrected" } : figure,
    );
    const id = await room.stageFigures([...changed.slice(1), { ...LEDGER[0]!, id: "f900" }]);
    const { figures, cases } = await room.preview(id);
    expect(cases).toBeNull();
    const { publisher, period, value } = LEDGER[0]!;
    expect(figures).toMatchObject([
      { figure: LEDGER[0]!.id, change: "removed", fields: [], publisher, period, before: value, after: null },
      { figure: "f066", change: "changed", fields: ["value", "note"], before: 848, after: 870 },
      { figure: "f900", change: "added", fields: [], publisher, period, before: null, after: value },
    ]);
    expect((await room.publish(id, "A figure was renamed")).status).toBe(200);
    expect(await weekly(room)).toEqual({ "2025-W14": 3 });
    room.restart();
    expect(Summary.parse(await room.json("/v1/summary?evidence=published")).headline.figure?.value).toBe(870);
  });

  it("that is published while it is being discarded keeps its figures", async () => {
    const id = await room.stageFigures(LEDGER);
    meanwhile(async () => expect((await room.publish(id)).status).toBe(200));
    expect((await room.ask("DELETE", `/v1/imports/${id}`)).status).toBe(409);
    expect(await table("figure")).toHaveLength(LEDGER.length);
  });

  it("that is published while a part of it is sent again keeps the figures that were looked at", async () => {
    const id = await openLedger(LEDGER);
    meanwhile(async () => {
      await room.ask("POST", `/v1/imports/${id}/seal`, {});
      expect((await room.publish(id)).status).toBe(200);
    });
    const others = LEDGER.map((figure) => ({ ...figure, value: figure.value + 1 }));
    const late = await room.ask("PUT", `/v1/imports/${id}/parts/0`, { figures: others });
    expect(late.status).toBe(409);
    const values = (await table<{ value: number }>("figure")).map(({ value }) => value);
    expect(values).toEqual(LEDGER.map(({ value }) => value));
    const parts = (await table<{ action: string }>("audit")).filter(({ action }) => action === "part");
    expect(parts).toHaveLength(1);
  });
});

describe("a batch of cases", () => {
  it("that is sealed while a part of it is sent again stays as it was sealed", async () => {
    const { id, send, seal } = await openBatch(room, [some(3)]);
    await send(0);
    meanwhile(async () => expect((await seal()).status).toBe(200));
    const late = await room.ask("PUT", `/v1/imports/${id}/parts/0`, { cases: some(5) });
    expect(late.status).toBe(409);
    expect(await table("batch_case")).toHaveLength(3);
  });
});

/** A batch that holds this ledger and is open still. */
async function openLedger(figures: readonly Figure[]): Promise<string> {
  const content = await sha256Hex(JSON.stringify(figures));
  const file = { file: "test.csv", sha256: content, format: "ledger", rows: 1, taken: 1, rejected: 0 };
  const provenance = [{ ...file, kept_out: {}, warnings: [] }];
  const body = { kind: "ledger", content, parts: 1, provenance };
  const opened = await room.ask<{ batch: { id: string } }>("POST", "/v1/imports", body);
  const { id } = opened.body.batch;
  expect((await room.ask("PUT", `/v1/imports/${id}/parts/0`, { figures })).status).toBe(200);
  return id;
}

/** Between the next request's look at the store and its transaction, this happens. */
function meanwhile(happens: () => Promise<void>): void {
  const { DB } = room.storage;
  let overtaken = false;
  const batch: D1Database["batch"] = async (statements) => {
    if (!overtaken) {
      overtaken = true;
      await happens();
    }
    return DB.batch(statements);
  };
  room.storage.DB = new Proxy(DB, {
    get: (db, name) => (name === "batch" ? batch : Reflect.get(db, name).bind(db)),
  });
}
