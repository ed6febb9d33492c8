import { inspect } from "../bench/inspector.ts";
import type { Kept } from "../bench/kept.ts";
import { serveInspected } from "../bench/workers.ts";

/** What an isolate holds, in bytes, once everything that nobody needs any more is collected. */
export interface Held {
  asked: number;
  heap: number;
  /** Bodies and other buffers outside of the heap. */
  buffers: number;
}

const LANGS = ["en", "ru", "uk"];
const OFFENCES = ["desertion", "awol", "desertion-strict", "refusal", "surrender", "looting", "malingering"];
const MEASURES = ["convictions", "cases-received"];
const CONNECTIONS = 8;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2021, 0, 1);

const day = (number: number) => new Date(FIRST_DAY + number * DAY_MS).toISOString().slice(0, 10);

/** The n-th question: no two are alike, and some can't be answered. */
export function question(n: number): string {
  const lang = LANGS[n % 3];
  const named = `lang=${lang}&offence=${OFFENCES[n % 7]}&measure=${MEASURES[n % 2]}`;
  const [from, to] = [n % 1_009, 1_010 + (n % 997)];
  switch (n % 6) {
    case 0:
      return `/v1/summary?${named}&weeks=${12 + (n % 249)}&heading=${n}`;
    case 1:
      return `/v1/series?${named}&from=${day(from)}&to=${day(to)}`;
    case 2:
      return `/v1/compare?${named}&period=${day(from)}/${day(to)}&with=2022`;
    case 3:
      return `/v1/card.svg?${named}&v=${n}`;
    case 4:
      return `/embed?lang=${lang}&utm_source=${n}&weeks=${12 + (n % 249)}`;
    default:
      return `/v1/figures?from=${day(from)}&to=${day(to)}&offence=${n}`;
  }
}

/** Asks one isolate different questions and says what it holds after each step; nothing of ours stands in between. */
export async function heldAfter(worker: string, kept: Kept, steps: readonly number[]): Promise<Held[]> {
  const { url, inspector, stop } = await serveInspected(worker, kept);
  try {
    const isolate = await inspect(inspector);
    const held: Held[] = [];
    let asked = 0;
    for (const until of steps) {
      await Promise.all(
        Array.from({ length: CONNECTIONS }, async () => {
          while (asked < until) {
            const response = await fetch(new URL(question(asked++), url));
            await response.arrayBuffer();
            if (response.status >= 500) throw new Error(`${response.url} answered ${response.status}`);
          }
        }),
      );
      held.push({ asked: until, ...(await isolate.collected()) });
    }
    isolate.close();
    return held;
  } finally {
    await stop();
  }
}
