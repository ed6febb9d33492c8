import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { WRANGLER } from "../../worker/cli/local.ts";
import type { EditionsBody } from "../../worker/contract/editions.ts";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { desk } from "./desk-command.ts";
import { type Newsroom, startNewsroom, stateFolder } from "./newsroom.ts";
import { preparedState } from "./stage.ts";

const run = promisify(execFile);
const ON = "2025-06-30";
const TRUTH = { seed: 4, cases: 400, from: "2024-01-01", until: ON, dirt: [], vanishedShare: 0 };

/** A folder as the operator's: wrangler finds the settings and, below `.wrangler`, the local database. */
const home = stateFolder();
const state = join(home.folder, ".wrangler/state");
const backup = join(home.folder, "backup.sql");
/** Readers are told of a new edition with the next question. */
const AT_ONCE = ["--again", "--var", "POINTER_MAX_AGE_MS:0"];
let server: Newsroom;

async function wrangler(...args: string[]): Promise<void> {
  await run(
    process.execPath,
    [WRANGLER, "d1", ...args, "--local", "--env", "", "--config", "wrangler.toml"],
    {
      cwd: home.folder,
      env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1" },
      maxBuffer: 2 ** 28,
    },
  );
}

beforeAll(async () => {
  const prepared = preparedState();
  mkdirSync(join(home.folder, ".wrangler"));
  renameSync(prepared.folder, state);
  // The settings as they are, with the paths in them leading to where they lie.
  const settings = readFileSync("wrangler.toml", "utf8");
  const absolute = settings.replaceAll('"worker/', `"${process.cwd()}/worker/`);
  writeFileSync(join(home.folder, "wrangler.toml"), absolute.replaceAll('"dist/', `"${process.cwd()}/dist/`));
  writeDump(home.folder, "desk", snapshot(generateTruth(TRUTH), ON));
  server = await startNewsroom(state, { args: AT_ONCE });
});

afterAll(async () => {
  await server?.stop();
  home.remove();
});

const ask = async <Body>(path: string) => (await fetch(server.origin + path)).json() as Promise<Body>;

/** All that readers could notice: each edition's hash, its number, its weeks, and the list of corrections. */
async function told() {
  const { editions } = await ask<z.infer<typeof EditionsBody>>("/v1/editions");
  const each = editions.map(async ({ id, sha256 }) => ({
    id,
    sha256,
    headline: (await ask<{ headline: object }>(`/v1/summary?as-of=${id}&evidence=records`)).headline,
  }));
  return { editions: await Promise.all(each), corrections: await ask("/v1/corrections") };
}

describe("a backup of the database", () => {
  it("gives every edition back, with the same hash, after all was wiped: D1 and KV", async () => {
    const published = await desk(
      ...[server, "publish", join(home.folder, "desk.csv"), "--note", "Records", "--read-on", ON],
      ...["--override", "The first records"],
    );
    expect([published.code, published.stderr]).toEqual([0, expect.any(String)]);
    const { editions } = await ask<z.infer<typeof EditionsBody>>("/v1/editions");
    expect(
      await desk(server, "add", editions[0]!.id, "One court’s site was down until the 20th"),
    ).toMatchObject({ code: 0 });
    const before = await told();
    expect(before.editions.length).toBeGreaterThan(1);
    expect(JSON.stringify(before.corrections)).toContain("until the 20th");
    await server.stop();

    await wrangler("export", "DB", "--output", backup);
    for (const store of ["d1", "kv", "cache"])
      rmSync(join(state, "v3", store), { recursive: true, force: true });
    await wrangler("execute", "DB", "--file", backup, "--yes");

    server = await startNewsroom(state, { args: AT_ONCE });
    await expect.poll(async () => (await fetch(`${server.origin}/v1/summary`)).status).toBe(200);
    expect(await told()).toEqual(before);
    const again = await desk(
      server,
      "publish",
      join(home.folder, "desk.csv"),
      "--unattended",
      "--read-on",
      ON,
    );
    expect([again.code, again.stdout + again.stderr]).toEqual([3, expect.any(String)]);
  });
});
