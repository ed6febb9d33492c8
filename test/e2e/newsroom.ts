import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How long a start may take on a busy machine (ms). */
const PATIENCE_MS = 300_000;

export interface Newsroom {
  origin: string;
  state: string;
  /** All that the program printed so far. */
  log(): string;
  /** Ends the program as Ctrl+C does, and waits until it is gone. */
  stop(): Promise<void>;
}

/** A folder for a server's data, removed when the tests are over. */
export function stateFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "desertion-stats-e2e-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs what `npm start` runs, on a free port, until it says where it is. */
export async function startNewsroom(state: string, ...args: string[]): Promise<Newsroom> {
  const port = await freePort();
  let printed = "";
  const program = spawn(process.execPath, ["worker/cli/start.ts", ...args], {
    env: { ...process.env, PORT: String(port), STATE_DIR: state },
    stdio: ["ignore", "pipe", "pipe"],
  });
  program.stdout.on("data", (data) => (printed += data));
  program.stderr.on("data", (data) => (printed += data));
  await ready(program, () => printed);
  return {
    origin: `http://localhost:${port}`,
    state,
    log: () => printed,
    stop: async () => {
      if (program.exitCode !== null) return;
      const gone = new Promise((resolve) => program.once("exit", resolve));
      program.kill("SIGINT");
      await gone;
    },
  };
}

async function ready(program: ChildProcess, printed: () => string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!printed().includes("Stop with Ctrl+C")) {
    if (program.exitCode !== null || Date.now() > until) {
      program.kill("SIGKILL");
      throw new Error(`npm start didn't come up:\n${printed()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
