import { expect } from "vitest";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import type { Newsroom } from "./newsroom.ts";
import { tokenOf } from "./studio.ts";

/** The desk's requests, as whoever the token names. @throws where the service refuses */
export type Desk = <Body>(method: string, path: string, body?: object) => Promise<Body>;

/** @param token default: the local server's own */
export function deskOf(newsroom: Pick<Newsroom, "origin" | "log">, token?: string): Desk {
  return async <Body>(method: string, path: string, body?: object) => {
    const response = await fetch(`${newsroom.origin}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token ?? tokenOf(newsroom as Newsroom)}`,
        "Content-Type": "application/json",
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    expect(response.ok, `${method} ${path}: ${text}`).toBe(true);
    return (text ? JSON.parse(text) : null) as Body;
  };
}

/** A further person of the desk. @returns their token */
export async function tokenFor(desk: Desk, label: string, role = "desk"): Promise<string> {
  return (await desk<{ secret: string }>("POST", "/v1/tokens", { label, role, days: 1 })).secret;
}

/** Convictions of 2025 of which nothing is coded, five a day, in two courts. */
export function verdicts(count: number): CourtCase[] {
  return Array.from({ length: count }, (_, at): CourtCase => {
    const number = String(at + 1).padStart(6, "0");
    const day = (from: number) =>
      new Date(Date.UTC(2025, 0, from + Math.floor(at / 5))).toISOString().slice(0, 10);
    return {
      ...{ case_uid: `77GV0007-01-2025-${number}-11`, court_code: at % 3 ? "77GV0007" : "66GV0005" },
      ...{ case_number: `1-${at + 1}/2025`, earlier_numbers: [], defendant: 1, articles: ["337.5"] },
      ...{ received_on: day(1), decided_on: day(40), outcome: "convicted", sentence: "unknown" },
      ...{ term_months: null, service: "unknown", first_seen_on: null, removed_on: null },
      source_url: `https://gvs.spb.sudrf.ru/modules.php?name=sud_delo&case_id=${at + 1}`,
    };
  });
}

/** Publishes cases as an edition of its own. @returns its id */
export async function publishCases(desk: Desk, cases: readonly CourtCase[], note: string): Promise<string> {
  const sha256 = note.length.toString(16).padStart(2, "0").repeat(32);
  const rows = cases.length;
  const file = { sha256, format: "desk-csv", rows, taken: rows, rejected: 0, kept_out: {}, warnings: [] };
  const { batch } = await desk<{ batch: { id: string } }>("POST", "/v1/imports", {
    ...{ kind: "cases", content: sha256, parts: 1, mode: "partial" },
    provenance: [file],
  });
  await desk("PUT", `/v1/imports/${batch.id}/parts/0`, { cases });
  await desk("POST", `/v1/imports/${batch.id}/seal`, {});
  return publishBatch(desk, batch.id, note);
}

export async function publishBatch(desk: Desk, batch: string, note: string): Promise<string> {
  const order = { note, override: "The guard of the test" };
  const { edition } = await desk<{ edition: { id: string } }>("POST", `/v1/imports/${batch}/publish`, order);
  return edition.id;
}
