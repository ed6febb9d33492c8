import { join } from "node:path";
import { getPlatformProxy } from "wrangler";

/** What is asked of the binding here; the Worker's own types are of another world than Node's. */
interface Kv {
  list(): Promise<{ keys: { name: string }[] }>;
  get(key: string): Promise<string | null>;
}

/** Values of the KV, by key. */
export type Kept = ReadonlyMap<string, string>;

/** What a stopped local server has in KV, key by key: the very bytes that readers' Workers load. */
export async function keptInKv(state: string): Promise<Kept> {
  const { env, dispose } = await getPlatformProxy<{ EDITIONS: Kv }>({
    persist: { path: join(state, "v3") },
    envFiles: [],
  });
  try {
    const { keys } = await env.EDITIONS.list();
    const entries = await Promise.all(
      keys.map(async ({ name }) => [name, (await env.EDITIONS.get(name)) ?? ""] as const),
    );
    return new Map(entries);
  } finally {
    await dispose();
  }
}

/** Bytes of the current edition: what every reader's isolate loads, and its counts by court. */
export function editionBytes(kept: Kept): { body: number; courts: number } {
  const { id } = JSON.parse(kept.get("current") ?? "{}") as { id?: string };
  const bytesAt = (key: string) => Buffer.byteLength(kept.get(key) ?? "");
  return { body: bytesAt(`edition/${id}`), courts: bytesAt(`edition/${id}/courts`) };
}
