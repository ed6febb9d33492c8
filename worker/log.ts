/**
 * What the Worker writes into its log: one line of JSON for each failure, of an event in this list. Whoever reads the log
 * learns what failed and where in the code, and nothing that a reader, a desk or a table has sent. A leaf: imports nothing.
 */

/** Each event, and what it means to an operator. */
export const EVENTS = {
  unexpected: "a request met an error that nobody expected, and got a 500",
  "edition-unconfirmed":
    "KV doesn't say which edition is current; readers get the one that is held, marked stale",
  "edition-unloaded": "no edition could be loaded from KV, and none is held",
  "row-spoilt": "a row of D1 isn't what was stored; it is left out, and what stands beside it goes on",
  "copy-spoilt": "something in KV can't be read; it counts as missing, and the schedule writes it again",
  "archive-unloaded": "an earlier edition or a list could not be loaded from KV",
  "limiter-failed": "the rate limiter doesn't answer; the request went on",
  "access-shut": "the settings of Cloudflare Access can't be understood",
  "delivery-late": "what was published isn't with the readers yet; the schedule goes on",
  "edition-unbuildable": "an edition can't be built, and is refused or left out",
  "data-spoilt":
    "a row of D1 isn't what was stored; readers keep their edition, and the desk is told which it is",
  "cache-untold": "Cloudflare's cache wasn't told that its answers are out of date; they end by themselves",
  "setting-ignored": "a variable has a value that it can't have; the default holds",
  "task-cut-off": "a task of the schedule was cut off; it is taken up again",
  "table-unfetched": "a watched table couldn't be fetched",
  "notice-unsent": "a notice couldn't be sent",
  "release-unkept": "the release's files aren't kept yet; the schedule goes on",
  "release-unloaded": "a file of an earlier release could not be loaded from KV",
} as const satisfies Record<string, string>;
export type LoggedEvent = keyof typeof EVENTS;

/** What may stand beside an event: names of our own, never a value from outside. */
export interface Facts {
  /** An edition's id. */
  edition?: string;
  /** A setting's name. */
  setting?: string;
}

const FRAMES = 6;

export function logFailure(event: LoggedEvent, error?: unknown, facts: Facts = {}): void {
  console.error(JSON.stringify({ event, ...facts, ...(error !== undefined && described(error)) }));
}

/**
 * An error by its name and the places in the code. Its message may quote what was read: a line of a file, a query, a
 * name. Only D1's own are told, which name tables and columns, without what they quote, and those of spoilt rows, which
 * quote nothing.
 */
function described(error: unknown): { error: string; message?: string; at?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack = "" } = error;
  const head = stack.startsWith(`${name}: ${message}`) ? `${name}: ${message}` : null;
  const frames = head === null ? [] : stack.slice(head.length).split("\n");
  const at = frames.map((line) => line.trim().replace(/^at /, "")).filter((line) => line !== "");
  return {
    error: /^\w{1,60}$/.test(name) ? name : "Error",
    ...((message.startsWith("D1_") || name === "SpoiltDataError") && {
      message: message.slice(0, 300).replace(/'[^']*'?|"[^"]*"?/g, "…"),
    }),
    ...(at.length > 0 && { at: at.slice(0, FRAMES) }),
  };
}
