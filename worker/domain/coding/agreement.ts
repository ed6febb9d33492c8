import type { Coded } from "../records/shares.ts";
import { type Agreement, agreementOf } from "./kappa.ts";

/** What two coders read of one verdict. */
export interface CodedPair {
  first_outcome: string;
  first_sentence: string;
  first_service: string;
  second_outcome: string;
  second_sentence: string;
  second_service: string;
}

/** Below so many verdicts a kappa is told by chance alone. */
const TOLD_FROM = 10;

/** How far coders agree, by what shares are taken of. An acquittal is a verdict like a sentence. */
export type CodingAgreement = Readonly<Record<Coded, Agreement>>;

/** Null where nobody has coded a verdict for the second time. */
export function codingAgreement(pairs: readonly CodedPair[]): CodingAgreement | null {
  if (pairs.length === 0) return null;
  const verdict = (outcome: string, sentence: string) => (outcome === "convicted" ? sentence : outcome);
  return {
    sentence: told(
      pairs.map((one) => [
        verdict(one.first_outcome, one.first_sentence),
        verdict(one.second_outcome, one.second_sentence),
      ]),
    ),
    service: told(pairs.map((one) => [one.first_service, one.second_service])),
  };
}

function told(pairs: readonly (readonly [string, string])[]): Agreement {
  const agreement = agreementOf(pairs);
  return pairs.length < TOLD_FROM ? { ...agreement, kappa: null, interval: null } : rounded(agreement);
}

/** Two decimals: the third is never sure. */
function rounded({ kappa, interval, ...counts }: Agreement): Agreement {
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    ...counts,
    kappa: kappa === null ? null : round(kappa),
    interval: interval && { low: round(interval.low), high: round(interval.high) },
  };
}
