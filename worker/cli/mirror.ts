/** `npm run mirror -- --out DIR`: a static copy of the counter, for web servers that have nothing else. */

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { LANGS, SPANS } from "../contract/terms.ts";
import { instantOf } from "../domain/calendar.ts";
import { type Ask, copyOf } from "./static-copy/copy.ts";
import { EVERYTHING } from "./static-copy/plan.ts";

/** How often a mirror is made anew, unless it is said otherwise (minutes). */
const EVERY_MIN = 60;
/** How long the deployment may take for one answer (ms). */
const PATIENCE_MS = 30_000;

try {
  await mirror();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function mirror(): Promise<void> {
  const { out, url, every, ...scope } = options();
  execFileSync("vite", ["build", "--config", "widget/vite-mirror.config.ts", "--logLevel", "error"], {
    stdio: "inherit",
  });
  const script = readFileSync("dist/mirror/v1.js", "utf8");
  const now = Date.now();
  const time = { from: url, made_at: instantOf(now), due_at: instantOf(now + every * 60_000) };
  const copy = await copyOf(askAt(url), scope, time, script);
  for (const [file, content] of copy.files) write(join(out, file), content);
  console.log(
    `${copy.files.size} files of edition ${copy.edition} in ${out}; the next copy is due by ${time.due_at}.`,
  );
  if (copy.unanswered.length > 0)
    console.log(`Left out, because the deployment has no such number: ${copy.unanswered.join(", ")}.`);
}

function askAt(origin: string): Ask {
  return async (path) => {
    const response = await fetch(origin + path, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
      (error) => {
        throw new Error(`${origin} can't be reached (${error}). Nothing was written.`);
      },
    );
    if (response.status === 400 || response.status === 404) return null;
    if (!response.ok) throw new Error(`${origin}${path} answers ${response.status}. Nothing was written.`);
    return Buffer.from(await response.arrayBuffer());
  };
}

/** A reader gets the old file or the new one, never half of one. */
function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

function options() {
  const { values } = parseArgs({
    options: {
      out: { type: "string" },
      url: { type: "string" },
      langs: { type: "string" },
      spans: { type: "string" },
      themes: { type: "string" },
      compare: { type: "string", multiple: true },
      every: { type: "string" },
    },
  });
  if (!values.out) throw new Error("Say where to put the copy: npm run mirror -- --out DIR");
  const every = Number(values.every ?? EVERY_MIN);
  if (!(every > 0)) throw new Error(`--every is "${values.every}"; expected minutes, as in --every 60.`);
  for (const one of values.compare ?? []) {
    const asked = new URLSearchParams(one);
    if (!asked.get("period") || !asked.get("with"))
      throw new Error(
        `--compare is "${one}"; expected a comparison's parameters, as in --compare "period=2023-H1&with=2022,2021".`,
      );
  }
  const local = `http://localhost:${process.env.PORT ?? 8787}`;
  return {
    out: values.out,
    url: new URL(values.url ?? process.env.DESK_URL ?? local).origin,
    langs: list("langs", values.langs, LANGS),
    spans: list("spans", values.spans, SPANS),
    themes: list("themes", values.themes) ?? EVERYTHING.themes,
    comparisons: values.compare ?? EVERYTHING.comparisons,
    every,
  };
}

function list(option: string, given: string | undefined): string[] | null;
function list(option: string, given: string | undefined, known: readonly string[]): readonly string[];
function list(
  option: string,
  given: string | undefined,
  known?: readonly string[],
): readonly string[] | null {
  const named = given?.split(",").map((one) => one.trim()) ?? null;
  const strange = known && named?.find((one) => !known.includes(one));
  if (strange !== undefined)
    throw new Error(`--${option} has "${strange}"; expected one or more of ${known?.join(",")}.`);
  return named ?? known ?? null;
}
