import { applyD1Migrations, env, reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../worker/app.ts";
import { SCHEMA } from "../../worker/config.ts";
import { distributePending } from "../../worker/desk/distribute.ts";
import { sha256Hex } from "../../worker/domain/digest.ts";

const SECRET = "ds_for-tests-only";
const NOW = Date.parse("2025-07-01T09:00:00Z");
const NUMBERS = env.MIGRATIONS.map(({ name }) => Number.parseInt(name, 10));

const app = () => createApp({ now: () => NOW }, () => Promise.reject(new TypeError("No world here.")));

async function ask<Body>(
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: Body }> {
  const headers = { Authorization: `Bearer ${SECRET}`, "Content-Type": "application/json" };
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  const settings = { ...env, SIGN_INS: undefined, WRITES: undefined };
  const response = await app().request(`https://stats.example${path}`, init, settings);
  return { status: response.status, body: await response.json<Body>() };
}

/** A row as this schema has it: columns that came later are left out. */
async function insert(table: string, row: Record<string, string | number | null>): Promise<void> {
  const { results } = await env.DB.prepare(`PRAGMA table_info(${table})`).all<{ name: string }>();
  const columns = results.map(({ name }) => name).filter((name) => name in row);
  if (columns.length === 0) return;
  const values = columns.map((name) => row[name] ?? null);
  await env.DB.prepare(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  )
    .bind(...values)
    .run();
}

/** What a desk had published by then: a ledger of one figure, and, where there are records, three convictions. */
async function fill(schema: number): Promise<void> {
  const file = { file: "Somebody’s name.csv", sha256: "a".repeat(64), format: "desk-csv", rows: 3, taken: 3 };
  const provenance = JSON.stringify([{ ...file, rejected: 0, kept_out: {}, warnings: [] }]);
  const batch = {
    state: "published",
    created_at: "2025-06-01T09:00:00Z",
    created_by: "desk",
    parts: 1,
    provenance,
  };
  const edition = { published_by: "desk", note: "", reverts_to: null, override_reason: null };
  const [ledger, cases] = ["1".repeat(16), "2".repeat(16)];
  await insert("token", {
    ...{ id: "t1", sha256: await sha256Hex(SECRET), label: "the desk", role: "desk" },
    ...{ created_at: "2020-01-01", expires_at: "2099-01-01" },
  });
  await insert("batch", {
    ...batch,
    id: ledger,
    kind: "ledger",
    base: 0,
    mode: "complete",
    read_on: "2025-06-01",
  });
  await insert("figure", {
    ...{ ledger_id: ledger, position: 0, id: "f001", unit: "convictions", articles: "337", series: "test" },
    ...{
      period_start: "2024-01-01",
      period_end: "2024-12-31",
      kind: "total",
      value: 520,
      qualifier: "exact",
    },
    ...{ publisher: "Test", source_url: "https://example.org/" },
  });
  await insert("edition", {
    ...edition,
    ...{ sequence: 1, id: "2025-06-01.1", published_at: "2025-06-01T09:00:00Z", kind: "ledger" },
    ...{ batch_id: ledger, ledger_id: ledger, read_on: null },
  });
  if (schema < 2) return;
  await insert("batch", {
    ...batch,
    id: cases,
    kind: "cases",
    base: 1,
    mode: "partial",
    read_on: "2025-06-02",
  });
  await insert("edition", {
    ...edition,
    ...{ sequence: 2, id: "2025-06-02.1", published_at: "2025-06-02T09:00:00Z", kind: "cases" },
    ...{ batch_id: cases, ledger_id: ledger, read_on: "2025-06-02" },
  });
  for (const number of [1, 2, 3]) {
    const uid = `77GV0007-01-2025-00000${number}-11`;
    const case_number = `1-${number}/2025`;
    await insert("case_version", {
      ...{ case_key: uid, defendant: 1, since_edition: 2, until_edition: null, case_uid: uid },
      ...{ court_code: "77GV0007", received_court: "77GV0007", case_number, earlier_numbers: "[]" },
      ...{ articles: '["337.5"]', scope: "337", received_on: "2025-03-03", received_week: 2878 },
      ...{ decided_on: "2025-04-02", decided_week: 2882, outcome: "convicted", sentence: "suspended" },
      ...{ term_months: 24, service: "mobilised" },
    });
    for (const name of [uid, `77GV0007|${case_number}`]) {
      if (schema < 8) await insert("case_alias", { alias: name, case_key: uid, case_uid: uid });
      else await insert("case_name", { name, case_key: uid });
    }
  }
}

async function migrate(from: number, to: number): Promise<void> {
  await applyD1Migrations(
    env.DB,
    env.MIGRATIONS.filter((_, at) => NUMBERS[at]! > from && NUMBERS[at]! <= to),
  );
}

type Points = { points: { label: string; value: number | null }[] };

beforeEach(reset);

describe("the number of the schema", () => {
  it("is that of the last migration", () => {
    expect(NUMBERS.at(-1)).toBe(SCHEMA);
  });
});

describe.each(NUMBERS)("data of schema %i", (schema) => {
  it("count the same once they have come forward, and can be published over", async () => {
    await migrate(0, schema);
    await fill(schema);
    await migrate(schema, SCHEMA);
    await distributePending(env);
    const { body: ledger } = await ask<{ figures: { value: number }[] }>("GET", "/v1/figures");
    expect(ledger.figures.map(({ value }) => value)).toEqual([520]);
    if (schema >= 2) {
      for (const [measure, week] of [
        ["convictions", "2025-W14"],
        ["cases-received", "2025-W10"],
      ]) {
        const { body } = await ask<Points>("GET", `/v1/series?measure=${measure}&evidence=records`);
        expect(body.points.filter(({ value }) => value).map(({ label, value }) => [label, value])).toEqual([
          [week, 3],
        ]);
      }
      const { body: edition } = await ask<{ provenance: { file: string }[] }>(
        "GET",
        "/v1/editions/2025-06-02.1",
      );
      expect(edition.provenance[0]?.file).toBe("desk-csv-aaaaaaaa");
      const withdrawn = await ask<{ records: number }>("POST", "/v1/imports/withdraw", {
        ...{ court_code: "77GV0007", case_number: "1-2/2025", reason: "Entered twice by the court" },
      });
      expect(withdrawn).toMatchObject({ status: 200, body: { records: 1 } });
    }
    const back = await ask("POST", "/v1/imports/revert", {
      ...{ edition: "2025-06-01.1", note: "Back to the figures alone" },
    });
    expect(back.status).toBe(schema >= 2 ? 200 : 409);
  });
});

describe.each(NUMBERS.filter((number) => number < SCHEMA))("a database of schema %i", (schema) => {
  it("is refused to the desk until it has come forward, in words, and readers notice nothing", async () => {
    await migrate(0, SCHEMA);
    await fill(SCHEMA);
    await distributePending(env);
    await env.DB.prepare("DELETE FROM d1_migrations WHERE CAST(name AS INTEGER) > ?").bind(schema).run();
    const { status, body } = await ask<{ detail: string }>("POST", "/v1/imports/redact", {});
    expect(status).toBe(503);
    expect(body.detail).toContain(`schema ${schema}`);
    expect(body.detail).toContain("npm run deploy");
    expect((await ask("GET", "/v1/summary")).status).toBe(200);
  });
});

describe("a Worker that is older than its database", () => {
  it("publishes nothing, says so, and goes on serving readers", async () => {
    await migrate(0, SCHEMA);
    await fill(SCHEMA);
    await distributePending(env);
    await env.DB.prepare("INSERT INTO d1_migrations (name) VALUES ('0999_of_the_future.sql')").run();
    const { status, body } = await ask<{ detail: string }>("POST", "/v1/imports/revert", {
      ...{ edition: "2025-06-01.1", note: "Back to the figures alone" },
    });
    expect(status).toBe(503);
    expect(body.detail).toContain("is older than its database");
    expect((await ask("GET", "/v1/summary")).status).toBe(200);
  });
});

/** All that D1 holds is gone; what KV holds stays, as when a database is taken back to a moment before its migrations. */
async function emptyDatabase(): Promise<void> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
  ).all<{ name: string }>();
  const drops = results.map(({ name }) => env.DB.prepare(`DROP TABLE IF EXISTS "${name}"`));
  await env.DB.batch([env.DB.prepare("PRAGMA defer_foreign_keys = ON"), ...drops]);
}

