import type { CompareBody } from "./compare.ts";
import type { Summary } from "./summary.ts";

/** What a mirror puts into each of its answers: where it is from, and until when it can be taken for new. */
export interface MirrorMark {
  /** Address of the deployment. */
  from: string;
  made_at: string;
  /** When the mirror should have been made anew. */
  due_at: string;
  /** What readers are told after that, in the answer's language. */
  overdue: string;
}

export type Mirrored = (Summary | CompareBody) & { mirror: MirrorMark };

/** Parameters that a mirror has copies for. */
const MIRRORED = ["lang", "span", "theme"] as const;

/**
 * The name of a question among a mirror's files, without its ending: `uk.total.default`. A file server ignores what
 * stands behind a question mark, and would answer every question with the same number; so the question is in the name,
 * and one that isn't mirrored is a file that isn't there. A comparison's has its periods: `uk.compare.default.period-2023.with-2022`.
 */
export function mirroredName(question: URLSearchParams): string {
  const lang = question.get("lang") || "any";
  const span = question.get("span") || (question.has("period") ? "compare" : "week");
  const names = [lang, span, question.get("theme") || "default"];
  // Whoever asks may write them in another order.
  const others = [...question]
    .filter(([name]) => !MIRRORED.some((mirrored) => mirrored === name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const all = [...names, ...others.map(([name, value]) => `${name}-${value}`)];
  return all.map((part) => part.replace(/[^\w-]/g, "~")).join(".");
}
