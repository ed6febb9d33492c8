import { readFileSync } from "node:fs";
import { join } from "node:path";
import { WRANGLER } from "../../worker/cli/local.ts";
import { measured } from "./command.ts";
import { type Figure, figure } from "./figure.ts";
import { type Profile, workedMs } from "./inspector.ts";

/** Cloudflare refuses a Worker that takes a second of processor time to start; this leaves room for its slower machines. */
const MILLISECONDS_MOST = 400;
/** How long the Worker's modules work before its first request, by Wrangler's own profile of it in workerd. Needs `npm run build`. */
export async function measureStartUp(folder: string): Promise<Figure> {
  const file = join(folder, "start-up.cpuprofile");
  const order = ["check", "startup", "--env", "", "--outfile", file];
  await measured([WRANGLER, ...order], { CI: "1", WRANGLER_SEND_METRICS: "false" });
  const worked = workedMs(JSON.parse(readFileSync(file, "utf8")) as Profile);
  return figure("Worker, processor time to start", worked, "ms", { most: MILLISECONDS_MOST });
}
