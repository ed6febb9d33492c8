import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { WRANGLER } from "../../worker/cli/local.ts";
import type { Answer } from "./bare.ts";
import { measured } from "./command.ts";
import type { Kept } from "./kept.ts";
import { LIKE_CLOUDFLARE } from "./like-cloudflare.ts";

/** As in wrangler.toml. */
const COMPATIBILITY_DATE = "2026-11-02";
/** What Wrangler makes of a file in a bundle, by its extension; a rule of wrangler.toml for each but the first. */
const MODULES: Readonly<Record<string, "ESModule" | "Text" | "Data" | "CompiledWasm">> = {
  ".js": "ESModule",
  ".csv": "Text",
  ".css": "Text",
  ".ttf": "Data",
  ".wasm": "CompiledWasm",
};
const DIRECT = [{ host: "127.0.0.1", port: 0 }];

/** What Wrangler would upload for this entry file. */
export async function bundle(entry: string, folder: string): Promise<string> {
  const order = ["deploy", entry, "--dry-run", "--env", "", "--outdir", folder];
  await measured([WRANGLER, ...order], { CI: "1", WRANGLER_SEND_METRICS: "false" });
  return folder;
}

/** Bytes of all that is uploaded, as they are and gzipped. */
export function sizeOf(folder: string): { raw: number; gzip: number } {
  const sent = readdirSync(folder).filter((name) => !/\.(map|md)$/.test(name));
  const bytes = Buffer.concat(sent.map((name) => readFileSync(join(folder, name))));
  return { raw: bytes.length, gzip: gzipSync(bytes).length };
}

export interface Pair {
  ours: URL;
  bare: URL;
  stop(): Promise<void>;
}

/** Our Worker and the bare one in one workerd, each on a socket of its own, so that no proxy stands between. */
export async function serveBoth(
  folders: { ours: string; bare: string },
  kept: Kept,
  paths: readonly string[],
): Promise<Pair> {
  const ours = workerOver("ours", folders.ours);
  const bare = workerIn("bare", folders.bare);
  const withAnswers = (ANSWERS: Record<string, { headers: Record<string, string>; body: string }>) =>
    convertV4MiniflareOptions({ workers: [ours, { ...bare, bindings: { ANSWERS } }] });

  const miniflare = new Miniflare(withAnswers({}));
  await put(miniflare, "ours", kept);
  const answers = await answersOf(await miniflare.unsafeGetDirectURL("ours"), paths);
  await miniflare.setOptions(withAnswers(answers));
  await put(miniflare, "ours", kept);
  return {
    ours: await miniflare.unsafeGetDirectURL("ours"),
    bare: await miniflare.unsafeGetDirectURL("bare"),
    stop: () => miniflare.dispose(),
  };
}

/** Our Worker over each of these stores, in one workerd, each on a socket of its own. */
export async function serveEach(
  folder: string,
  stores: readonly Kept[],
): Promise<{ urls: URL[]; stop(): Promise<void> }> {
  const names = stores.map((_, index) => `ours-${index}`);
  const workers = names.map((name) => workerOver(name, folder));
  const miniflare = new Miniflare(convertV4MiniflareOptions({ workers }));
  const urls: URL[] = [];
  for (const [index, name] of names.entries()) {
    await put(miniflare, name, stores[index]!);
    urls.push(await miniflare.unsafeGetDirectURL(name));
  }
  return { urls, stop: () => miniflare.dispose() };
}

/**
 * Our Worker over a store, with the address of its isolate's inspector, which may collect what nobody needs. Its heap
 * is no larger than Cloudflare's.
 */
export async function serveInspected(
  folder: string,
  kept: Kept,
): Promise<{ url: URL; inspector: string; stop(): Promise<void> }> {
  const flags = process.env.MINIFLARE_WORKERD_V8_FLAGS;
  process.env.MINIFLARE_WORKERD_V8_FLAGS = `--expose-gc ${LIKE_CLOUDFLARE.MINIFLARE_WORKERD_V8_FLAGS}`;
  try {
    const workers = [workerOver("ours", folder)];
    const miniflare = new Miniflare(convertV4MiniflareOptions({ inspectorPort: 0, workers }));
    await put(miniflare, "ours", kept);
    const { port } = await miniflare.getInspectorURL();
    const isolates = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
      id: string;
      webSocketDebuggerUrl: string;
    }[];
    const inspector = isolates.find(({ id }) => id.endsWith(":ours"))?.webSocketDebuggerUrl;
    if (!inspector) throw new Error("workerd names no isolate of ours.");
    return {
      url: await miniflare.unsafeGetDirectURL("ours"),
      inspector,
      stop: () => miniflare.dispose(),
    };
  } finally {
    if (flags === undefined) delete process.env.MINIFLARE_WORKERD_V8_FLAGS;
    else process.env.MINIFLARE_WORKERD_V8_FLAGS = flags;
  }
}

/** Our Worker, with a store of its own. */
function workerOver(name: string, folder: string) {
  return { ...workerIn(name, folder), kvNamespaces: { EDITIONS: name }, d1Databases: { DB: name } };
}

function workerIn(name: string, folder: string) {
  const modules = readdirSync(folder)
    .flatMap((file) => {
      const type = MODULES[extname(file)];
      return type ? [{ type, path: join(folder, file), contents: readFileSync(join(folder, file)) }] : [];
    })
    // The entry comes first.
    .sort((a, b) => Number(b.type === "ESModule") - Number(a.type === "ESModule"));
  return {
    name,
    modules,
    modulesRoot: folder,
    compatibilityDate: COMPATIBILITY_DATE,
    unsafeDirectSockets: DIRECT,
  };
}

async function put(miniflare: Miniflare, worker: string, kept: Kept): Promise<void> {
  const editions = await miniflare.getKVNamespace("EDITIONS", worker);
  for (const [key, value] of kept) await editions.put(key, value);
}

/** What our Worker answers, by path: the bytes that the bare one is to give. */
async function answersOf(origin: URL, paths: readonly string[]): Promise<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  for (const path of paths) {
    const response = await fetch(new URL(path, origin));
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    answers[path] = { headers: Object.fromEntries(response.headers), body: await response.text() };
  }
  return answers;
}
