import type { CodedOutcome } from "../../../worker/contract/coding.ts";
import type { Sentence, Service } from "../../../worker/contract/terms.ts";

/** How a verdict ended: a sentence, or an outcome without one. `unknown`: convicted, and the text doesn't say to what. */
export type Decision = Sentence | Exclude<CodedOutcome, "convicted">;

/** The keys, by what they mean: Latin letters, wherever the layout has them. */
export const DECISION_KEYS = {
  suspended: "s",
  imprisonment: "i",
  fine: "f",
  "disciplinary-unit": "d",
  restriction: "r",
  other: "t",
  unknown: "w",
  acquitted: "a",
  dismissed: "x",
  medical: "h",
} as const satisfies Record<Decision, string>;

export const SERVICE_KEYS = {
  mobilised: "m",
  contract: "c",
  conscript: "k",
  officer: "o",
  unknown: "u",
} as const satisfies Record<Service, string>;

export const NO_TEXT_KEY = "n";
export const UNDO_KEY = "z";

/** What a key does in the form of a verdict. */
export type Action =
  | { do: "decide"; decision: Decision }
  | { do: "serve"; service: Service }
  | { do: "digit"; digit: string }
  | { do: "erase" | "save" | "no-text" | "undo" };

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ...entriesOf(DECISION_KEYS, (decision) => ({ do: "decide", decision })),
  ...entriesOf(SERVICE_KEYS, (service) => ({ do: "serve", service })),
  [NO_TEXT_KEY, { do: "no-text" }],
  [UNDO_KEY, { do: "undo" }],
  ["enter", { do: "save" }],
  ["backspace", { do: "erase" }],
]);

/**
 * What a key means; null: nothing here. A letter is taken as it is printed on the key where that is a Latin one, else by
 * its place, so that a Russian or Ukrainian layout needn't be changed.
 */
export function actionOf({ key, code }: Pick<KeyboardEvent, "key" | "code">): Action | null {
  if (/^\d$/.test(key)) return { do: "digit", digit: key };
  const letter = /^[a-z]$/i.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? key);
  return ACTIONS.get(letter.toLowerCase()) ?? null;
}

/** The same where the focus is; null also where the control there does something with the key itself. */
export function actionAt(
  target: Pick<HTMLElement, "matches">,
  event: Pick<KeyboardEvent, "key" | "code">,
): Action | null {
  const action = actionOf(event);
  return action && isOwn(action, target) ? null : action;
}

/** Digits in a field, Enter on a link or a button. */
function isOwn(action: Action, target: Pick<HTMLElement, "matches">): boolean {
  if (target.matches("a, button, summary")) return action.do === "save";
  return target.matches("#term") && (action.do === "digit" || action.do === "erase");
}

function entriesOf<Meaning extends string>(
  keys: Readonly<Record<Meaning, string>>,
  action: (meaning: Meaning) => Action,
): [string, Action][] {
  return (Object.keys(keys) as Meaning[]).map((meaning) => [keys[meaning], action(meaning)]);
}
