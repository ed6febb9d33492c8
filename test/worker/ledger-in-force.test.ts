import { beforeEach, describe, expect, it } from "vitest";
import { LedgerBody } from "../../worker/contract/desk-answers.ts";
import type { Figure } from "../../worker/contract/figure.ts";
import { sha256Hex } from "../../worker/domain/digest.ts";
import type { Newsroom } from "./desk-room.ts";
import { LEDGER, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

const inForce = async () => LedgerBody.parse((await room.ask("GET", "/v1/imports/ledger")).body);

/** Opens a batch for a ledger that was made from an edition. */
async function open(figures: readonly Figure[], base?: string) {
  const content = await sha256Hex(JSON.stringify(figures));
  const file = {
    sha256: content,
    format: "ledger",
    rows: 1,
    taken: 1,
    rejected: 0,
    kept_out: {},
    warnings: [],
  };
  const body = { kind: "ledger", mode: "complete", content, parts: 1, provenance: [file], base };
  return room.ask<{ batch: { id: string }; detail: string }>("POST", "/v1/imports", body);
}

describe("the ledger that a correction begins with", () => {
  it("is empty before the first edition", async () => {
    expect(await inForce()).toEqual({ edition: null, next_id: "f001", figures: [] });
  });

  it("is the one in force at this moment, in its order, however late readers are told", async () => {
    await room.publishFigures(LEDGER);
    expect(await inForce()).toEqual({
      edition: { id: "2025-07-01.1", sequence: 1 },
      next_id: "f132",
      figures: LEDGER,
    });
    await room.publishFigures(LEDGER.slice(0, 5));
    expect((await inForce()).figures).toEqual(LEDGER.slice(0, 5));
  });

  it("gives no id again that a withdrawn figure had, nor one of what was never published", async () => {
    await room.publishFigures(LEDGER);
    await room.publishFigures(LEDGER.slice(0, 100));
    await room.stageFigures([...LEDGER, { ...LEDGER[0]!, id: "f900" }]);
    expect((await inForce()).next_id).toBe("f132");
  });
});

describe("a ledger that says from which edition it was made", () => {
  it("is staged while that one is in force, and refused once another is", async () => {
    await room.publishFigures(LEDGER);
    const mine = [...LEDGER, { ...LEDGER[0]!, id: "f132", value: 1 }];
    expect((await open(mine, "2025-07-01.1")).status).toBe(201);
    await room.publishFigures([...LEDGER, { ...LEDGER[0]!, id: "f132", value: 2 }]);
    const late = await open(mine, "2025-07-01.1");
    expect(late.status).toBe(409);
    expect(late.body.detail).toContain("2025-07-01.2");
    expect((await open(mine)).status).toBe(201);
  });

  it("can't be published over another one, even if it was staged before", async () => {
    await room.publishFigures(LEDGER);
    const mine = await room.stageFigures([...LEDGER, { ...LEDGER[0]!, id: "f132", value: 1 }]);
    await room.publishFigures([...LEDGER, { ...LEDGER[0]!, id: "f132", value: 2 }]);
    expect((await room.publish(mine, "It has to go out now")).status).toBe(409);
    expect((await inForce()).figures.at(-1)?.value).toBe(2);
  });
});
