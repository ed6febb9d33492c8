import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asJson, type Engine, type Tab } from "./engine.ts";
import { stop } from "./stop.ts";

/** A profile that asks nobody for anything. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "app.update.auto": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
};

/** How long Firefox may take to say where it listens, on the slowest machine (ms). */
const PATIENCE_MS = 120_000;

interface Reply {
  id?: number;
  result?: unknown;
  error?: string;
  message?: string;
}

/** A Firefox as it is installed, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi), which it has built in. */
export async function startFirefox(path: string): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), "ds-firefox-"));
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, "user.js"), lines.join(""));
  const program = spawn(
    path,
    ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
    { stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let printed = "";
    const hurry = setTimeout(() => reject(new Error(`Firefox didn't come up:\n${printed}`)), PATIENCE_MS);
    program.once("error", reject);
    program.stderr.on("data", (data) => {
      printed += data;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(printed)?.[1];
      if (found) {
        clearTimeout(hurry);
        resolve(found);
      }
    });
  });
  const { ask, end } = await connect(`${address}/session`);
  const session = (await ask("session.new", { capabilities: {} })) as {
    capabilities: { browserName: string; browserVersion: string };
  };
  const { browserName, browserVersion } = session.capabilities;
  return {
    name: `${browserName} ${browserVersion}`,
    async tab() {
      const { context } = (await ask("browsingContext.create", { type: "tab" })) as { context: string };
      return tabOf(context, ask);
    },
    async close() {
      end();
      await stop(program);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Ask = (method: string, params: object) => Promise<unknown>;

async function connect(address: string): Promise<{ ask: Ask; end: () => void }> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`Nothing answers at ${address}.`));
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let count = 0;
  socket.onmessage = ({ data }) => {
    const { id, result, error, message } = JSON.parse(String(data)) as Reply;
    const asked = waiting.get(id ?? -1);
    waiting.delete(id ?? -1);
    if (error) asked?.reject(new Error(`${error}: ${message}`));
    else asked?.resolve(result);
  };
  const ask: Ask = (method, params) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      socket.send(JSON.stringify({ id: count, method, params }));
    });
  return { ask, end: () => socket.close() };
}

function tabOf(context: string, ask: Ask): Tab {
  const evaluate = async <Value>(target: string, run: () => Value): Promise<Value> => {
    const { result, exceptionDetails } = (await ask("script.evaluate", {
      expression: asJson(run),
      target: { context: target },
      awaitPromise: false,
    })) as { result?: { value: string }; exceptionDetails?: { text: string } };
    if (!result) throw new Error(exceptionDetails?.text ?? "no value");
    return JSON.parse(result.value) as Value;
  };
  return {
    open: async (url) => void (await ask("browsingContext.navigate", { context, url, wait: "complete" })),
    evaluate: (run) => evaluate(context, run),
    async evaluateInFrame(run) {
      const tree = (await ask("browsingContext.getTree", { root: context })) as {
        contexts: { children: { context: string }[] }[];
      };
      const frame = tree.contexts[0]?.children[0];
      if (!frame) throw new Error("The page has no frame yet.");
      return evaluate(frame.context, run);
    },
  };
}
