import { join } from "node:path";
import { measured } from "./command.ts";
import { type Figure, figure } from "./figure.ts";
import type { Load } from "./load.ts";
import { bundle, serveBoth, sizeOf } from "./workers.ts";

const LOAD = "test/bench/load.ts";
const REQUESTS = 6_000;
const CONNECTIONS = 16;
/** Both Workers are asked in turn, so that another load on the machine meets both; the median round counts. */
const ROUNDS = 5;
const RATE_LEAST = 0.9;
const TAIL_MOST = 1.5;

interface Round {
  ours: Load;
  bare: Load;
}

export interface Bundles {
  ours: string;
  bare: string;
}

/** Builds both Workers as they would be uploaded. */
export async function buildBoth(folder: string): Promise<Bundles> {
  return {
    ours: await bundle("worker/index.ts", join(folder, "ours")),
    bare: await bundle("test/bench/bare.ts", join(folder, "bare")),
  };
}

export function measureBundles({ ours, bare }: Bundles): Figure[] {
  return [
    figure("Worker, raw", sizeOf(ours).raw / 1e3, "kB"),
    figure("Worker, gzipped", sizeOf(ours).gzip / 1e3, "kB"),
    figure("bare Hono Worker, gzipped", sizeOf(bare).gzip / 1e3, "kB"),
  ];
}

/** How fast readers are answered from this KV, beside a bare route that returns the same bytes. */
export async function measureReading(
  bundles: Bundles,
  kept: ReadonlyMap<string, string>,
  label: string,
): Promise<Figure[]> {
  const pair = await serveBoth(bundles, kept, ["/v1/summary", "/v1/series"]);
  try {
    const figures: Figure[] = [];
    for (const [name, path, conditional] of [
      ["summary, 200", "/v1/summary", false],
      ["summary, 304", "/v1/summary", true],
      ["series, 200", "/v1/series", false],
    ] as const) {
      const [ours, bare] = [new URL(path, pair.ours), new URL(path, pair.bare)];
      figures.push(...(await compare(`${name}, ${label}`, ours, bare, conditional)));
    }
    return figures;
  } finally {
    await pair.stop();
  }
}

async function compare(name: string, ours: URL, bare: URL, conditional: boolean): Promise<Figure[]> {
  const etag = conditional ? ((await fetch(ours)).headers.get("etag") ?? "") : "";
  const rounds: Round[] = [];
  // The first round warms both up and isn't counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    rounds.push(
      await inTurn(
        round,
        () => load(ours, etag),
        () => load(bare, etag),
      ),
    );
  }
  const middle = (of: (round: Round) => number) => median(rounds.slice(1).map(of));
  const rate = middle((round) => round.ours.perSecond / round.bare.perSecond);
  const tail = middle((round) => round.ours.p99 / round.bare.p99);
  return [
    figure(
      `${name}: requests`,
      middle(({ ours }) => ours.perSecond),
      "per s",
    ),
    figure(
      `${name}: requests, bare`,
      middle(({ bare }) => bare.perSecond),
      "per s",
    ),
    figure(`${name}: requests, of bare`, rate, "×", { least: RATE_LEAST }),
    figure(
      `${name}: p50`,
      middle(({ ours }) => ours.p50),
      "ms",
    ),
    figure(
      `${name}: p99`,
      middle(({ ours }) => ours.p99),
      "ms",
    ),
    figure(`${name}: p99, of bare`, tail, "×", { most: TAIL_MOST }),
  ];
}

/** Every other round begins with the bare Worker, since the first asked may find the machine in another state. */
async function inTurn(round: number, ours: () => Promise<Load>, bare: () => Promise<Load>): Promise<Round> {
  if (round % 2 === 0) return { ours: await ours(), bare: await bare() };
  const first = await bare();
  return { ours: await ours(), bare: first };
}

async function load(url: URL, etag: string): Promise<Load> {
  const { output } = await measured([LOAD, url.href, String(REQUESTS), String(CONNECTIONS), etag]);
  const result = JSON.parse(output) as Load;
  const expected = etag ? "304" : "200";
  if (Object.keys(result.statuses).join() !== expected)
    throw new Error(`${url} answered ${JSON.stringify(result.statuses)}, not ${expected} alone`);
  return result;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
