import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How long a start may take on a busy machine (ms). */
const PATIENCE_MS = 300_000;

export interface Newsroom {
  origin: string;
  port: number;
  state: string;
  /** Of the program itself; what it started stands below it. */
  pid: number;
  /** All that the program printed so far. */
  log(): string;
  /** Ends the program as Ctrl+C does, and waits until it is gone. */
  stop(): Promise<void>;
  /** kill −9 to the program; and to all that it started, if it has a process group of its own. */
  kill(): Promise<void>;
}

/** A folder for a server's data, removed when the tests are over. */
export function stateFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "desertion-stats-e2e-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Start {
  /** In a process group of its own it can be killed whole; in the group of the tests it ends with them, whatever ends them. */
  ownGroup?: boolean;
  /** What would stand behind `npm start --`. */
  args?: readonly string[];
  /** Where the project lies that is started: here, or where a clone is. */
  project?: string;
  /** What its environment has besides. */
  env?: Readonly<Record<string, string>>;
}

/** Runs what `npm start` runs, on a free port, until it says where it is. */
export async function startNewsroom(
  state: string,
  { ownGroup = false, args = [], project = ".", env = {} }: Start = {},
): Promise<Newsroom> {
  const port = await freePort();
  let printed = "";
  const program = spawn(process.execPath, ["worker/cli/start.ts", ...args], {
    cwd: project,
    env: { ...process.env, ...env, PORT: String(port), STATE_DIR: state },
    stdio: ["ignore", "pipe", "pipe"],
    detached: ownGroup,
  });
  for (const stream of [program.stdout, program.stderr]) stream.on("data", (data) => (printed += data));
  const end = async (signal: NodeJS.Signals, whole: boolean) => {
    if (hasEnded(program)) return;
    const gone = new Promise((resolve) => program.once("exit", resolve));
    try {
      process.kill(whole ? -program.pid! : program.pid!, signal);
    } catch {
      // It has just ended by itself; the event of its end is on its way.
    }
    await gone;
  };
  const newsroom = {
    origin: `http://localhost:${port}`,
    port,
    state,
    pid: program.pid!,
    log: () => printed,
    stop: () => end("SIGINT", false),
    kill: () => end("SIGKILL", ownGroup),
  };
  const until = Date.now() + PATIENCE_MS;
  while (!printed.includes("Stop with Ctrl+C")) {
    if (hasEnded(program) || Date.now() > until) {
      await newsroom.kill();
      throw new Error(`npm start didn't come up:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return newsroom;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** A port of this machine that nothing listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
