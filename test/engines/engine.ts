/** The engines beside Chromium that readers have. */
export const ENGINES = ["firefox", "webkit"] as const;
export type EngineName = (typeof ENGINES)[number];

/** A tab, as far as a test of an embed needs one. What a function gives back must be JSON. */
export interface Tab {
  open(url: string): Promise<void>;
  /** Runs a function in the page: it sees nothing of what is around it here. */
  evaluate<Value>(run: () => Value): Promise<Value>;
  /** The same in the page's first frame. */
  evaluateInFrame<Value>(run: () => Value): Promise<Value>;
}

export interface Engine {
  /** As the browser calls itself: `firefox 153.8.0`. */
  name: string;
  tab(): Promise<Tab>;
  close(): Promise<void>;
}

/** A function as text that gives its value as JSON; `undefined` as null. */
export function asJson(run: () => unknown): string {
  return `JSON.stringify((${run})() ?? null)`;
}
