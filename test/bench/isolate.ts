/**
 * Memory of one isolate in workerd's own terms, beside the 128 MB that Cloudflare gives: `node test/bench/isolate.ts
 * STORE` fills STORE with 1,000,000 cases of ten years, which takes minutes, or uses what an earlier run left there.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { heldAfter } from "../faults/isolate.ts";
import { type Figure, figure, tableOf } from "./figure.ts";
import { fill, measureGrowth } from "./growth.ts";
import { type Kept, keptInKv } from "./kept.ts";
import { ISOLATE_MB } from "./like-cloudflare.ts";
import { bundle } from "./workers.ts";

const CASES = 1_000_000;
const QUESTIONS = [1, 1_000, 10_000];
/** What is held differs with the sizes of the answers that were asked for last. */
const LEVEL = 1.25;

/** What a reader's isolate holds after hostile questions, none like another, once its garbage is collected. */
export async function measureIsolate(worker: string, kept: Kept, over: string): Promise<Figure[]> {
  const held = await heldAfter(worker, kept, QUESTIONS);
  const bytes = held.map(({ heap, buffers }) => heap + buffers);
  return [
    ...held.map(({ asked }, step) =>
      figure(
        `an isolate's memory, ${over}, after ${asked.toLocaleString("en")} questions`,
        bytes[step]! / 1e6,
        "MB",
        { most: ISOLATE_MB },
      ),
    ),
    figure(`the last of them, of the one before`, bytes[2]! / bytes[1]!, "×", { most: LEVEL }),
  ];
}

if (import.meta.main) {
  const [store] = process.argv.slice(2);
  if (!store) throw new Error("Which folder is to hold the store? node test/bench/isolate.ts STORE");
  const folder = mkdtempSync(join(tmpdir(), "desertion-stats-isolate-"));
  try {
    await fill(store, CASES, "ten");
    const over = `${CASES.toLocaleString("en")} cases of ten years`;
    const grown = join(folder, "grown");
    const published = await measureGrowth(store, grown, over);
    const worker = await bundle("worker/index.ts", join(folder, "worker"));
    console.log(tableOf([...published, ...(await measureIsolate(worker, await keptInKv(grown), over))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
