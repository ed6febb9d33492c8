/**
 * Processor time of a request, per kind of address. `node test/bench/costs.ts [STATE]` measures it over what a
 * stopped `npm run start:sample` has stored.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LOCAL_SAMPLE_STATE } from "../../worker/cli/server.ts";
import { type Figure, figure, tableOf } from "./figure.ts";
import { type Isolate, inspect } from "./inspector.ts";
import { type Kept, keptInKv } from "./kept.ts";
import { bundle, serveInspected } from "./workers.ts";

/** What Cloudflare's free plan allows a request. */
const FREE_PLAN_MS = 10;
const TRIES = 30;
const DAY_MS = 86_400_000;
const day = (number: number) => new Date(Date.UTC(2021, 0, 1) + number * DAY_MS).toISOString().slice(0, 10);
const month = (number: number) => new Date(Date.UTC(2022, number)).toISOString().slice(0, 7);
const span = (from: number, to: number) => (n: number) => `from=${day(from + n)}&to=${day(to + n)}`;
const [weeks, months] = [span(0, 1_500), span(900, 1_600)];

/** The n-th question of each kind: no two are alike. */
const KINDS: Readonly<Record<string, (n: number) => string>> = {
  "/v1/summary": (n) => `/v1/summary?span=total&since=${day(700 + n)}&weeks=260`,
  "/v1/compare": (n) =>
    `/v1/compare?period=${month(n % 12)}/${month((n % 12) + 3 + Math.floor(n / 12))}&with=2022,2021`,
  "/v1/figures": (n) => `/v1/figures?from=${day(n)}`,
  "/v1/series, by week": (n) => `/v1/series?${weeks(n)}`,
  "/v1/series, by week and sentence": (n) => `/v1/series?by=sentence&${weeks(n)}`,
  "/v1/series, by month and court": (n) => `/v1/series?by=court&granularity=month&${months(n)}`,
  "/v1/series.csv, the same": (n) => `/v1/series.csv?by=court&granularity=month&${months(n)}`,
  "/history, the same": (n) => `/history?by=court&granularity=month&${months(n)}`,
  "/embed": (n) => `/embed?span=total&since=${day(700 + n)}&weeks=260`,
  "/embed/fragment.html": (n) => `/embed/fragment.html?span=total&since=${day(700 + n)}&weeks=260`,
  "/v1/card.svg": (n) => `/v1/card.svg?v=${n}`,
  "/v1/card.png": (n) => `/v1/card.png?v=${n}`,
};

/** Of each kind: the first request of an isolate, a question that it hears for the first time, and the same again. */
export async function measureCosts(worker: string, kept: Kept, label: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [kind, question] of Object.entries(KINDS)) {
    const { url, inspector, stop } = await serveInspected(worker, kept);
    const isolate = await inspect(inspector);
    const name = (state: string) => `${kind}, ${label}: processor time, ${state}`;
    const costs = await costsOf(isolate, url, question);
    figures.push(
      figure(name("first of an isolate"), costs.first, "ms", { most: FREE_PLAN_MS }),
      figure(name("new question"), costs.fresh, "ms", { most: FREE_PLAN_MS }),
      figure(name("the same again"), costs.again, "ms", { most: FREE_PLAN_MS }),
    );
    isolate.close();
    await stop();
  }
  return figures;
}

async function costsOf(isolate: Isolate, origin: URL, question: (n: number) => string) {
  const ask = async (n: number) => {
    const path = question(n);
    const response = await fetch(new URL(path, origin));
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  };
  const askEach = async (number: (n: number) => number) => {
    for (let n = 0; n < TRIES; n += 1) await ask(number(n));
  };
  return {
    first: await isolate.worked(() => ask(TRIES)),
    fresh: (await isolate.worked(() => askEach((n) => n))) / TRIES,
    again: (await isolate.worked(() => askEach(() => 0))) / TRIES,
  };
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), "desertion-stats-costs-"));
  try {
    const worker = await bundle("worker/index.ts", folder);
    const kept = await keptInKv(process.argv[2] ?? LOCAL_SAMPLE_STATE);
    console.log(tableOf(await measureCosts(worker, kept, "sample")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
