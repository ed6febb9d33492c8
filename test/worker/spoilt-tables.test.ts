import { env } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { runs } from "../runs.ts";
import type { Api } from "./api.ts";
import { coderAt, verdicts } from "./coding-room.ts";
import { giveToken, type Newsroom, openBatch } from "./desk-room.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";
import { deskTable, listed, setSource, tableServer } from "./source-room.ts";
import { editorOf, LEGIBLE } from "./theme-room.ts";

/** All of the values below with RUNS=2; else the first ones. */
const isLong = runs(1).numRuns > 1;
/** What a column of JSON may come to hold: none, or of another kind. */
const NO_JSON = ["{", "[null]", "{}", "", "null", "[]", "[{}]", '"\\ud800"', "7"] as const;
/** What any other column of texts, or of numbers, may. */
const NO_TEXT = ["", "9999-99-99", "<b>\u0000"] as const;
const NO_NUMBER = [-1, 2 ** 53] as const;

interface Column {
  name: string;
  type: string;
  pk: number;
}
type Row = Record<string, string | number | null>;

let room: Newsroom;
let log: ReturnType<typeof vi.spyOn>;
let admin: string;
let paths: string[];
let batches: string[];
/** Which addresses ask which tables, told by what they ask D1. */
const asking = new Map<string, Set<string>>();

beforeEach(async () => {
  log = vi.spyOn(console, "error").mockImplementation(() => {});
  await startAnew();
});

async function startAnew(): Promise<void> {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await fill();
}

afterEach(() => void vi.restoreAllMocks());

const as = (secret: string) => async (method: string, path: string, body?: unknown) => {
  const response = await room.get(path, {
    method,
    headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { path: `${method} ${path}`, status: response.status, body: await response.text() };
};

/** One of everything that the service keeps. */
async function fill(): Promise<void> {
  admin = await giveToken("the chief", "admin");
  const chief = as(admin);
  const server = tableServer(room);
  const tables = room.outside.fetch;
  room.outside.fetch = (url, init) =>
    url.includes("receiver") ? Promise.resolve(new Response("busy", { status: 503 })) : tables(url, init);
  await chief("POST", "/v1/hooks", { label: "A receiver", url: "https://receiver.example/", shape: "json" });
  await room.publishFigures(LEDGER);
  const known = [...verdicts(14), listed()];
  await room.publishCases(known);
  const editor = await editorOf(room);
  await editor("PUT", "/v1/themes/broadsheet", LEGIBLE);
  await editor("PUT", "/v1/themes/broadsheet/draft", { ...LEGIBLE, radius: 2 });
  const coder = await coderAt(room, "a coder");
  const [first, second] = await coder.claim();
  await coder.code(first!);
  await coder.code(second!);
  await chief("POST", "/v1/imports/editions/2025-07-01.2/additions", { text: "Said later." });
  server.body = deskTable([listed({ decided_on: "2025-06-02" })]);
  await setSource(room, {
    publishes: "after-review",
    covers: { start: "2025-06-01", end: null, courts: null },
  });
  await room.tick();
  const embargoed = await room.stageCases([convicted({ decided_on: "2025-06-03" })], "partial");
  await chief("PUT", `/v1/imports/${embargoed}/embargo`, { until: "2025-07-02T09:00:00Z", note: "Tomorrow" });
  const sealed = await room.stageCases([convicted({ decided_on: "2025-06-04" })], "partial");
  const held = await room.stageCases([convicted({ decided_on: "2025-06-05", received_on: "2024-01-01" })]);
  await room.ask("POST", `/v1/imports/${held}/hold`, {});
  const { id: open, send } = await openBatch(room, [[convicted()], [convicted()]]);
  await send(0);
  batches = [sealed, embargoed, open];
  await coder.stage();
  room.clock.at = "2025-07-01T09:05:00Z";
  await room.tick();
  const api = await room.json<Api>("/v1/openapi.json");
  paths = Object.entries(api.paths).flatMap(([path, { get }]) => (get ? [path] : []));
}

/** All that can be asked without changing anything, by whoever may ask for all. */
function asked(): string[] {
  const values: Readonly<Record<string, readonly string[]>> = {
    "/v1/imports/{id}": batches,
    "/v1/editions/{id}": ["2025-07-01.1", "2025-07-01.2"],
    "/v1/editions/{id}/additions": ["2025-07-01.2"],
    "/v1/themes/{slug}": ["broadsheet"],
    "/v1/themes/{slug}/versions": ["broadsheet"],
    "/v1/themes/{slug}/draft": ["broadsheet"],
    "/v1/sources/{slug}": ["records"],
    "/v1/sources/{slug}/runs": ["records"],
  };
  const queries: Readonly<Record<string, string>> = {
    "/v1/cases": "?measure=convictions&week=2025-04-07",
    "/v1/imports/difference": "?edition=2025-07-01.2",
    "/v1/compare": "?period=2025-04&with=2024-04",
    "/oembed": "?url=https://stats.example/embed",
  };
  return paths
    .filter((path) => !/guides|docs|openapi|methodology|embed\/\{|card\.png/.test(path))
    .flatMap((path) =>
      path.includes("{")
        ? (values[path] ?? []).map((value) => path.replace(/\{\w+\}/, value))
        : [`${path}${queries[path] ?? ""}`],
    );
}

/** By whom something is asked, and what. */
const ASKED: readonly (readonly [method: string, path: string, body?: object])[] = [
  ["POST", "/v1/imports/check/cases?first=2025-01-01&last=2025-12-31", { cases: verdicts(1) }],
  ["POST", "/v1/coding/claims", { desk: "00000000000000ff" }],
];

/** The answers that aren't explained, of those who ask one table, and of the schedule. */
async function walk(table?: string): Promise<string[]> {
  room.restart();
  const chief = as(admin);
  const said: string[] = [];
  room.storage.DB = heard((sql) => said.push(sql));
  const faults: string[] = [];
  for (const [method, path, body] of [...asked().map((path) => ["GET", path] as const), ...ASKED]) {
    const isConcerned = !table || path === "/v1/summary" || asking.get(`${method} ${path}`)?.has(table);
    if (!isConcerned) continue;
    said.length = 0;
    const answer = await chief(method, path, body);
    if (answer.status >= 500) faults.push(`${answer.path}: ${answer.status} ${answer.body.slice(0, 200)}`);
    if (!table)
      asking.set(`${method} ${path}`, new Set(said.flatMap((sql) => sql.match(/\b[a-z_]+\b/g) ?? [])));
  }
  room.storage.DB = env.DB;
  return faults;
}

/** D1 with somebody who listens. */
function heard(listen: (sql: string) => void): D1Database {
  return new Proxy(env.DB, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== "prepare") return typeof value === "function" ? value.bind(target) : value;
      return (sql: string) => {
        listen(sql);
        return target.prepare(sql);
      };
    },
  });
}

