import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { desk } from "./desk-command.ts";
import { type Newsroom, startNewsroom, stateFolder } from "./newsroom.ts";

const LEDGER = "worker/data/published-figures.csv";
const ADDED =
  "f900,convictions,337,,,test,2023-01-01,2023-01-31,total,12,exact,Test,2023-02-01,https://example.org/1,\n";

/** The file of the database that has the editions; the local server runs on it. */
function databaseIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /D1DatabaseObject.*\.sqlite$/.test(name) && !name.includes("metadata"))
    .map((name) => join(folder, name));
  expect(files).toHaveLength(1);
  return files[0]!;
}

describe("a database that another program holds locked", () => {
  const state = stateFolder();
  let server: Newsroom;
  let token: string;
  beforeAll(async () => {
    cpSync(inject("prepared"), state.folder, { recursive: true });
    server = await startNewsroom(state.folder, { args: ["--again", "--var", "POINTER_MAX_AGE_MS:0"] });
    token = readFileSync(join(state.folder, "desk-token"), "utf8").trim();
  });
  afterAll(async () => {
    await server?.stop();
    state.remove();
  });

  const work = (...args: string[]) => desk(server, ...args, "--token", token, "--json");
  const shown = async () => {
    const response = await fetch(`${server.origin}/v1/summary`);
    const body = (await response.json()) as { edition: { id: string }; headline: { value: number } };
    return { status: response.status, id: body.edition?.id, value: body.headline?.value };
  };

  it("keeps no reader from the edition, tells the desk, loses nothing that is staged, and lets it through afterwards", async () => {
    const before = await shown();
    expect(before).toMatchObject({ status: 200, value: 198 });
    const file = join(state.folder, "ledger.csv");
    writeFileSync(file, readFileSync(LEDGER, "utf8") + ADDED);
    const staged = await work("stage", file);
    expect(staged.code).toBe(0);
    const { id } = (JSON.parse(staged.stdout) as { batch: { id: string } }).batch;
    const publish = () =>
      fetch(`${server.origin}/v1/imports/${id}/publish`, {
        method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: JSON.stringify({ note: "A test", override: "Only a test" }),
      });

    const holder = new DatabaseSync(databaseIn(state.folder));
    holder.exec("BEGIN EXCLUSIVE");
    try {
      const refused = await publish();
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({ type: "/docs#storage-down" });
      expect(await shown()).toEqual(before);
      const health = await fetch(`${server.origin}/v1/health`);
      expect(health.status).toBe(200);
      expect(await health.json()).toMatchObject({ status: "degraded", storage: { d1: "down", kv: "ok" } });
    } finally {
      holder.exec("ROLLBACK");
      holder.close();
    }
    const published = await publish();
    expect(published.status).toBe(200);
    const { edition } = (await published.json()) as { edition: { id: string } };
    expect(await shown()).toMatchObject({ status: 200, id: edition.id });
    const { figures } = (await (await fetch(`${server.origin}/v1/figures`)).json()) as {
      figures: { id: string }[];
    };
    expect(figures.map((figure) => figure.id)).toContain("f900");
  });
});
