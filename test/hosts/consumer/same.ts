/** The package's own types of the service's answer, against the schemas that the service validates with. */
import type { ErrorDetail, LoadDetail } from "desertion-stats";
import type { Problem } from "service/problem";
import type { Summary } from "service/summary";

/** Both ways: neither says more than the other. */
type Same<A, B> = [A, B] extends [B, A] ? true : false;

export const summary: Same<LoadDetail["summary"], Summary> = true;
export const problem: Same<ErrorDetail["problem"], Problem | null> = true;
