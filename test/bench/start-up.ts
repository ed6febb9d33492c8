import { readFileSync } from "node:fs";
import { join } from "node:path";
import { WRANGLER } from "../../worker/cli/local.ts";
import { measured } from "./command.ts";
import { type Figure, figure } from "./figure.ts";

/** Cloudflare refuses a Worker that takes a second of processor time to start; this leaves room for its slower machines. */
const MILLISECONDS_MOST = 400;
/** Where a profile's time isn't the Worker's. */
const NOT_WORKING = new Set(["(idle)", "(program)", "(root)"]);

/** A CPU profile as V8 writes it; times in microseconds. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string } }[];
  samples: number[];
  timeDeltas: number[];
}

/** How long the Worker's modules work before its first request, by Wrangler's own profile of it in workerd. Needs `npm run build`. */
export async function measureStartUp(folder: string): Promise<Figure> {
  const file = join(folder, "start-up.cpuprofile");
  const order = ["check", "startup", "--env", "", "--outfile", file];
  await measured([WRANGLER, ...order], { CI: "1", WRANGLER_SEND_METRICS: "false" });
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, "utf8")) as Profile;
  const idle = new Set(
    nodes.filter(({ callFrame }) => NOT_WORKING.has(callFrame.functionName)).map(({ id }) => id),
  );
  // A delta is the time since the sample before: a sample lasts until the next one.
  const worked = samples.reduce(
    (sum, node, index) => (idle.has(node) ? sum : sum + (timeDeltas[index + 1] ?? 0)),
    0,
  );
  return figure("Worker, processor time to start", worked / 1e3, "ms", { most: MILLISECONDS_MOST });
}
