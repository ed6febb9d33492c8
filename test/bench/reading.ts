import { join } from "node:path";
import { type Figure, figure } from "./figure.ts";
import type { Kept } from "./kept.ts";
import { inTurn } from "./rounds.ts";
import { bundle, serveBoth, sizeOf } from "./workers.ts";

const RATE_LEAST = 0.9;
const TAIL_MOST = 1.5;
/** Cloudflare takes 3 MB on its free plan; the rest is room for what a year brings. */
const GZIPPED_KB_MOST = 2_000;

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
    figure("Worker, gzipped", sizeOf(ours).gzip / 1e3, "kB", { most: GZIPPED_KB_MOST }),
    figure("bare Hono Worker, gzipped", sizeOf(bare).gzip / 1e3, "kB"),
  ];
}

/** How fast readers are answered from this KV, beside a bare route that returns the same bytes. */
export async function measureReading(bundles: Bundles, kept: Kept, label: string): Promise<Figure[]> {
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
  const rounds = await inTurn(ours, bare, etag);
  return [
    figure(
      `${name}: requests`,
      rounds.middle(({ first }) => first.perSecond),
      "per s",
    ),
    figure(
      `${name}: requests, bare`,
      rounds.middle(({ second }) => second.perSecond),
      "per s",
    ),
    figure(`${name}: requests, of bare`, rounds.rate, "×", { least: RATE_LEAST }),
    figure(
      `${name}: p50`,
      rounds.middle(({ first }) => first.p50),
      "ms",
    ),
    figure(
      `${name}: p99`,
      rounds.middle(({ first }) => first.p99),
      "ms",
    ),
    figure(`${name}: p99, of bare`, rounds.tail, "×", { most: TAIL_MOST }),
  ];
}
