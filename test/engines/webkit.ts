import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { asJson, type Engine, type Tab } from "./engine.ts";
import { stop } from "./stop.ts";

/** How long a driver may take to listen, on the slowest machine (ms), and between two looks. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 100;

/** Its own sandbox needs what a root user in a container hasn't; and there is no graphics card to draw with. */
const ENVIRONMENT = {
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  WEBKIT_DISABLE_DMABUF_RENDERER: "1",
  LIBGL_ALWAYS_SOFTWARE: "1",
  GDK_BACKEND: "x11",
  NO_AT_BRIDGE: "1",
};

/** WebKitGTK's own small browser by its driver (https://www.w3.org/TR/webdriver2), on a screen that nobody sees. */
export async function startWebKit(driver: string, xvfb: string): Promise<Engine> {
  const screen = await startScreen(xvfb);
  const port = await freePort();
  const program = spawn(driver, ["-p", String(port)], {
    stdio: "ignore",
    detached: true,
    env: { ...process.env, ...ENVIRONMENT, DISPLAY: screen.display },
  });
  const close = async () => {
    await stop(program);
    await stop(screen.program);
  };
  try {
    const ask = askAt(`http://127.0.0.1:${port}`);
    const until = Date.now() + PATIENCE_MS;
    while (!(await ask("GET", "/status").catch(() => null))) {
      if (Date.now() > until) throw new Error(`${driver} doesn't answer.`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    const { sessionId, capabilities } = (await ask("POST", "/session", { capabilities: {} })) as {
      sessionId: string;
      capabilities: { browserName: string; browserVersion: string };
    };
    const session = `/session/${sessionId}`;
    return {
      name: `${capabilities.browserName} ${capabilities.browserVersion}`,
      tab: async () => tabOf((method, path, body) => ask(method, session + path, body)),
      async close() {
        await ask("DELETE", session).catch(() => null);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type Ask = (method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<unknown>;

function askAt(origin: string): Ask {
  return async (method, path, body) => {
    const response = await fetch(origin + path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
    if (!response.ok) throw new Error(`${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
}

function tabOf(ask: Ask): Tab {
  const evaluate = async <Value>(run: () => Value): Promise<Value> => {
    const json = await ask("POST", "/execute/sync", { script: `return ${asJson(run)}`, args: [] });
    return JSON.parse(String(json)) as Value;
  };
  return {
    async open(url) {
      await ask("POST", "/frame", { id: null });
      await ask("POST", "/url", { url });
    },
    evaluate,
    async evaluateInFrame(run) {
      await ask("POST", "/frame", { id: 0 });
      return evaluate(run).finally(() => ask("POST", "/frame", { id: null }));
    },
  };
}

/** A screen in memory, with a number that nobody has. */
function startScreen(xvfb: string): Promise<{ program: ChildProcess; display: string }> {
  const program = spawn(xvfb, ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    detached: true,
  });
  return new Promise((resolve, reject) => {
    let number = "";
    program.once("error", reject);
    program.once("exit", () => reject(new Error(`${xvfb} ended at once.`)));
    program.stdio[3]?.on("data", (data) => {
      number += data;
      if (number.includes("\n")) resolve({ program, display: `:${number.trim()}` });
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
