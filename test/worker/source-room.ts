import type { CourtCase } from "../../worker/contract/court-case.ts";
import type { HeldEdition, Source, SourceRequest, SourceRun } from "../../worker/contract/sources.ts";
import { DESK_COLUMNS } from "../../worker/desk/formats/desk-columns.ts";
import { LEDGER_COLUMNS } from "../../worker/desk/formats/ledger-columns.ts";
import type { Newsroom } from "./desk-room.ts";
import { convicted } from "./newsroom.ts";

const COURT = "25GV0001";

/** A convicted defendant of a court that the list has, as a table must name it. */
export function listed(fields: Partial<CourtCase> = {}): CourtCase {
  const one = convicted(fields);
  return { ...one, court_code: COURT, case_uid: one.case_uid?.replace(/^.{8}/, COURT) ?? null };
}

/** Court records as the desk's own CSV. */
export function deskTable(cases: readonly CourtCase[]): string {
  const rows = cases.map((one) =>
    DESK_COLUMNS.map((column) => {
      if (column === "articles") return one.articles.join(";");
      const value = one[column as keyof CourtCase] ?? "";
      return column === "sentence" || column === "service" ? (value === "unknown" ? "" : value) : value;
    }).join(","),
  );
  return `${[DESK_COLUMNS.join(","), ...rows].join("\n")}\n`;
}

/** One figure a row: so many received under article 337 by the end of each of these months of 2024. */
export function ledgerTable(totals: Readonly<Record<string, number>>): string {
  const rows = Object.entries(totals).map(([end, value], place) =>
    [
      `f${String(place + 1).padStart(3, "0")}`,
      ...["convictions", "337", "", "", "outlet-calendar", "2024-01-01", end, "total", value, "exact"],
      ...["Outlet", "2024-12-30", "https://outlet.example/figures", ""],
    ].join(","),
  );
  return `${[LEDGER_COLUMNS.join(","), ...rows].join("\n")}\n`;
}

/** A server of tables: what it answers is what stands here, with a tag of its own for each text. */
export function tableServer(room: Newsroom) {
  const server = {
    body: "" as string | Uint8Array<ArrayBuffer>,
    tags: true,
    /** Answers instead of the table. */
    instead: null as ((url: string, init: RequestInit) => Response | Promise<Response>) | null,
    asked: [] as { url: string; headers: Headers }[],
  };
  room.outside.fetch = async (url, init) => {
    const headers = new Headers(init.headers);
    server.asked.push({ url, headers });
    if (server.instead) return server.instead(url, init);
    const bytes = typeof server.body === "string" ? new TextEncoder().encode(server.body) : server.body;
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const tag = `"${Array.from(hash.subarray(0, 8), (byte) => byte.toString(16)).join("")}"`;
    if (server.tags && headers.get("If-None-Match") === tag) return new Response(null, { status: 304 });
    return new Response(bytes, {
      headers: { "Content-Type": "text/csv", ...(server.tags && { ETag: tag }) },
    });
  };
  return server;
}

export const SHEET: Partial<SourceRequest> & { url: string; format: string; name: string } = {
  name: "Court records",
  url: "https://sheets.example/table.csv",
  format: "desk-csv",
  publishes: "by-itself",
};

export const setSource = (room: Newsroom, fields: object = {}, slug = "records") =>
  room.ask<{ source: Source; errors: { parameter: string; message: string }[] }>(
    "PUT",
    `/v1/sources/${slug}`,
    {
      ...SHEET,
      ...fields,
    },
  );

export const runNow = async (room: Newsroom, slug = "records") =>
  (await room.ask<{ run: SourceRun }>("POST", `/v1/sources/${slug}/run`, {})).body.run;

export const runsOf = async (room: Newsroom, slug = "records") =>
  (await room.ask<{ runs: SourceRun[] }>("GET", `/v1/sources/${slug}/runs`)).body.runs;

export const heldIn = async (room: Newsroom) =>
  (await room.ask<{ held: HeldEdition[] }>("GET", "/v1/imports/held")).body.held;
