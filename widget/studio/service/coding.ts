import { CLAIMS_KEPT } from "../../../worker/config.ts";
import type { BehindBody } from "../../../worker/contract/behind.ts";
import type {
  ClaimsBody,
  CodedBody,
  CodedValues,
  CodingBody,
  CodingCase,
  CodingRequest,
  StagedCodingBody,
} from "../../../worker/contract/coding.ts";
import type { CodingRound } from "../../../worker/contract/terms.ts";
import { type Answer, ask, askPatiently } from "./ask.ts";

/** Which records somebody wants to code. */
export interface Wish {
  round: CodingRound;
  court: string | null;
  week: string | null;
}

export type ClaimsAnswer = Answer<ClaimsBody>;

export function lookAtCoding(): Promise<Answer<CodingBody>> {
  return ask("GET", "/v1/coding");
}

/** @param count how many records to have before one; 0 renews what is there */
export function claim(desk: string, { round, court, week }: Wish, count: number): Promise<ClaimsAnswer> {
  const body = { desk, round, count, ...(court && { court }), ...(week && { week }) };
  return askPatiently("POST", "/v1/coding/claims", { body });
}

/**
 * What is before one is anybody's again; said even while the window closes.
 * @param until of the claims as they were answered last: what a reload has claimed since stays
 * @param keep records whose coding is still on its way
 * @param isPatient whether it waits where it came too often: whoever leaves doesn't, since claims end by themselves
 */
export function release(
  desk: string,
  until: string,
  keep: readonly Pick<CodingCase, "key" | "defendant">[],
  isPatient: boolean,
): Promise<Answer<null>> {
  const kept = keep.slice(-CLAIMS_KEPT).map(({ key, defendant }) => ({ key, defendant }));
  const send = isPatient ? askPatiently : ask;
  return send("POST", "/v1/coding/release", { body: { desk, until, keep: kept }, outlives: true });
}

/** @param values null: there is no text */
export function sendCoding(
  desk: string,
  { key, defendant, round, stands: seen }: CodingCase,
  values: CodedValues | null,
): Promise<Answer<CodedBody>> {
  const text = values ? "read" : "missing";
  const body = { key, defendant, round, desk, text, values, seen } satisfies CodingRequest;
  return askPatiently("PUT", "/v1/coding/codings", { body });
}

export function undoCoding(
  desk: string,
  { key, defendant, round }: Pick<CodingCase, "key" | "defendant" | "round">,
): Promise<Answer<{ case: CodingCase | null }>> {
  return askPatiently("POST", "/v1/coding/undo", { body: { key, defendant, round, desk } });
}

export function stageCodings(): Promise<Answer<StagedCodingBody>> {
  return askPatiently("POST", "/v1/coding/batch", { body: {} });
}

/** @param query of `/v1/cases`, as the view's address has it */
export function lookBehind(query: string): Promise<Answer<BehindBody>> {
  return ask("GET", `/v1/cases?${query}`);
}
