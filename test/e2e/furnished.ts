import type { CourtCase } from "../../worker/contract/court-case.ts";
import type { Batch } from "../../worker/contract/imports.ts";
import { addDays, moscowDate } from "../../worker/domain/calendar.ts";
import { PLAIN_STYLE } from "../fixtures/looks.ts";
import type { Newsroom } from "./newsroom.ts";
import { tokenOf } from "./studio.ts";

/** Convictions; more than a page of the cases behind a number. */
const VERDICTS = 60;

/**
 * Gives a newsroom something of all that a view of the studio shows: records of this year in two editions, a theme in
 * three versions, a watched table and a receiver of notices, an upload for review.
 * @returns the upload's id
 */
export async function furnish(newsroom: Newsroom): Promise<string> {
  const headers = { Authorization: `Bearer ${tokenOf(newsroom)}`, "Content-Type": "application/json" };
  const ask = async (
    method: string,
    path: string,
    body: object,
    known: HeadersInit = {},
  ): Promise<Response> => {
    const response = await fetch(`${newsroom.origin}${path}`, {
      method,
      headers: { ...headers, ...known },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response;
  };
  const stage = async (cases: readonly CourtCase[], content: string): Promise<string> => {
    const { length } = cases;
    const file = { sha256: content.repeat(64), format: "desk-csv", rows: length, taken: length, rejected: 0 };
    const opened = await ask("POST", "/v1/imports", {
      ...{ kind: "cases", content: content.repeat(64), parts: 1, mode: "partial" },
      provenance: [{ ...file, kept_out: {}, warnings: [] }],
    });
    const { batch } = (await opened.json()) as { batch: Batch };
    await ask("PUT", `/v1/imports/${batch.id}/parts/0`, { cases });
    await ask("POST", `/v1/imports/${batch.id}/seal`, {});
    return batch.id;
  };

  const cases = Array.from({ length: VERDICTS }, (_, at) => verdict(at));
  for (const [content, from, until] of [
    ["a", 0, 40],
    ["b", 40, 55],
  ] as const) {
    const batch = await stage(cases.slice(from, until), content);
    const said = { note: `Verdicts from ${from}`, override: "Records of a test, looked at" };
    await ask("POST", `/v1/imports/${batch}/publish`, said);
  }
  let known = {};
  for (const radius of [0, 4, 8]) {
    const style = { ...PLAIN_STYLE, name: "Paper", radius };
    const answer = await ask("PUT", "/v1/themes/paper", style, known);
    known = { "If-Match": answer.headers.get("ETag") ?? "" };
  }
  await ask("PUT", "/v1/sources/sheet", {
    ...{ name: "A sheet", url: "https://sheets.example/records.csv", format: "desk-csv", every: "day" },
  });
  for (const label of ["Slack, #data-desk", "Slack, #editors"])
    await ask("POST", "/v1/hooks", { label, url: "https://hooks.example/1", shape: "slack" });
  return stage(cases, "c");
}

function verdict(at: number): CourtCase {
  const number = String(at + 1).padStart(6, "0");
  const decided = addDays(moscowDate(Date.now()), -10 - 3 * at);
  return {
    ...{ case_uid: `77GV0007-01-2025-${number}-11`, court_code: at % 3 ? "77GV0007" : "66GV0005" },
    ...{ case_number: `1-${at + 1}/2025`, earlier_numbers: [], defendant: 1, articles: ["337.5"] },
    ...{ received_on: addDays(decided, -40), decided_on: decided, outcome: "convicted", sentence: "unknown" },
    ...{ term_months: null, service: "unknown", first_seen_on: null, removed_on: null },
    source_url: `https://gvs.spb.sudrf.ru/modules.php?name=sud_delo&case_id=${at + 1}`,
  };
}
