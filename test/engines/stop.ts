import type { ChildProcess } from "node:child_process";

/** Ends a program with all that it has started, which shares its group, and waits until it is gone. */
export async function stop(program: ChildProcess): Promise<void> {
  if (program.pid === undefined || program.exitCode !== null || program.signalCode !== null) return;
  const gone = new Promise((resolve) => program.once("exit", resolve));
  try {
    process.kill(-program.pid, "SIGKILL");
  } catch {
    // It has just ended by itself; the event of its end is on its way.
  }
  await gone;
}
