import { measured } from "./command.ts";
import type { Load } from "./load.ts";

const LOAD = "test/bench/load.ts";
const REQUESTS = 6_000;
const CONNECTIONS = 16;
/** Both are asked in turn, so that another load on the machine meets both; the median round counts. */
const ROUNDS = 5;

interface Round {
  first: Load;
  second: Load;
}

export interface Rounds {
  /** The median of this over the rounds. */
  middle(of: (round: Round) => number): number;
  /** Requests per second of the first, as a multiple of the second's; the median of the rounds' ratios. */
  rate: number;
  /** The same of the 99th percentile of the time to an answer. */
  tail: number;
}

/** Loads two addresses in turn. @throws Error where one answers anything but 200, or 304 where an ETag is given. */
export async function inTurn(first: URL, second: URL, etag = ""): Promise<Rounds> {
  const rounds: Round[] = [];
  // One round warms both up and isn't counted.
  for (let round = 0; round <= ROUNDS; round += 1) rounds.push(await oneRound(first, second, etag, round));
  const middle = (of: (round: Round) => number) => median(rounds.slice(1).map(of));
  return {
    middle,
    rate: middle((round) => round.first.perSecond / round.second.perSecond),
    tail: middle((round) => round.first.p99 / round.second.p99),
  };
}

/** Every other round begins with the second, since the first asked may find the machine in another state. */
async function oneRound(first: URL, second: URL, etag: string, round: number): Promise<Round> {
  const load = (url: URL) => loaded([url], REQUESTS, etag);
  if (round % 2 === 0) return { first: await load(first), second: await load(second) };
  const other = await load(second);
  return { first: await load(first), second: other };
}

/** So many requests to these addresses of one host, in turn, from a process of its own. */
export async function loaded(urls: readonly URL[], requests: number, etag = ""): Promise<Load> {
  const addresses = urls.map(({ href }) => href);
  const { output } = await measured([LOAD, String(requests), String(CONNECTIONS), etag, ...addresses]);
  const result = JSON.parse(output) as Load;
  const expected = etag ? "304" : "200";
  if (Object.keys(result.statuses).join() !== expected)
    throw new Error(`${urls[0]} answered ${JSON.stringify(result.statuses)}, not ${expected} alone`);
  return result;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
