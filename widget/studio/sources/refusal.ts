import type { Answer } from "../service/ask.ts";
import { reasonOf } from "../service/refusal.ts";

/** What a form was refused for: by field where the service names one, else as a whole. */
export interface Refusal {
  fields: Readonly<Record<string, string>>;
  text: string;
}

export function refusalOf(answer: Extract<Answer<unknown>, { ok: false }>): Refusal {
  const errors = answer.problem?.errors ?? [];
  const fields = Object.fromEntries(
    errors.map(({ parameter, message }) => [parameter.split(".")[0] ?? parameter, message]),
  );
  return { fields, text: errors.length > 0 ? "" : reasonOf(answer) };
}
