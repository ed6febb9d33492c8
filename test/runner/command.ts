import { type ChildProcess, spawn } from "node:child_process";

/** Nothing in the run takes this long unless it hangs, on the slowest machine (ms). */
const LIMIT_MS = 75 * 60_000;
/** Time to close browsers and Workers after the report, before something must have been left behind (ms). */
const CLOSING_MS = 30_000;
/** Time between the request to end and the end by force (ms). */
const GRACE_MS = 5_000;

export interface Outcome {
  code: number | null;
  /** Why it had to be ended, if it had to be. */
  stopped: string | undefined;
  /** What it wrote, where its output was kept; else empty. */
  output: string;
  /** What it sent over its channel, if it sent anything. */
  report: unknown;
}

/**
 * Runs a command in a process group of its own and ends the whole group with it, so that a server or a
 * browser that a test left behind holds up nothing. `keep` gives its output back, `show` lets it through.
 */
export function command(
  words: readonly [string, ...string[]],
  output: "keep" | "show",
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const [program, ...rest] = words;
  const stream = output === "keep" ? "pipe" : "inherit";
  const child = spawn(program, rest, {
    detached: true,
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", ...env },
    stdio: ["ignore", stream, stream, "ipc"],
  });
  const chunks: Buffer[] = [];
  let report: unknown;
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
  const guard = guardOf(child);
  child.once("message", (message) => {
    report = message;
    guard.reported();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => signalGroup(child, "SIGKILL"));
    child.once("close", (code) => {
      guard.release();
      resolve({ code, stopped: guard.stopped(), output: Buffer.concat(chunks).toString(), report });
    });
  });
}

/** Ends the group after a limit, and ends this process with the group where the user asks for it. */
function guardOf(child: ChildProcess) {
  let stopped: string | undefined;
  const stop = (reason: string) => {
    stopped = reason;
    end(child);
  };
  let limit = setTimeout(stop, LIMIT_MS, `it went on for more than ${LIMIT_MS / 60_000} minutes`);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const onSignal = () => {
    child.once("close", () => process.exit(130));
    stop("it was asked to end");
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    stopped: () => stopped,
    reported() {
      clearTimeout(limit);
      limit = setTimeout(stop, CLOSING_MS, "something that a test started goes on");
    },
    release() {
      clearTimeout(limit);
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}

function end(child: ChildProcess): void {
  signalGroup(child, "SIGTERM");
  setTimeout(signalGroup, GRACE_MS, child, "SIGKILL").unref();
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended by itself.
  }
}
