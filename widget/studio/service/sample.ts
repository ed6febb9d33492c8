import type { Summary } from "../../../worker/contract/summary.ts";
import { ask } from "./ask.ts";

/** Whether the service's numbers are of made-up records. */
export async function isSample(): Promise<boolean> {
  const answer = await ask<Summary>("GET", "/v1/summary");
  return answer.ok && answer.body.edition.sample;
}
