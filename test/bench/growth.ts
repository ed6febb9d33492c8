import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { type Newsroom, startNewsroom } from "../e2e/newsroom.ts";
import { desk } from "./command.ts";
import { type Figure, figure } from "./figure.ts";
import { cut, generate, generateDecade } from "./generated.ts";
import { LIKE_CLOUDFLARE } from "./like-cloudflare.ts";

const NEW_CASES = 1_000;
const PUBLICATIONS = 10;
const SECONDS_MOST = 10;

const partFile = (number: number) => `${String(number).padStart(2, "0")}.csv`;

/**
 * Fills a store with so many cases, of the generator's weeks or of ten years, in ten publications, which takes minutes;
 * goes on where an earlier run was cut off, and does nothing where one finished.
 */
export async function fill(store: string, size: number, years: "few" | "ten" = "few"): Promise<void> {
  const cases = join(store, "cases");
  if (!existsSync(join(cases, partFile(PUBLICATIONS + 1)))) {
    const each = Array.from({ length: PUBLICATIONS }, () => size / PUBLICATIONS);
    const all = years === "ten" ? generateDecade : generate;
    await cut(await all(cases, size + NEW_CASES), cases, [...each, NEW_CASES]);
  }
  const newsroom = await startNewsroom(join(store, "state"));
  try {
    const done = await notes(newsroom);
    for (let number = 1; number <= PUBLICATIONS; number += 1) {
      const note = `Bulk ${String(number).padStart(2, "0")}`;
      if (done.has(note)) continue;
      console.error(`Publishing ${number} of ${PUBLICATIONS} bulks of ${size / PUBLICATIONS} cases …`);
      await publish(newsroom, join(cases, partFile(number)), note);
    }
  } finally {
    await newsroom.stop();
  }
}

/**
 * How long 1,000 new cases take in a copy of a filled store, where an isolate has no more memory than at Cloudflare;
 * leaves the copy in `state`.
 */
export async function measureGrowth(store: string, state: string, size: string): Promise<Figure[]> {
  cpSync(join(store, "state"), state, { recursive: true });
  const newsroom = await startNewsroom(state, { env: LIKE_CLOUDFLARE });
  try {
    const file = join(store, "cases", partFile(PUBLICATIONS + 1));
    const { seconds } = await publish(newsroom, file, "A thousand more");
    return [figure(`desk publish, 1,000 new cases beside ${size}`, seconds, "s", { most: SECONDS_MOST })];
  } finally {
    await newsroom.stop();
  }
}

function publish(newsroom: Newsroom, file: string, note: string) {
  return desk(newsroom, "publish", file, "--partial", "--note", note, "--override", "Generated data");
}

async function notes({ origin }: Newsroom): Promise<Set<string>> {
  const body = await (await fetch(`${origin}/v1/editions`)).json();
  return new Set((body as { editions: { note: string }[] }).editions.map(({ note }) => note));
}
