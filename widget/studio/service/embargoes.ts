import type { Embargo } from "../../../worker/contract/embargo.ts";
import { type Answer, ask } from "./ask.ts";

const at = (batch: string) => `/v1/imports/${encodeURIComponent(batch)}/embargo`;

export function listEmbargoes(): Promise<Answer<{ embargoes: Embargo[] }>> {
  return ask("GET", "/v1/imports/embargoes");
}

/** @param order `until` an instant; `override` why the guard's reasons don't hold; null: it has none */
export function setEmbargo(
  batch: string,
  { until, note, override }: { until: string; note: string; override: string | null },
): Promise<Answer<{ embargo: Embargo }>> {
  return ask("PUT", at(batch), { body: { until, note, ...(override !== null && { override }) } });
}

export function liftEmbargo(batch: string): Promise<Answer<null>> {
  return ask("DELETE", at(batch));
}
