/**
 * What a deployment costs on Cloudflare's paid plan, on paper. Prices of the public list, as read on 30 November 2026:
 * developers.cloudflare.com/workers/platform/pricing and /kv/platform/pricing. Files (`/embed/v1.js`) are free there.
 */
import { type Figure, figure } from "./figure.ts";

const PLAN = 5;
const REQUESTS = { included: 10e6, perMillion: 0.3 };
const PROCESSOR_MS = { included: 30e6, perMillion: 0.02 };
const KV_READS = { included: 10e6, perMillion: 0.5 };
const MONTH_S = 30 * 86_400;
/** An isolate asks KV for the pointer so often (s), whatever it is asked. */
const POINTER_S = 30;

export interface Traffic {
  /** Requests a second, all month. */
  perSecond: number;
  /** Of them those that the edge's cache answers, 0 to 1: these take no processor time. */
  cached: number;
  /** Processor time of one that reaches the Worker (ms). */
  processorMs: number;
  /** Isolates alive at any time; how many Cloudflare keeps is its own affair. */
  isolates: number;
}

/** US dollars a month. Cached answers are taken as billed requests, which is the dearer reading of the list. */
export function priceOf({ perSecond, cached, processorMs, isolates }: Traffic): number {
  const requests = perSecond * MONTH_S;
  const beyond = (used: number, { included, perMillion }: typeof REQUESTS) =>
    (Math.max(0, used - included) / 1e6) * perMillion;
  return (
    PLAN +
    beyond(requests, REQUESTS) +
    beyond(requests * (1 - cached) * processorMs, PROCESSOR_MS) +
    beyond((isolates * MONTH_S) / POINTER_S, KV_READS)
  );
}

const RATES = [1, 10, 100, 1_000, 10_000];
const CACHED = 0.95;
const ISOLATES = 200;

/** @param processorMs measured, of a request that reaches the Worker */
export function measurePrices(processorMs: number): Figure[] {
  return RATES.flatMap((perSecond) =>
    [0, CACHED].map((cached) => {
      const price = priceOf({ perSecond, cached, processorMs, isolates: ISOLATES });
      const served = cached === 0 ? "without the edge's cache" : `${100 * cached} % from the edge's cache`;
      return figure(`a month of ${perSecond.toLocaleString("en")} requests a second, ${served}`, price, "$");
    }),
  );
}
