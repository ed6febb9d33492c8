/**
 * The element's files under names that never change their content. A deployment's static assets are those of one
 * release; what was released before stays in KV, for publishers who pinned it and for pages that are open.
 *
 * Key in KV: `released/<file>` the file's bytes, written once.
 */
const keyOf = (file: string) => `released/${file}`;
const NAME = /^[a-z]+-[\w.-]{1,100}\.js$/;

/** A file never changes under its name, so KV may keep it at the edge for a day (s). */
const CACHE_TTL_S = 86_400;

/** Of `/embed/manifest.json`, as far as it names files. */
interface Manifest {
  file: string;
  later: { file: string }[];
}

/** Files that this isolate knows to be kept: it asks KV once for each. */
const kept = new Set<string>();

/** Keeps the files of the release that is deployed; does nothing for those that are kept. */
export async function keepReleasedFiles(
  { ASSETS, EDITIONS }: Pick<Env, "ASSETS" | "EDITIONS">,
  origin: string,
): Promise<void> {
  const asset = (file: string) => ASSETS.fetch(`${origin}/embed/${file}`);
  const manifest = await asset("manifest.json");
  if (!manifest.ok) return;
  const { file, later } = await manifest.json<Manifest>();
  for (const name of [file, ...later.map(({ file }) => file)]) {
    if (kept.has(name) || !NAME.test(name)) continue;
    if ((await EDITIONS.get(keyOf(name), "stream")) === null) {
      const released = await asset(name);
      if (!released.ok) throw new Error(`${name} is in the manifest, but not deployed.`);
      await EDITIONS.put(keyOf(name), await released.arrayBuffer());
    }
    kept.add(name);
  }
}

/** A file of an earlier release; null: no release had one of that name. */
export function releasedFile({ EDITIONS }: Pick<Env, "EDITIONS">, file: string): Promise<ArrayBuffer | null> {
  if (!NAME.test(file)) return Promise.resolve(null);
  return EDITIONS.get(keyOf(file), { type: "arrayBuffer", cacheTtl: CACHE_TTL_S });
}
