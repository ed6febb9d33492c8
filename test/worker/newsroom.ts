import { applyD1Migrations, env, reset } from "cloudflare:test";
import type { FetchKeys } from "../../worker/access/assertion.ts";
import { createApp } from "../../worker/app.ts";
import type { CasesDiff } from "../../worker/contract/changes.ts";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import type { Figure } from "../../worker/contract/figure.ts";
import type { HeadlineChange } from "../../worker/contract/headline-change.ts";
import type { Batch, FigureChange } from "../../worker/contract/imports.ts";
import type { Objection } from "../../worker/contract/objection.ts";
import { readLedger } from "../../worker/desk/formats/ledger.ts";
import type { WithCache } from "../../worker/desk/tell-cache.ts";
import { sha256Hex } from "../../worker/domain/digest.ts";
import type { Fetch } from "../../worker/sources/fetch-table.ts";
import { tick } from "../../worker/sources/tick.ts";

const SECRET = "ds_for-tests-only";

export interface Preview {
  batch: Batch;
  figures: FigureChange[];
  cases: CasesDiff | null;
  guard: Objection[];
  headlines: HeadlineChange[];
}

const unreachable: FetchKeys = (url) => Promise.reject(new TypeError(`${url} can't be reached.`));

/** A whole deployment on a fresh D1 and KV, with a clock that the test sets and a desk that has its token. */
export async function openNewsroom(at: string) {
  await reset();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  await env.DB.prepare(
    "INSERT INTO token VALUES ('t1', ?, 'the desk', 'desk', '2020-01-01', '2099-01-01', NULL, NULL)",
  )
    .bind(await sha256Hex(SECRET))
    .run();
  const clock = { at, now: () => Date.parse(clock.at) };
  const outside: { fetchKeys: FetchKeys; fetch: Fetch } = { fetchKeys: unreachable, fetch: unreachable };
  const open = () =>
    createApp(
      clock,
      (url, init) => outside.fetchKeys(url, init),
      undefined,
      (url, init) => outside.fetch(url, init),
    );
  let app = open();

  const storage: Pick<Env, "DB" | "EDITIONS" | "ASSETS"> = {
    DB: env.DB,
    EDITIONS: env.EDITIONS,
    ASSETS: env.ASSETS,
  };
  // Real time would count a test's requests; the test of the limits gives limiters of its own.
  const settings: Record<string, unknown> = {
    SIGN_INS: undefined,
    WRITES: undefined,
    PICTURES: undefined,
    TABLES: undefined,
  };
  const runtime: { context?: ExecutionContext } = {};
  const get = async (path: string, init?: RequestInit) =>
    app.request(`https://stats.example${path}`, init, { ...env, ...settings, ...storage }, runtime.context);
  const json = async <Body>(path: string) => (await get(path)).json<Body>();
  const ask = async <Body = Record<string, unknown>>(method: string, path: string, body?: unknown) => {
    const response = await get(path, {
      method,
      headers: { Authorization: `Bearer ${SECRET}`, "Content-Type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : null) as Body };
  };

  const stage = async (kind: "ledger" | "cases", parts: object[], mode = "auto") => {
    const content = await sha256Hex(JSON.stringify(parts));
    const opened = await ask<{ batch: Batch }>("POST", "/v1/imports", {
      kind,
      content,
      parts: parts.length,
      mode,
      provenance: [
        {
          file: "test",
          sha256: content,
          format: "test",
          rows: 1,
          taken: 1,
          rejected: 0,
          kept_out: {},
          warnings: [],
        },
      ],
    });
    const { id } = opened.body.batch;
    for (const [number, part] of parts.entries()) await ask("PUT", `/v1/imports/${id}/parts/${number}`, part);
    await ask("POST", `/v1/imports/${id}/seal`, {});
    return id;
  };
  const publish = (id: string, override?: string) =>
    ask<{ edition: { id: string }; detail: string; title: string }>("POST", `/v1/imports/${id}/publish`, {
      note: "test",
      ...(override && { override }),
    });

  /** A test's records and figures are few beside the ledger's: that the headline becomes theirs is meant. */
  const publishMeant = async (id: string) => {
    const { guard } = (await ask<Preview>("GET", `/v1/imports/${id}`)).body;
    const meant = ["headline-changes", "figures-removed", "totals-broken", "periods-move"];
    const isMeant = guard.length > 0 && guard.every(({ code }) => meant.includes(code));
    return publish(id, isMeant ? "The headline of the test" : undefined);
  };

  return {
    clock,
    /** What the next requests find behind their bindings; a test takes it away and puts it back. */
    storage,
    /** What the deployment's settings say beside wrangler.toml. */
    settings,
    /** Who answers when the Worker asks the world. */
    outside,
    /** The runtime around the next requests, where a test needs one. */
    runtime,
    get,
    json,
    ask,
    stageCases: (cases: CourtCase[], mode?: string) => stage("cases", [{ cases }], mode),
    stageFigures: (figures: readonly Figure[]) => stage("ledger", [{ figures }]),
    preview: async (id: string) => (await ask<Preview>("GET", `/v1/imports/${id}`)).body,
    publish,
    /** Stages and publishes; expects no guard but about the headline and about the ledger. */
    publishCases: async (cases: CourtCase[], mode?: string) =>
      publishMeant(await stage("cases", [{ cases }], mode)),
    publishFigures: async (figures: readonly Figure[]) => publishMeant(await stage("ledger", [{ figures }])),
    /** What the schedule does for the sources. */
    tick: (context: WithCache | null = null) =>
      tick({
        env: { ...env, ...settings, ...storage } as unknown as Env,
        now: clock.now,
        ask: (url, init) => outside.fetch(url, init),
        context,
      }),
    /** Another isolate: nothing is remembered. */
    restart: () => {
      app = open();
    },
  };
}

/** The real ledger that the product ships. */
export const LEDGER = readLedger(env.LEDGER).figures;

let count = 0;

/** A convicted defendant of a case of its own, with the given differences. */
export function convicted(fields: Partial<CourtCase> = {}): CourtCase {
  count += 1;
  return {
    case_uid: `77GV0007-01-2025-${String(count).padStart(6, "0")}-11`,
    court_code: "77GV0007",
    case_number: `1-${count}/2025`,
    earlier_numbers: [],
    defendant: 1,
    articles: ["337.5"],
    received_on: "2025-03-03",
    decided_on: "2025-04-02",
    outcome: "convicted",
    sentence: "unknown",
    term_months: null,
    service: "unknown",
    source_url: null,
    first_seen_on: null,
    removed_on: null,
    ...fields,
  };
}