async function tables(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name",
  ).all<{ name: string }>();
  return results.map(({ name }) => name);
}

/** Rows of these kinds are spoilt by tests of their own, let somebody in by being what they are, or are gone by then. */
const ELSEWHERE = ["figure", "session", "source_part", "token"];
const TABLES = [
  ...["audit", "batch", "batch_case", "batch_court", "batch_part", "case_name", "case_version", "coding"],
  ...["coding_claim", "coding_seed", "delivery", "edition", "edition_addition", "embargo", "hold", "hook"],
  ...["notice", "prints", "source", "source_run", "theme_draft", "theme_version"],
];

it("there is one of everything that can be spoilt", async () => {
  const filled: string[] = [];
  for (const name of await tables()) {
    const row = await env.DB.prepare(`SELECT count(*) AS n FROM ${name}`).first<{ n: number }>();
    if (row && row.n > 0) filled.push(name);
  }
  expect([...TABLES, ...ELSEWHERE].sort()).toEqual(await tables());
  expect(filled).toEqual(expect.arrayContaining(TABLES));
  expect(await walk()).toEqual([]);
});

it.each(TABLES)(
  "a row of %s that isn't what was stored gives nobody an exception that isn't explained, in any of its columns",
  async (name) => {
    await walk();
    const summary = await room.json("/v1/summary");
    const found: string[] = [];
    const { results: columns } = await env.DB.prepare(`PRAGMA table_info(${name})`).all<Column>();
    for (const column of columns) {
      for (const value of await valuesFor(name, column)) {
        const restore = await spoil(name, columns, column.name, value);
        if (!restore) continue;
        const faults = await walk(name).catch((error) => [`threw ${error}`]);
        if (JSON.stringify(await room.json("/v1/summary")) !== JSON.stringify(summary))
          faults.push("readers are told something else");
        log.mockClear();
        await room.tick().catch((error) => faults.push(`the schedule: ${error}`));
        // A task that can't be done says which row it is.
        const cutOff = log.mock.calls.flat().filter((line: unknown) => String(line).includes("task-cut-off"));
        faults.push(...cutOff.filter((line: string) => !line.includes("SpoiltDataError")));
        found.push(...faults.map((fault) => `${column.name} = ${String(value).slice(0, 20)}: ${fault}`));
        if (faults.length > 0) await startAnew();
        else await restore();
      }
    }
    expect(found).toEqual([]);
    // And all is as it was before.
    expect(await walk()).toEqual([]);
    expect(await room.json("/v1/summary")).toEqual(summary);
  },
);

async function valuesFor(table: string, { name, type }: Column): Promise<readonly (string | number)[]> {
  const some = <Value>(values: readonly Value[], few: number) => (isLong ? values : values.slice(0, few));
  if (type !== "TEXT") return some(NO_NUMBER, 1);
  const json = await env.DB.prepare(
    `SELECT 1 FROM ${table} WHERE ${name} LIKE '{%' OR ${name} LIKE '[%' LIMIT 1`,
  ).first();
  return json ? some(NO_JSON, 3) : some(NO_TEXT, 2);
}

/**
 * Writes a value into a column of one row, the first that has any.
 * @returns puts it right again; null: the database refuses the value itself, or has nothing there
 */
async function spoil(
  table: string,
  columns: readonly Column[],
  column: string,
  value: string | number,
): Promise<(() => Promise<void>) | null> {
  const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
  const by = keys.length > 0 ? keys : columns.map(({ name }) => name);
  const where = by.map((name) => `${name} IS ?`).join(" AND ");
  const row = await env.DB.prepare(
    `SELECT * FROM ${table} ORDER BY ${column} IS NULL, ${column} LIKE '{%' OR ${column} LIKE '[%' DESC LIMIT 1`,
  ).first<Row>();
  if (!row) return null;
  const set = (to: string | number | null, of: Row) =>
    env.DB.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`)
      .bind(to, ...by.map((name) => of[name] ?? null))
      .run();
  try {
    await set(value, row);
  } catch {
    return null;
  }
  return async () => {
    // What was asked, or the schedule, may have written over it, or beside it.
    const put = await set(row[column] ?? null, { ...row, [column]: value }).catch(() => null);
    if (put?.meta.changes !== 1) await startAnew();
  };
}
