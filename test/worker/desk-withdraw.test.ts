import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { CorrectionsBody } from "../../worker/contract/editions.ts";
import { type Newsroom, weekly } from "./desk-room.ts";
import { convicted, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

const REASON = "Entered twice by the court, under a wrong number";
const withdraw = (body: object) =>
  room.ask<{ edition: { id: string }; records: number; detail: string }>("POST", "/v1/imports/withdraw", {
    reason: REASON,
    ...body,
  });

describe("a record that was never what it says", () => {
  it("is taken out by its УИД, with the reason in the edition, the audit and the corrections", async () => {
    const [wrong, right] = [convicted(), convicted()];
    await room.publishCases([wrong, right]);
    const { status, body } = await withdraw({ case_uid: wrong.case_uid });
    expect(status).toBe(200);
    expect(body.records).toBe(1);
    expect(await weekly(room)).toEqual({ "2025-W14": 1 });
    expect(await weekly(room, "measure=cases-received")).toEqual({ "2025-W10": 1 });
    const { corrections } = await room.json<CorrectionsBody>("/v1/corrections");
    expect(corrections[0]?.changes).toContainEqual(
      expect.objectContaining({ week: "2025-W14", before: 2, after: 1, class: "corrected" }),
    );
    expect(corrections[0]?.note).toBe(REASON);
    expect(await (await room.get("/v1/corrections.atom")).text()).toContain(`<p>${REASON}</p>`);
    const { results } = await env.DB.prepare("SELECT action, detail FROM audit").all<{
      action: string;
      detail: string;
    }>();
    const line = results.find(({ action }) => action === "withdraw");
    expect(JSON.parse(line!.detail)).toMatchObject({ case_uid: wrong.case_uid, reason: REASON });
    const { editions } = await room.json<{ editions: { note: string; counts: object }[] }>("/v1/editions");
    expect(editions[0]).toMatchObject({ note: REASON, counts: { cases: 1, defendants: 1, convictions: 1 } });
  });

  it("doesn't come back with the next import, isn't exported, and can be put back", async () => {
    const wrong = convicted();
    const right = convicted();
    await room.publishCases([wrong, right]);
    await withdraw({ court_code: wrong.court_code, case_number: wrong.case_number });
    expect((await room.publishCases([wrong, right], "partial")).body.detail).toContain(
      "Nothing would change",
    );
    const { body } = await room.ask<{ cases: object[] }>("GET", "/v1/imports/export");
    expect(body.cases).toHaveLength(1);
    expect((await withdraw({ case_uid: wrong.case_uid })).status).toBe(404);
    expect((await withdraw({ case_uid: wrong.case_uid, restore: true })).status).toBe(200);
    expect(await weekly(room)).toEqual({ "2025-W14": 2 });
  });

  it("is one defendant's, where only one is meant", async () => {
    const one = convicted();
    await room.publishCases([one, { ...one, defendant: 2 }]);
    await withdraw({ case_uid: one.case_uid, defendant: 2 });
    expect(await weekly(room)).toEqual({ "2025-W14": 1 });
    expect(await weekly(room, "measure=cases-received")).toEqual({ "2025-W10": 1 });
  });

  it("is pointed out where a court's number is known under another УИД", async () => {
    const one = convicted();
    await room.publishCases([one]);
    const twin = { ...one, case_uid: "77GV0007-01-2025-999999-11" };
    const id = await room.stageCases([twin], "partial");
    expect((await room.preview(id)).cases?.numbers_twice).toEqual([
      {
        court: one.court_code,
        case_number: one.case_number,
        case_uid: twin.case_uid,
        known_as: one.case_uid,
      },
    ]);
  });
});

describe("the names of imported files", () => {
  it("are kept nowhere, whatever a client sends", async () => {
    const name = "Дело ФАМИЛИЯНСКОГО";
    const sha256 = "a".repeat(64);
    const file = {
      file: name,
      sha256,
      format: "desk-csv",
      rows: 1,
      taken: 1,
      rejected: 0,
      kept_out: {},
      warnings: [],
    };
    const one = convicted();
    const request = { kind: "cases", content: sha256, parts: 1, provenance: [file] };
    const opened = await room.ask<{ batch: { id: string } }>("POST", "/v1/imports", request);
    expect(JSON.stringify(opened.body)).not.toContain(name);
    const { id } = opened.body.batch;
    await room.ask("PUT", `/v1/imports/${id}/parts/0`, { cases: [one] });
    await room.ask("POST", `/v1/imports/${id}/seal`, {});
    const { body } = await room.publish(id);
    const edition = await (await room.get(`/v1/editions/${body.edition.id}`)).text();
    expect(edition).not.toContain(name);
    expect(JSON.parse(edition).provenance[0].file).toBe("desk-csv-aaaaaaaa");
    for (const table of ["batch", "audit"]) {
      expect(JSON.stringify((await env.DB.prepare(`SELECT * FROM ${table}`).all()).results)).not.toContain(
        name,
      );
    }
  });

  it("can be taken out of an edition that has some, which changes no number and no hash", async () => {
    await room.publishCases([convicted()]);
    const key = "edition/2025-07-01.1";
    const body = JSON.parse((await env.EDITIONS.get(key))!);
    const named = { ...body, provenance: [{ ...body.provenance[0], file: "ФАМИЛИЯ И. О.json" }] };
    await env.EDITIONS.put(key, JSON.stringify(named));
    room.restart();
    const answer = () => room.get("/v1/editions/2025-07-01.1").then((response) => response.text());
    expect(await answer()).not.toContain("ФАМИЛИЯ");
    const redacted = await room.ask<{ editions: string[] }>("POST", "/v1/imports/redact", {});
    expect(redacted.body.editions).toEqual(["2025-07-01.1"]);
    expect(JSON.parse((await env.EDITIONS.get(key))!)).toEqual(body);
    expect((await room.ask("POST", "/v1/imports/redact", {})).body).toEqual({ editions: [] });
  });
});
