import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { asJson, type Engine, type Tab } from "../engines/engine.ts";
import { stop } from "../engines/stop.ts";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--window-size=1280,1024",
  "--remote-debugging-port=0",
];

/**
 * A Chromium of years ago, from npm, where `@sparticuz/chromium` has one for each version, made for servers without a
 * screen. It is spoken to in the few words of its protocol that all versions know
 * (https://chromedevtools.github.io/devtools-protocol/): Playwright's own ask more of it.
 *
 * @throws what npm or the browser says where it doesn't come up
 */
export async function startOldChromium(version: string): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), "ds-oldest-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  let program: ChildProcess | undefined;
  try {
    unpack(folder, version);
    // Beside it, the libraries that a server may lack.
    const env = { ...process.env, LD_LIBRARY_PATH: join(folder, "lib"), HOME: folder };
    program = spawn(join(folder, "chromium"), FLAGS, {
      env,
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
    });
    const say = await connect(await addressOf(program, version));
    const running = program;
    const { product } = (await say("Browser.getVersion")) as { product: string };
    return {
      name: product,
      tab: () => tabOf(say),
      async close() {
        await stop(running);
        remove();
      },
    };
  } catch (error) {
    if (program) await stop(program);
    remove();
    throw error;
  }
}

function unpack(folder: string, version: string): void {
  const name = `@sparticuz/chromium@${version}`;
  const packed = execFileSync("npm", ["pack", name, "--silent"], { cwd: folder, encoding: "utf8" }).trim();
  execFileSync("tar", ["xf", packed], { cwd: folder });
  const files = join(folder, "package/bin");
  for (const file of readdirSync(files)) {
    const plain = join(folder, file.replace(/\.br$/, ""));
    writeFileSync(plain, brotliDecompressSync(readFileSync(join(files, file))), { mode: 0o755 });
    if (plain.endsWith(".tar")) execFileSync("tar", ["xf", plain], { cwd: folder });
  }
}

function addressOf(program: ChildProcess, version: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const fail = () => reject(new Error(`Chromium ${version} didn't come up:\n${said}`));
    program.once("error", reject);
    program.once("exit", fail);
    program.stderr?.on("data", (data) => {
      said += data;
      const [, address] = /listening on (ws:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
  });
}

type Say = (method: string, params?: object, sessionId?: string) => Promise<unknown>;

async function connect(address: string): Promise<Say> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  socket.addEventListener("message", ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as {
      id?: number;
      result?: unknown;
      error?: { message: string };
    };
    const call = waiting.get(id ?? 0);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result);
    waiting.delete(id ?? 0);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", reject, { once: true });
  });
  let calls = 0;
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      calls += 1;
      waiting.set(calls, { resolve, reject });
      socket.send(JSON.stringify({ id: calls, method, params, ...(sessionId && { sessionId }) }));
    });
}

async function tabOf(say: Say): Promise<Tab> {
  const { targetId } = (await say("Target.createTarget", { url: "about:blank" })) as { targetId: string };
  const attached = await say("Target.attachToTarget", { targetId, flatten: true });
  const { sessionId } = attached as { sessionId: string };
  const here = (method: string, params?: object) => say(method, params, sessionId);
  await here("Page.enable");
  const evaluate = async <Value>(run: () => Value, contextId?: number): Promise<Value> => {
    const { result, exceptionDetails } = (await here("Runtime.evaluate", {
      expression: asJson(run),
      ...(contextId && { contextId }),
    })) as { result: { value: string }; exceptionDetails?: { exception?: { description?: string } } };
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return JSON.parse(result.value) as Value;
  };
  return {
    async open(url) {
      const { errorText } = (await here("Page.navigate", { url })) as { errorText?: string };
      if (errorText) throw new Error(`${url}: ${errorText}`);
    },
    evaluate: (run) => evaluate(run),
    async evaluateInFrame(run) {
      const { frameTree } = (await here("Page.getFrameTree")) as {
        frameTree: { childFrames?: { frame: { id: string } }[] };
      };
      const frameId = frameTree.childFrames?.[0]?.frame.id;
      if (!frameId) throw new Error("The page has no frame.");
      const world = (await here("Page.createIsolatedWorld", { frameId })) as { executionContextId: number };
      return evaluate(run, world.executionContextId);
    },
  };
}
