/** `npm run bench`: the project's figures of speed and size, beside their targets. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startNewsroom } from "../e2e/newsroom.ts";
import { measureCosts } from "./costs.ts";
import { measureDesk } from "./desk.ts";
import { measureDeskCosts } from "./desk-costs.ts";
import { measureElement } from "./element/measure.ts";
import { type Figure, figure, tableOf } from "./figure.ts";
import { generate, generateDecade } from "./generated.ts";
import { fill, measureGrowth } from "./growth.ts";
import { measureIsolate } from "./isolate.ts";
import { editionBytes, keptInKv } from "./kept.ts";
import { measurePrices } from "./price.ts";
import { buildBoth, measureBundles, measureReading } from "./reading.ts";
import { measureStartUp } from "./start-up.ts";
import { keptOf, measureMemory, measureSameSpeed } from "./steady.ts";

const HELP = `Measures the desk and the readers' answers; prints a table, and the same as JSON in the last line.

  npm run bench -- [options]

  --large         also with 1,000,000 cases in the store; filling it takes minutes
  --soak          also the memory of a Worker that answers a million requests; takes minutes
  --cases N       with --large: another number of cases, a multiple of 10
  --store DIR     keep that store in DIR, and use it if it is there (with --large)
  --json FILE     write the JSON to FILE too
`;

const FEW_CASES = 10_000;

const { values } = parseArgs({
  options: {
    large: { type: "boolean", default: false },
    soak: { type: "boolean", default: false },
    cases: { type: "string", default: "1000000" },
    store: { type: "string" },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), "desertion-stats-bench-"));
try {
  const figures = await measure(folder);
  const machine = { node: process.version, platform: process.platform, cores: availableParallelism() };
  const json = JSON.stringify({ at: new Date().toISOString(), machine, figures });
  if (values.json) writeFileSync(values.json, `${json}\n`);
  console.log(tableOf(figures));
  console.log(json);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(folder: string): Promise<Figure[]> {
  const state = join(folder, "state");
  console.error("Desk: 100,000 cases …");
  const figures = await measureDesk(folder, state);
  const small = await keptInKv(state);

  console.error("Readers: both Workers …");
  const bundles = await buildBoth(folder);
  figures.push(...measureBundles(bundles), ...(await measureReading(bundles, small, "100,000 cases")));
  figures.push(await measureStartUp(folder));
  console.error("Readers: processor time of each kind of address …");
  const costs = await measureCosts(bundles.ours, small, "100,000 cases");
  figures.push(...costs, ...measurePrices(costs[1]!.value));

  console.error("Desk: processor time of each request …");
  figures.push(...(await measureDeskCosts(join(folder, "costs"))));

  console.error("The element …");
  const newsroom = await startNewsroom(join(folder, "shown"));
  try {
    figures.push(...(await measureElement(newsroom.origin)));
  } finally {
    await newsroom.stop();
  }

  console.error("Readers: 1 and 10 years …");
  const lastYear = await generate(join(folder, "year"), FEW_CASES, { from: "2024-07-01" });
  const decade = await generateDecade(join(folder, "decade"), FEW_CASES);
  const ofYear = await keptOf(join(folder, "year"), [lastYear]);
  const ofDecade = await keptOf(join(folder, "decade"), [decade]);
  figures.push(await measureSameSpeed(bundles.ours, "10 years of 1 year", ofDecade, ofYear));
  if (values.soak) {
    console.error("Readers: a million requests …");
    figures.push(...(await measureMemory(bundles.ours, small)));
  }
  if (!values.large) return figures;

  const size = Number(values.cases);
  const sized = `${size.toLocaleString("en")} cases`;
  console.error(`Growth: ${sized} …`);
  const store = values.store ?? join(folder, "large");
  const grown = join(folder, "grown");
  await fill(store, size);
  figures.push(...(await measureGrowth(store, grown, sized)));
  const large = await keptInKv(grown);
  const few = await generate(join(folder, "few"), FEW_CASES);
  const ofFew = await keptOf(join(folder, "few"), [few]);
  const [before, after] = [editionBytes(small), editionBytes(large)];
  return [
    ...figures,
    figure("edition's body, 100,000 cases", before.body / 1e3, "kB"),
    figure(`edition's body, ${sized} of 100,000`, after.body / before.body, "×", { most: 1 }),
    figure("edition's counts by court, 100,000 cases", before.courts / 1e3, "kB"),
    figure(`edition's counts by court, ${sized} of 100,000`, after.courts / before.courts, "×"),
    ...(await measureReading(bundles, large, sized)),
    await measureSameSpeed(bundles.ours, `${sized} of 10,000`, large, ofFew),
    ...(await measureIsolate(bundles.ours, large, sized)),
  ];
}
