import type { Failure } from "../../problem.ts";

/** Told where a deployment wants two pairs of eyes, and the one who staged is about to publish. */
export const OWN_BATCH: Failure = { kind: "own-batch" };
