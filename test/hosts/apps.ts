import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";
import { firstSnippet, snippets } from "../e2e/guide.ts";
import { startPublisher } from "../e2e/publisher.ts";
import { stop as end } from "../engines/stop.ts";

/** Publishers' whole projects, each built and served by its framework's own commands. */
export const APPS = ["next", "nuxt", "sveltekit", "astro", "eleventy"] as const;
export type AppName = (typeof APPS)[number];

export interface RunningApp {
  origin: string;
  stop(): Promise<void>;
}

interface App {
  /** Files beside the project's own: the guide's lines. */
  files: () => Readonly<Record<string, string>>;
  /** Its server's command; null: its build is files for any server, in `_site`. */
  serve: ((port: number) => string[]) | null;
}

const component = (path: string) => readFileSync(join("test/hosts", path), "utf8");
const bin = (name: string) => join("node_modules", ".bin", name);

const KINDS: Readonly<Record<AppName, App>> = {
  next: {
    files: () => ({}),
    serve: (port) => [bin("next"), "start", "--hostname", "127.0.0.1", "--port", String(port)],
  },
  nuxt: {
    files: () => ({ "app/Counter.vue": component("vue/Counter.vue") }),
    serve: () => ["node", ".output/server/index.mjs"],
  },
  sveltekit: {
    files: () => ({ "src/routes/Counter.svelte": component("svelte/Counter.svelte") }),
    serve: () => ["node", "build"],
  },
  astro: {
    files: () => ({}),
    serve: (port) => [bin("astro"), "preview", "--host", "127.0.0.1", "--port", String(port)],
  },
  eleventy: {
    files: () => ({
      "_includes/snippet.html": firstSnippet(),
      "_includes/events.js": snippets("js").find((code) => code.includes("desertion-stats-load")) ?? "",
    }),
    serve: null,
  },
};

/** How long a server may take to answer (ms), and between two looks. */
const PATIENCE_MS = 120_000;
const LOOK_MS = 100;
const QUIET = {
  NEXT_TELEMETRY_DISABLED: "1",
  NUXT_TELEMETRY_DISABLED: "1",
  ASTRO_TELEMETRY_DISABLED: "1",
  NODE_ENV: "production",
};

/**
 * Installs, builds and serves a publisher's project as its `package.json` and its framework say, in a folder of its
 * own, so that it finds no package of ours. `HOSTS_DIR` keeps what is installed there for the next time.
 * @param service takes the place of `https://HOST`
 */
export async function startApp(name: AppName, service: string): Promise<RunningApp> {
  const { folder, remove } = folderOf(name);
  const port = await freePort();
  const address = { PORT: String(port), HOST: "127.0.0.1", NITRO_HOST: "127.0.0.1" };
  const env = { ...process.env, ...QUIET, ...address };
  let server: ChildProcess | undefined;
  try {
    cpSync(join("test/hosts", name), folder, { recursive: true });
    for (const [path, text] of Object.entries(KINDS[name].files())) write(folder, path, text);
    nameService(join("test/hosts", name), folder, Object.keys(KINDS[name].files()), service);
    await install(folder, env);
    await run(folder, env, "npm", "run", "build");
    const { serve } = KINDS[name];
    if (!serve) {
      const files = await startPublisher();
      const stop = async () => {
        await files.close();
        remove();
      };
      return { origin: files.folder(join(folder, "_site")).replace(/\/$/, ""), stop };
    }
    const [program, ...words] = serve(port);
    server = spawn(program!, words, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    await answering(name, server, `http://127.0.0.1:${port}/`);
  } catch (error) {
    if (server) await end(server);
    remove();
    throw error;
  }
  const running = server;
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      await end(running);
      remove();
    },
  };
}

/**
 * What HTML sanitisers leave of a snippet, as they are set by default, by their names.
 * @throws what they say where one of them fails
 */
export async function sanitised(html: string): Promise<Record<string, string>> {
  const { folder, remove } = folderOf("sanitisers");
  try {
    cpSync("test/hosts/sanitisers", folder, { recursive: true });
    await install(folder, process.env);
    const said = execFileSync("node", ["sanitise.js"], { cwd: folder, input: html, encoding: "utf8" });
    return JSON.parse(said) as Record<string, string>;
  } finally {
    remove();
  }
}

/** A page that has the editors of `editors/`, bundled as an application would: `globalThis.editors`. */
export async function startEditors(): Promise<RunningApp> {
  const { folder, remove } = folderOf("editors");
  try {
    cpSync("test/hosts/editors", folder, { recursive: true });
    await install(folder, process.env);
    const outDir = join(folder, "built");
    await build({
      configFile: false,
      root: folder,
      base: "./",
      logLevel: "error",
      build: { outDir, emptyOutDir: true },
    });
    const files = await startPublisher();
    const stop = async () => {
      await files.close();
      remove();
    };
    return { origin: files.folder(outDir), stop };
  } catch (error) {
    remove();
    throw error;
  }
}

function folderOf(name: string): { folder: string; remove: () => void } {
  const kept = process.env.HOSTS_DIR;
  const folder = kept ? resolve(kept, name) : mkdtempSync(join(tmpdir(), `ds-${name}-`));
  mkdirSync(folder, { recursive: true });
  return { folder, remove: () => void (kept || rmSync(folder, { recursive: true, force: true })) };
}

function install(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  return run(folder, env, "npm", "install", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error");
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Puts the service's origin into the project's files; what was installed beside them stays as it is. */
function nameService(source: string, folder: string, further: readonly string[], service: string): void {
  const own = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(source.length + 1));
  for (const path of [...own, ...further]) {
    const text = readFileSync(join(folder, path), "utf8");
    writeFileSync(join(folder, path), text.replaceAll("https://HOST", service));
  }
}

async function run(cwd: string, env: NodeJS.ProcessEnv, program: string, ...words: string[]): Promise<void> {
  try {
    await promisify(execFile)(program, words, { cwd, env, maxBuffer: 64e6 });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`\`${[program, ...words].join(" ")}\` failed in ${cwd}:\n${stdout}${stderr}`);
  }
}

async function answering(name: AppName, server: ChildProcess, address: string): Promise<void> {
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (data) => (said += data));
  const until = Date.now() + PATIENCE_MS;
  const answers = () =>
    fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await answers())) {
    if (server.exitCode !== null || Date.now() > until) throw new Error(`${name} didn't come up:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