describe.each(NUMBERS.filter((number) => number >= 2))(
  "a database that is taken back to schema %i",
  (schema) => {
    it("takes no reader back, loses no edition that was published, and goes on after the newest", async () => {
      await migrate(0, schema);
      await fill(schema);
      await migrate(schema, SCHEMA);
      await distributePending(env);
      const publish = (case_number: string) =>
        ask<{ edition: { id: string } }>("POST", "/v1/imports/withdraw", {
          ...{ court_code: "77GV0007", case_number, reason: "Entered twice by the court" },
        });
      const first = await publish("1-1/2025");
      expect(first.body.edition.id).toBe("2025-07-01.1");
      const told = (await ask("GET", "/v1/editions/2025-07-01.1")).body;

      await emptyDatabase();
      await migrate(0, schema);
      await fill(schema);
      expect(await ask("GET", "/v1/summary")).toMatchObject({
        status: 200,
        body: { edition: { id: "2025-07-01.1" } },
      });
      await migrate(schema, SCHEMA);
      await distributePending(env);
      const second = await publish("1-2/2025");
      expect(second).toMatchObject({ status: 200, body: { edition: { id: "2025-07-01.2" } } });
      expect(await ask("GET", "/v1/summary")).toMatchObject({
        body: { edition: { id: "2025-07-01.2", stale: false } },
      });
      expect((await ask("GET", "/v1/editions/2025-07-01.1")).body).toEqual(told);
    });
  },
);
