import type { CodingCase } from "../../../worker/contract/coding.ts";
import type { Letter } from "./outbox.ts";

/** A defendant's record, in whichever round. */
export type RecordOf = Pick<CodingCase, "key" | "defendant">;

export function isSame(a: RecordOf, b: RecordOf): boolean {
  return a.key === b.key && a.defendant === b.defendant;
}

/** What a coder did that the service's list may not know yet. */
export interface Doing {
  /** On their way, the oldest first. */
  letters: readonly Letter[];
  /** Coded at this window, whether or not it has arrived. */
  done: readonly CodingCase[];
  /** What is before them now, the first of it under their hands. */
  queue: readonly CodingCase[];
}

/**
 * What is before a coder once the service has said which records are claimed for them. What they took back stands first,
 * though the service may not know it yet; what they coded doesn't come again. A record under their hands stays as they
 * saw it when it came: what is coded says over what, so an edition in between is found, not written over.
 */
export function queueOf(claimed: readonly CodingCase[], { letters, done, queue }: Doing): CodingCase[] {
  const last = (one: RecordOf) => letters.findLast((letter) => isSame(letter.one, one))?.kind;
  const back = queue.filter((one) => last(one) === "undo");
  const others = claimed.filter(
    (one) =>
      last(one) === undefined &&
      !done.some((other) => isSame(one, other) && one.round === other.round) &&
      !back.some((other) => isSame(one, other)),
  );
  const [current] = queue;
  return [...back, ...others].map((one) => (current && isSame(one, current) ? current : one));
}
