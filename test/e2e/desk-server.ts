import { type ChildProcess, spawn } from "node:child_process";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createSocket } from "node:net";

/** How long a start may take on a busy machine (ms). */
const PATIENCE_MS = 300_000;

/** A server as `npm start` makes it, in a process group of its own, so that it can be killed whole. */
export interface DeskServer {
  origin: string;
  port: number;
  state: string;
  /** All that the program printed so far. */
  log(): string;
  /** kill −9 to the program and all that it started. */
  kill(): Promise<void>;
}

export async function startServer(state: string): Promise<DeskServer> {
  const port = await freePort();
  let printed = "";
  const program = spawn(process.execPath, ["worker/cli/start.ts"], {
    env: { ...process.env, PORT: String(port), STATE_DIR: state },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  for (const stream of [program.stdout, program.stderr]) stream.on("data", (data) => (printed += data));
  const kill = () => killGroup(program);
  const until = Date.now() + PATIENCE_MS;
  while (!printed.includes("Stop with Ctrl+C")) {
    if (program.exitCode !== null || program.signalCode !== null || Date.now() > until) {
      await kill();
      throw new Error(`The server didn't come up:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { origin: `http://localhost:${port}`, port, state, log: () => printed, kill };
}

async function killGroup(program: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => program.once("exit", resolve));
  try {
    process.kill(-program.pid!, "SIGKILL");
  } catch {
    return;
  }
  if (program.exitCode === null && program.signalCode === null) await gone;
}

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts a command of the desk against a server, as a user would beside it. */
export function startDesk(
  server: DeskServer,
  ...args: string[]
): { program: ChildProcess; ended: Promise<Run> } {
  const program = spawn(process.execPath, ["worker/cli/desk.ts", ...args], {
    env: { ...process.env, PORT: String(server.port), STATE_DIR: server.state },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const run: Run = { code: null, stdout: "", stderr: "" };
  program.stdout.on("data", (data) => (run.stdout += data));
  program.stderr.on("data", (data) => (run.stderr += data));
  const ended = new Promise<Run>((resolve) => {
    program.once("close", (code) => resolve({ ...run, code }));
  });
  return { program, ended };
}

export function desk(server: DeskServer, ...args: string[]): Promise<Run> {
  return startDesk(server, ...args).ended;
}

/** What stands between a command and the server: `onRequest` may look on, wait, or break the connection. */
export interface Wire {
  origin: string;
  /** `PUT /v1/imports/…/parts/3` of all that went through, in order. */
  passed: string[];
  close(): void;
}

export async function wireTo(
  server: DeskServer,
  onRequest: (line: string, broken: () => void) => Promise<void> | void = () => {},
): Promise<Wire> {
  const passed: string[] = [];
  const proxy = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const line = `${incoming.method} ${incoming.url}`;
    const body: Buffer[] = [];
    incoming.on("data", (chunk) => body.push(chunk));
    incoming.on("end", async () => {
      let isBroken = false;
      await onRequest(line, () => {
        isBroken = true;
      });
      if (isBroken) return void incoming.socket.destroy();
      passed.push(line);
      const { method, url: path, headers } = incoming;
      const onward = request({ host: "localhost", port: server.port, method, path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
        answer.on("error", () => incoming.socket.destroy());
      });
      onward.on("error", () => incoming.socket.destroy());
      onward.end(Buffer.concat(body));
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as AddressInfo;
  const close = () => {
    proxy.close();
    proxy.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, passed, close };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = createSocket().listen(0, "127.0.0.1", () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => resolve(port));
    });
  });
}
