import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { newTokenSecret } from "../desk/token-secret.ts";
import { instantOf } from "../domain/calendar.ts";
import { sha256Hex } from "../domain/digest.ts";

const run = promisify(execFile);
export const WRANGLER = fileURLToPath(
  new URL("../../node_modules/wrangler/bin/wrangler.js", import.meta.url),
);

/** Where a local server keeps its D1 and KV, and what names it to wrangler. */
export interface LocalState {
  folder: string;
  wranglerArgs: string[];
  env: NodeJS.ProcessEnv;
}

export function localState(folder: string, sample: boolean): LocalState {
  return {
    folder,
    wranglerArgs: ["--persist-to", folder, ...(sample ? ["--env", "sample"] : ["--env", ""])],
    // No account is needed, and none is asked for.
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false", CI: "1" },
  };
}

export async function migrate(state: LocalState): Promise<void> {
  await wrangler(state, ["d1", "migrations", "apply", "DB", "--local"]);
}

/**
 * The token with which this machine's desk talks to its own server. Its secret stays in the state's folder,
 * readable by this user alone; the server holds the hash.
 */
export async function localToken(state: LocalState): Promise<string> {
  const file = join(state.folder, "desk-token");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept) return kept.trim();
  const secret = newTokenSecret();
  const now = Date.now();
  const [created, expires] = [instantOf(now), instantOf(now + 10 * 365 * 86_400_000)];
  const row = ["local", await sha256Hex(secret), "local", "admin", created, expires];
  const columns = "id, sha256, label, role, created_at, expires_at";
  await wrangler(state, [
    ...["d1", "execute", "DB", "--local", "--command"],
    `INSERT OR REPLACE INTO token (${columns}) VALUES (${row.map((value) => `'${value}'`).join(", ")})`,
  ]);
  await mkdir(state.folder, { recursive: true });
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}

async function wrangler(state: LocalState, args: string[]): Promise<void> {
  try {
    await run(process.execPath, [WRANGLER, ...args, ...state.wranglerArgs], { env: state.env });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`wrangler ${args.slice(0, 3).join(" ")} failed:\n${stdout}\n${stderr}`);
  }
}
