/** What is edited, what it was before, and what was undone. */
export interface History<State> {
  readonly past: readonly State[];
  readonly now: State;
  readonly future: readonly State[];
  /** The field of the last change: further changes of it are the same step. */
  readonly field: string | null;
}

/** Steps that can be undone: enough for a session, and little enough to keep over a reload. */
const MOST_STEPS = 100;

export function begin<State>(now: State): History<State> {
  return { past: [], now, future: [], field: null };
}

/**
 * The next state. Changes of one field after another are one step, so that undo takes back a word and not a letter;
 * `field` null is a step of its own.
 */
export function change<State>(history: History<State>, now: State, field: string | null): History<State> {
  if (JSON.stringify(now) === JSON.stringify(history.now)) return history;
  const isSameStep = field !== null && field === history.field;
  const past = isSameStep ? history.past : [...history.past, history.now].slice(-MOST_STEPS);
  return { past, now, future: [], field };
}

export function undo<State>(history: History<State>): History<State> {
  const now = history.past.at(-1);
  if (now === undefined) return history;
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future], field: null };
}

export function redo<State>(history: History<State>): History<State> {
  const [now, ...future] = history.future;
  if (now === undefined) return history;
  return { past: [...history.past, history.now], now, future, field: null };
}
