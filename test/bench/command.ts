import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Newsroom } from "../e2e/newsroom.ts";

const PRELOAD = new URL("./peak-memory.ts", import.meta.url).href;
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Measured {
  seconds: number;
  /** Largest resident set of the command itself. */
  peakBytes: number;
  output: string;
}

/**
 * Runs `npm run desk -- …` as users do, in a process of its own.
 * @throws Error with what the command printed, where it fails
 */
export function desk(newsroom: Pick<Newsroom, "origin" | "state">, ...args: string[]): Promise<Measured> {
  const server = { STATE_DIR: newsroom.state, PORT: new URL(newsroom.origin).port };
  return measured(["worker/cli/desk.ts", ...args, "--json"], server);
}

/** Runs a program of this project with Node and measures it. */
export async function measured(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "desertion-stats-bench-"));
  const PEAK_MEMORY_FILE = join(folder, "peak");
  const started = performance.now();
  try {
    const output = await run(["--import", PRELOAD, ...args], { ...process.env, ...env, PEAK_MEMORY_FILE });
    const seconds = (performance.now() - started) / 1000;
    return { seconds, peakBytes: Number(readFileSync(PEAK_MEMORY_FILE, "utf8")), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let complaint = "";
    program.stdout.on("data", (data) => (output += data));
    program.stderr.on("data", (data) => (complaint += data));
    program.on("error", reject);
    program.on("close", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${args.join(" ")} ended with ${code}:\n${complaint}`)),
    );
  });
}
