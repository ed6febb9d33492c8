/** `npm run load`: readers, browsers that ask again and again, and hostile questions, while the desk publishes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { desk } from "../bench/command.ts";
import { type Figure, figure, tableOf } from "../bench/figure.ts";
import { cut, generate } from "../bench/generated.ts";
import { LIKE_CLOUDFLARE } from "../bench/like-cloudflare.ts";
import { type Newsroom, startNewsroom } from "../e2e/newsroom.ts";
import { readyPrograms } from "../runner/own-suite.ts";
import { CACHES, type Cache, startCache } from "./caches.ts";
import { crowd } from "./crowd.ts";
import { watchMemory } from "./memory.ts";

const HELP = `Readers while the desk publishes, straight and behind nginx and Varnish; needs \`npm run build\`.

  npm run load -- [options]

  --minutes N     of each of them; ten by default
  --behind NAME   one alone: none, nginx or varnish
`;
const PUBLISHED_EVERY_MS = 30_000;
const ROWS = 200;
const MINUTE_MS = 60_000;
/** The pointer's age and what a cache keeps (contract: max-age=60), twice where it may serve while it asks again. */
const LATE_S = 30 + 60 + 60;
const LEVEL = 1.1;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    behind: { type: "string" },
    help: { type: "boolean" },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const caches = CACHES.filter((cache) => !values.behind || cache === values.behind);
if (caches.length === 0) throw new Error(`--behind takes ${CACHES.join(", ")}; not ${values.behind}.`);
readyPrograms({ nginx: "nginx-light", varnishd: "varnish" }, console.error);

const folder = mkdtempSync(join(tmpdir(), "desertion-stats-load-"));
try {
  const figures: Figure[] = [];
  for (const cache of caches) figures.push(...(await load(cache, Number(values.minutes) * MINUTE_MS)));
  console.log(tableOf(figures));
  if (figures.some(({ met }) => met === false)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function load(cache: Cache, duration: number): Promise<Figure[]> {
  console.error(`${cache}: ${duration / MINUTE_MS} minutes …`);
  const publications = Math.max(1, Math.floor(duration / PUBLISHED_EVERY_MS) - 1);
  const cases = join(folder, cache);
  const rows = Array.from({ length: publications + 1 }, () => ROWS);
  await cut(await generate(cases, ROWS * rows.length), cases, rows);
  const newsroom = await startNewsroom(join(cases, "state"), { env: LIKE_CLOUDFLARE });
  const between = await startCache(cache, newsroom.origin);
  try {
    const file = (number: number) => join(cases, `${String(number).padStart(2, "0")}.csv`);
    await publish(newsroom, file(1));
    const end = performance.now() + duration;
    const memory = watchMemory(newsroom.pid);
    const published = new Map([[await current(newsroom), performance.now()]]);
    const [met] = await Promise.all([
      crowd(between.origin, end),
      (async () => {
        for (let number = 2; performance.now() < end - 2 * PUBLISHED_EVERY_MS; number += 1) {
          const began = performance.now();
          await publish(newsroom, file(number));
          published.set(await current(newsroom), performance.now());
          await new Promise((resolve) => setTimeout(resolve, began + PUBLISHED_EVERY_MS - performance.now()));
        }
      })(),
    ]);
    const { bytes, growth } = memory();
    for (const line of [...met.errors, ...met.mixed]) console.error(line);
    const all = [...published];
    const lateness = all
      .slice(1)
      .map(([, at], before) => ((met.told.get(all[before]![0]) ?? at) - at) / 1000);
    const of = (name: string) => `${cache === "none" ? "straight" : `behind ${cache}`}: ${name}`;
    return [
      figure(of("answers"), (met.answers / duration) * 1000, "per s"),
      figure(of("of them unchanged (304)"), met.unchanged / met.answers, "×"),
      figure(of("publications"), published.size - 1, ""),
      figure(of("errors"), met.errors.length, "", { most: 0 }),
      figure(of("answers of mixed editions"), met.mixed.length, "", { most: 0 }),
      figure(of("answers marked stale"), met.stale, "", { most: 0 }),
      figure(of("longest that an answer was of the edition before"), Math.max(0, ...lateness), "s", {
        most: LATE_S,
      }),
      figure(of("memory of workerd at the end"), bytes / 1e6, "MB"),
      figure(of("the same, of the second third"), growth, "×", { most: LEVEL }),
    ];
  } finally {
    await between.stop();
    await newsroom.stop();
  }
}

function publish(newsroom: Newsroom, file: string) {
  return desk(newsroom, "publish", file, "--partial", "--override", "Generated data");
}

async function current({ origin }: Newsroom): Promise<string> {
  const body = (await (await fetch(`${origin}/v1/editions`)).json()) as { editions: { id: string }[] };
  return body.editions[0]!.id;
}
