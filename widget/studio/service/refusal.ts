import type { Failure } from "../../../worker/problem.ts";
import { words } from "../words/index.ts";
import type { Answer } from "./ask.ts";
import { comesByAccess } from "./session.ts";

type Refused = Extract<Answer<unknown>, { ok: false }>;

/** Why the service didn't do what it was asked to, in this visit's language. */
export function reasonOf({ status, problem }: Refused): string {
  if (status === 0) return comesByAccess() ? `${words.offline} ${words.accessEnded}` : words.offline;
  if (status === 401) return words.signInToSave;
  if (status === 403) return words.roleCant;
  if (status === 429) return words.tooOften;
  const kind = problem?.type.replace(/^.*#/, "") ?? "";
  const { [kind as Failure["kind"]]: said } = words.refusals as Partial<Record<Failure["kind"], string>>;
  return said ?? words.refusals.internal;
}

/** Whether a request without an answer may have been carried out all the same. */
export function mayHaveArrived({ status }: Refused): boolean {
  return status === 0 || status >= 500;
}
