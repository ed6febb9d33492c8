import { spawn } from "node:child_process";
import { type LocalState, WRANGLER } from "./local.ts";

/** A first start loads the whole Worker; a busy machine takes its time. */
const PATIENCE_MS = 90_000;
/** How often it is looked whether npm is still there (ms). */
const LOOK_MS = 1_000;

/** Runs the Worker with its local D1 and KV until this process is stopped. Variables are `NAME:value`. */
export async function serve(
  state: LocalState,
  port: number,
  variables: readonly string[],
): Promise<{ origin: string; edition: string | null; stop: () => void }> {
  const origin = `http://localhost:${port}`;
  const args = ["dev", "--local", "--port", String(port), "--inspector-port", "0", "--log-level", "error"];
  const vars = variables.flatMap((variable) => ["--var", variable]);
  const server = spawn(process.execPath, [WRANGLER, ...args, ...vars, ...state.wranglerArgs], {
    env: state.env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const stop = () => server.kill("SIGTERM");
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  // npm hands its signals to a shell, and not every shell hands them on: who ends npm, ends this.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), LOOK_MS).unref();
  server.on("exit", (code) => process.exit(code ?? 0));

  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const edition = await editionAt(origin);
    if (edition !== undefined) return { origin, stop, edition };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  stop();
  throw new Error(`The server didn't answer on ${origin} within ${PATIENCE_MS / 1000} s.`);
}

/** The edition that readers get; null: none yet; undefined: the server doesn't answer. */
export async function editionAt(origin: string): Promise<string | null | undefined> {
  const response = await fetch(`${origin}/v1/health`).catch(() => null);
  return response ? ((await response.json()) as { edition: string | null }).edition : undefined;
}
