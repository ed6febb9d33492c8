import type { CodingRefusal } from "../../contract/coding.ts";
import type { Failure } from "../../problem.ts";

/** Why a coding isn't kept or taken back, in words for a program's user and as a code that the studio says in its language. */
export function notKept(code: CodingRefusal, detail: string): Failure {
  return { kind: "conflict", detail, errors: [{ parameter: "key", message: detail, code }] };
}

/** What was sent as a key isn't repeated: whoever mistakes the field may have written anything there. */
export const NO_RECORD: { failure: Failure } = {
  failure: { kind: "not-found", what: "record with this key and defendant" },
};
