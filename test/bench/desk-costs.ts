/**
 * Processor time that each of the desk's requests takes of the Worker: `node test/bench/desk-costs.ts`. Over a
 * database of its own, with a local D1, whose own time isn't the Worker's.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localState, localToken, migrate, WRANGLER } from "../../worker/cli/local.ts";
import { editionAt } from "../../worker/cli/serve.ts";
import { freePort } from "../e2e/newsroom.ts";
import { stop as end } from "../engines/stop.ts";
import { desk } from "./command.ts";
import { type Figure, figure, tableOf } from "./figure.ts";
import { generate } from "./generated.ts";
import { type Isolate, inspect } from "./inspector.ts";

const FREE_PLAN_MS = 10;
const LEDGER = "worker/data/published-figures.csv";
const CASES = 1_000;
const PATIENCE_MS = 90_000;

/** The dearest request of each kind, while the ledger and then so many cases are published. */
export async function measureDeskCosts(folder: string): Promise<Figure[]> {
  const state = localState(join(folder, "state"), false);
  await migrate(state);
  await localToken(state);
  const cases = await generate(join(folder, "cases"), CASES);
  const [port, inspectorPort] = [await freePort(), await freePort()];
  const args = ["dev", "--local", "--port", `${port}`, "--inspector-port", `${inspectorPort}`];
  const server = spawn(process.execPath, [WRANGLER, ...args, "--log-level", "error", ...state.wranglerArgs], {
    env: state.env,
    stdio: "ignore",
    detached: true,
  });
  try {
    const service = `http://localhost:${port}`;
    const until = Date.now() + PATIENCE_MS;
    while ((await editionAt(service)) === undefined && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 200));
    const isolate = await inspect(`ws://127.0.0.1:${inspectorPort}/ws`);
    const figures: Figure[] = [];
    for (const [what, file] of [
      ["the ledger", LEDGER],
      [`${CASES.toLocaleString("en")} cases`, cases],
    ] as const) {
      const watched = await watch(isolate, service);
      const through = { origin: watched.origin, state: state.folder };
      await desk(through, "publish", file, "--override", "Generated data");
      watched.close();
      for (const [line, costs] of watched.costs)
        figures.push(
          figure(`${line}, ${what}: processor time`, Math.max(...costs), "ms", { most: FREE_PLAN_MS }),
        );
    }
    isolate.close();
    return figures;
  } finally {
    await end(server);
  }
}

/** Stands between the command and the server, lets one request through at a time, and looks what it costs. */
async function watch(isolate: Isolate, service: string) {
  const costs = new Map<string, number[]>();
  let before = Promise.resolve();
  const server = createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    const { method = "GET", url = "/", headers } = incoming;
    const body = method === "GET" ? undefined : Buffer.concat(parts);
    const go = async () => {
      let answer: Response | undefined;
      const ms = await isolate.worked(async () => {
        const { "content-type": type = "application/json", authorization = "" } = headers;
        answer = await fetch(service + url, {
          method,
          headers: { "content-type": type, authorization },
          ...(body && { body }),
        });
      });
      const line = `${method} ${kindOf(url)}`;
      costs.set(line, [...(costs.get(line) ?? []), ms]);
      outgoing.writeHead(answer!.status, { "content-type": answer!.headers.get("content-type") ?? "" });
      outgoing.end(Buffer.from(await answer!.arrayBuffer()));
    };
    before = before.then(go).catch((error) => void outgoing.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, costs, close };
}

/** An address without what is this import's own. */
function kindOf(url: string): string {
  const { pathname } = new URL(url, "http://desk");
  return pathname.replace(/(?<=\/imports\/)[^/]+/, "{id}").replace(/\d+$/, "{n}");
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), "desertion-stats-desk-costs-"));
  try {
    console.log(tableOf(await measureDeskCosts(folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
