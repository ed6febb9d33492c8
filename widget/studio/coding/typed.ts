import { type CodedValues, type StandingCoding, TERMED } from "../../../worker/contract/coding.ts";
import type { Service } from "../../../worker/contract/terms.ts";
import type { Action, Decision } from "./keys.ts";

/** What is chosen for the verdict that is open. */
export interface Typed {
  decision: Decision | null;
  /** Months, in digits. */
  term: string;
  service: Service | null;
  /** The term was asked for once; if it is left open again, the text doesn't say it. */
  asked: boolean;
}

/** What is still to be chosen. */
export type Missing = "decision" | "term" | "service" | "term-bounds";

export const NOTHING_TYPED: Typed = { decision: null, term: "", service: null, asked: false };

const TERM_DIGITS = 3;
const MOST_MONTHS = 600;

export function hasTerm(decision: Decision | null): boolean {
  return TERMED.some((one) => one === decision);
}

/** The same after a key. */
export function press(typed: Typed, action: Action): Typed {
  if (action.do === "decide") return decided(typed, action.decision);
  if (action.do === "serve") return { ...typed, service: action.service };
  if (action.do === "digit") return withTerm(typed, typed.term + action.digit);
  return action.do === "erase" ? withTerm(typed, typed.term.slice(0, -1)) : typed;
}

export function decided(typed: Typed, decision: Decision): Typed {
  return { ...typed, decision, term: hasTerm(decision) ? typed.term : "", asked: false };
}

/** Digits alone; a decision without a length takes none. */
export function withTerm(typed: Typed, text: string): Typed {
  if (typed.decision !== null && !hasTerm(typed.decision)) return { ...typed, term: "" };
  return { ...typed, term: text.replaceAll(/\D/g, "").slice(0, TERM_DIGITS), asked: false };
}

/** What was read, as it is kept, or what is still missing. */
export function finish({
  decision,
  term,
  service,
  asked,
}: Typed): { values: CodedValues } | { missing: Missing } {
  if (decision === null) return { missing: "decision" };
  const months = term === "" ? null : Number(term);
  if (months !== null && (months < 1 || months > MOST_MONTHS)) return { missing: "term-bounds" };
  if (hasTerm(decision) && months === null && !asked) return { missing: "term" };
  if (service === null) return { missing: "service" };
  if (decision === "acquitted" || decision === "dismissed" || decision === "medical") {
    return { values: { outcome: decision, sentence: "unknown", term_months: null, service } };
  }
  const term_months = hasTerm(decision) ? months : null;
  return { values: { outcome: "convicted", sentence: decision, term_months, service } };
}

/** What the form begins with: what the record says already, or what one coded before it was taken back. */
export function typedOf(
  { outcome, sentence, term_months, service }: StandingCoding | CodedValues,
  whole: boolean,
): Typed {
  const decision =
    outcome === "acquitted" || outcome === "dismissed" || outcome === "medical"
      ? outcome
      : sentence !== "unknown" || whole
        ? sentence
        : null;
  return {
    decision,
    term: term_months === null ? "" : String(term_months),
    service: service !== "unknown" || whole ? service : null,
    asked: whole,
  };
}
