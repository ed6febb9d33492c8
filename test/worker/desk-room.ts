import { env } from "cloudflare:test";
import type { CasesDiff, RowsDiff } from "../../worker/contract/changes.ts";
import type { CountedChanges } from "../../worker/contract/counted-changes.ts";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import type { HeadlineChange } from "../../worker/contract/headline-change.ts";
import type { BatchMode, CheckRequest } from "../../worker/contract/imports.ts";
import type { Objection } from "../../worker/contract/objection.ts";
import type { SeriesBody } from "../../worker/contract/series.ts";
import type { Role } from "../../worker/contract/tokens.ts";
import { sha256Hex } from "../../worker/domain/digest.ts";
import type { openNewsroom } from "./newsroom.ts";

export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

/** What readers are told of each week that has any, by the edition in force: `{ "2025-W14": 20 }`. */
export async function weekly(room: Newsroom, query = ""): Promise<Record<string, number>> {
  room.restart();
  const { points } = await room.json<SeriesBody>(`/v1/series?${query}`);
  return Object.fromEntries(points.flatMap(({ label, value }) => (value ? [[label, value]] : [])));
}

/** The versions of all cases, as D1 has them, by case, defendant and edition. */
export interface Version {
  case_key: string;
  defendant: number;
  since_edition: number;
  until_edition: number | null;
  case_uid: string | null;
  case_number: string;
  earlier_numbers: string;
  decided_on: string | null;
  outcome: string;
  removed_on: string | null;
}

export async function versions(): Promise<Version[]> {
  const { results } = await env.DB.prepare(
    "SELECT * FROM case_version ORDER BY case_key, defendant, since_edition",
  ).all<Version>();
  return results;
}

/** All rows of a table. */
export async function table<Row = Record<string, unknown>>(name: string): Promise<Row[]> {
  return (await env.DB.prepare(`SELECT * FROM ${name}`).all<Row>()).results;
}

/** Opens a batch of cases in several parts; nothing is sent. */
export async function openBatch(
  room: Newsroom,
  parts: readonly (readonly CourtCase[])[],
  mode: BatchMode = "auto",
) {
  const content = await sha256Hex(JSON.stringify(parts));
  const file = { file: "test.csv", sha256: content, format: "desk-csv", rows: 1, taken: 1, rejected: 0 };
  const provenance = [{ ...file, kept_out: {}, warnings: [] }];
  const body = { kind: "cases", content, parts: parts.length, mode, provenance };
  const opened = await room.ask<{ batch: { id: string; received: number[] } }>("POST", "/v1/imports", body);
  const { id, received } = opened.body.batch;
  return {
    id,
    received,
    send: (number: number) => room.ask("PUT", `/v1/imports/${id}/parts/${number}`, { cases: parts[number] }),
    seal: () => room.ask<{ detail: string }>("POST", `/v1/imports/${id}/seal`, {}),
  };
}

/** What `check` does: part by part, then as a whole. */
export async function check(
  room: Newsroom,
  parts: readonly (readonly CourtCase[])[],
  mode: BatchMode = "auto",
  more: Partial<Pick<CheckRequest, "covers" | "read_on">> = {},
) {
  const { mergeDiffs, NO_DIFF } = await import("../../worker/desk/cases-diff.ts");
  const { mergeCounted, NOTHING_COUNTED } = await import("../../worker/desk/merge-counted.ts");
  type PartAnswer = { diff: RowsDiff; counted: CountedChanges; matched: number };
  const all = parts.flat();
  const days = all.flatMap(({ decided_on, received_on }) => decided_on ?? received_on ?? []).sort();
  const [first = "", last = ""] = [days[0], days.at(-1)];
  let diff = NO_DIFF;
  let counted = NOTHING_COUNTED;
  let matched = 0;
  for (const cases of parts) {
    const path = `/v1/imports/check/cases?first=${first}&last=${last}`;
    const { body } = await room.ask<PartAnswer>("POST", path, { cases });
    diff = mergeDiffs(diff, body.diff);
    counted = mergeCounted(counted, body.counted);
    matched += body.matched;
  }
  const courts = [...new Set(all.map(({ court_code }) => court_code))];
  const whole = { mode, diff, counted, matched, courts, first, last, ...more };
  type Whole = { diff: CasesDiff; guard: Objection[]; headlines: HeadlineChange[] };
  return (await room.ask<Whole>("POST", "/v1/imports/check", whole)).body;
}

/** A token in the store, with the secret that opens it. */
export async function giveToken(
  label: string,
  role: Role,
  { expires = "2099-01-01T00:00:00Z", revoked = null as string | null } = {},
): Promise<string> {
  const secret = `ds_secret-of-${label.replaceAll(" ", "-")}`;
  await env.DB.prepare("INSERT INTO token VALUES (?, ?, ?, ?, '2020-01-01T00:00:00Z', ?, ?, NULL)")
    .bind(label, await sha256Hex(secret), label, role, expires, revoked)
    .run();
  return secret;
}
