import type { Answer } from "../service/ask.ts";
import { reasonOf } from "../service/refusal.ts";
import { words } from "./words/index.ts";

/** Why the service didn't take a coding, in this visit's language. */
export function whyRefused(answer: Extract<Answer<unknown>, { ok: false }>): string {
  const code = answer.problem?.errors?.[0]?.code ?? "";
  const { [code as keyof typeof words.why]: said } = words.why as Partial<typeof words.why>;
  return said ?? reasonOf(answer);
}
