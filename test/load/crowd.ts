import { question } from "../faults/isolate.ts";

/** What a crowd of readers met. */
export interface Met {
  answers: number;
  /** Answers that a reader's own copy was still good for (304). */
  unchanged: number;
  /** 5xx, broken connections, and refusals of what must be answered. */
  errors: string[];
  /** Answers that weren't byte for byte what the same address had said of the same edition. */
  mixed: string[];
  /** Answers that were marked as those of an older edition that is served on. */
  stale: number;
  /** When an answer was last of an edition (ms of this process). */
  told: Map<string, number>;
}

/** What every reader of a newspaper's page asks, and what their browsers ask again and again. */
const COMMON = [
  "/v1/summary?lang=en",
  "/v1/summary?lang=uk&offence=awol",
  "/v1/series?granularity=week&last=52",
  "/v1/compare?period=2023-H1&with=2022,2021",
  "/embed?lang=ru",
  "/embed/fragment.html?lang=en",
  "/v1/card.svg?lang=en",
];
const READERS = 6;
const POLLERS = 4;
const CURIOUS = 2;
/** How many errors are told in words. */
const MOST_TOLD = 20;

/** Asks `origin` from all sides until `until` (ms of this process), as fast as it answers. */
export async function crowd(origin: string, until: number): Promise<Met> {
  const met: Met = { answers: 0, unchanged: 0, errors: [], mixed: [], stale: 0, told: new Map() };
  const said = new Map<string, string>();

  const ask = async (path: string, etag = ""): Promise<string> => {
    try {
      const response = await fetch(origin + path, etag ? { headers: { "If-None-Match": etag } } : {});
      const body = await response.text();
      met.answers += 1;
      if (response.status === 304) met.unchanged += 1;
      else if (response.status >= 500) fail(`${path}: ${response.status}`);
      else if (response.ok) look(path, body);
      return response.headers.get("etag") ?? "";
    } catch (cause) {
      fail(`${path}: ${cause}`);
      return "";
    }
  };
  const fail = (what: string) => met.errors.length < MOST_TOLD && met.errors.push(what);
  const look = (path: string, body: string) => {
    if (!body.startsWith("{")) return;
    const { edition } = JSON.parse(body) as { edition?: { id: string; stale: boolean } };
    if (!edition) return;
    met.told.set(edition.id, performance.now());
    if (edition.stale) met.stale += 1;
    // What is asked once has nothing to be compared with.
    if (!COMMON.includes(path)) return;
    // Whatever isolate or cache answers: of one edition there is one answer.
    const key = `${edition.id} ${edition.stale} ${path}`;
    const before = said.get(key);
    if (before === undefined) said.set(key, body);
    else if (before !== body && met.mixed.length < MOST_TOLD) met.mixed.push(key);
  };
  const goOn = async (once: (n: number) => Promise<unknown>) => {
    for (let n = 0; performance.now() < until; n += 1) await once(n);
  };

  const reader = (first: number) => goOn((n) => ask(COMMON[(first + n) % COMMON.length]!));
  const poller = (first: number) => {
    let etag = "";
    return goOn(async () => {
      etag = await ask(COMMON[first % 4]!, etag);
    });
  };
  const curious = (first: number) => goOn((n) => ask(question(first + CURIOUS * n)));
  const each = (count: number, one: (first: number) => Promise<void>) =>
    Array.from({ length: count }, (_, first) => one(first));
  await Promise.all([...each(READERS, reader), ...each(POLLERS, poller), ...each(CURIOUS, curious)]);
  return met;
}
