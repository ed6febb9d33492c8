/**
 * `node test/bench/costs.ts [STATE]`: processor time that workerd takes for a new answer of each kind, over what a stopped
 * `npm run start:sample` has stored. Linux only: it reads /proc.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LOCAL_SAMPLE_STATE } from "../../worker/cli/server.ts";
import { keptInKv } from "./kept.ts";
import { bundle, serveInspected } from "./workers.ts";

const TRIES = 60;
/** What one of the kernel's ticks lasts (ms). */
const TICK_MS = 10;
const DAY_MS = 86_400_000;
const day = (number: number) => new Date(Date.UTC(2021, 0, 1) + number * DAY_MS).toISOString().slice(0, 10);
const span = (from: number, to: number) => (n: number) => `from=${day(from + n)}&to=${day(to + n)}`;
const [weeks, months] = [span(0, 1_500), span(900, 1_600)];

const KINDS: Readonly<Record<string, (n: number) => string>> = {
  "summary, total": (n) => `/v1/summary?span=total&since=${day(700 + n)}&weeks=260`,
  figures: (n) => `/v1/figures?from=${day(n)}`,
  "series by week": (n) => `/v1/series?${weeks(n)}`,
  "series by week and sentence": (n) => `/v1/series?by=sentence&${weeks(n)}`,
  "series by month and court": (n) => `/v1/series?by=court&granularity=month&${months(n)}`,
  "the same as CSV": (n) => `/v1/series.csv?by=court&granularity=month&${months(n)}`,
  "the same as a page": (n) => `/history?by=court&granularity=month&${months(n)}`,
  "picture, SVG": (n) => `/v1/card.svg?v=${n}`,
  "picture, PNG": (n) => `/v1/card.png?v=${n}`,
};

const folder = mkdtempSync(join(tmpdir(), "desertion-stats-costs-"));
try {
  const worker = await bundle("worker/index.ts", folder);
  const { url, stop } = await serveInspected(worker, await keptInKv(process.argv[2] ?? LOCAL_SAMPLE_STATE));
  const workerd = execFileSync("pgrep", ["-P", String(process.pid), "workerd"], { encoding: "utf8" }).trim();
  /** User and system time, fields 14 and 15 of proc(5). */
  const processorMs = () => {
    const fields = readFileSync(`/proc/${workerd.split("\n")[0]}/stat`, "utf8")
      .split(") ")[1]!
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  };
  const ask = async (path: string) => {
    const response = await fetch(new URL(path, url));
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  };
  for (const [kind, question] of Object.entries(KINDS)) {
    await ask(question(TRIES));
    const before = processorMs();
    for (let n = 0; n < TRIES; n += 1) await ask(question(n));
    console.log(`${kind.padEnd(28)} ${((processorMs() - before) / TRIES).toFixed(1).padStart(6)} ms`);
  }
  await stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
