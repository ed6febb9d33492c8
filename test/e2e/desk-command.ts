import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Newsroom } from "./newsroom.ts";

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Where commands against a server put what they need for a while: a folder of that server's test alone. */
export function temporaryFolder({ state }: Newsroom): string {
  const folder = join(state, "tmp");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Starts a command of the desk against a server, as a user would beside it. */
export function startDesk(
  server: Newsroom,
  ...args: string[]
): { program: ChildProcess; ended: Promise<Run> } {
  const program = spawn(process.execPath, ["worker/cli/desk.ts", ...args], {
    env: {
      ...process.env,
      PORT: String(server.port),
      STATE_DIR: server.state,
      TMPDIR: temporaryFolder(server),
    },
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

export function desk(server: Newsroom, ...args: string[]): Promise<Run> {
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
  server: Newsroom,
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
      // A connection of its own: one that is kept may be closed at its other end while it is taken up again.
      const to = { host: "localhost", port: server.port, method, path, headers, agent: false };
      const onward = request(to, (answer) => {
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
