/**
 * `npm run reproduce [-- https://HOST]`: clones what is committed twice, into folders, time zones and languages of their
 * own, installs from the lock file, builds, and compares all that was built byte by byte. With the address of a
 * deployment also the element that it serves: whether it is this code, and nothing else.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "../runner/command.ts";
import { PLACES } from "./places.ts";
import { differences, treeOf } from "./tree.ts";

interface EmbedManifest {
  file: string;
  integrity: string;
  later: { file: string; integrity: string }[];
}

const [host] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "desertion-stats-reproduce-"));
try {
  const trees: Record<string, string>[] = [];
  const clones = PLACES.map((place) => ({ ...place, clone: join(folder, place.folder, "clone") }));
  for (const { clone, env } of clones) {
    await done(["git", "clone", "--quiet", "--no-hardlinks", ".", clone], {});
    const inClone = ["--prefix", clone] as const;
    await done(["npm", "ci", ...inClone, "--no-audit", "--no-fund", "--loglevel=error"], env);
    await done(["npm", "run", "--silent", "build", ...inClone], env);
    await done(["npm", "run", "--silent", "package", ...inClone], env);
    trees.push(treeOf(join(clone, "dist")));
    console.log(
      `Built in ${clone} (${env.TZ}, ${env.LANG}): ${Object.keys(trees.at(-1) ?? {}).length} files`,
    );
  }
  const [first = {}, second = {}] = trees;
  const different = differences(first, second);
  for (const line of different) console.error(`Different: ${line}`);
  const manifestFile = join(clones[0]!.clone, "dist/site/embed/manifest.json");
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as EmbedManifest;
  console.log(`${different.length} of ${Object.keys(first).length} files differ`);
  console.log(`embed/${manifest.file} ${manifest.integrity}`);
  const strange = host === undefined ? [] : await strangers(new URL(host), manifest);
  for (const line of strange) console.error(`Not this code: ${line}`);
  if (host !== undefined && strange.length === 0) console.log(`${host} serves these bytes.`);
  if (different.length + strange.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What a deployment serves of the element that this build didn't make. */
async function strangers(host: URL, { file, integrity, later }: EmbedManifest): Promise<string[]> {
  const named = [{ file: "v1.js", integrity }, { file, integrity }, ...later];
  const answers = named.map(async (one) => {
    const address = new URL(`/embed/${one.file}`, host);
    const response = await fetch(address);
    const sum = createHash("sha384")
      .update(Buffer.from(await response.arrayBuffer()))
      .digest("base64");
    if (!response.ok) return `${address} answers ${response.status}`;
    return `sha384-${sum}` === one.integrity
      ? null
      : `${address} has sha384-${sum}; ${one.integrity} was expected`;
  });
  return (await Promise.all(answers)).filter((line) => line !== null);
}

async function done(
  words: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const { code, output } = await command(words, "keep", env);
  if (code !== 0) throw new Error(`${words.join(" ")} failed:\n${output}`);
}
