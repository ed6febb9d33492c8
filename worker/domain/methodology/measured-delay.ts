import type { Offence } from "../../contract/terms.ts";
import { FINAL_COMPLETENESS } from "../completeness/constants.ts";
import type { Outlook } from "../records/outlook.ts";

/** How late the records of an offence group are, as measured for an edition. */
export interface MeasuredDelay {
  offence: Offence;
  /** Share of a week's convictions that is in after 0, 1 … weeks, from 0 to 1. */
  shares: readonly number[];
  /** Weeks until half of them are in. */
  half: number;
  /** Weeks until so many are in that the week is final. */
  final: number;
}

/** The main group first; where its evidence is too small, the largest group, which holds it. */
const GROUPS: readonly Offence[] = ["desertion", "refusal"];

export function measuredDelay(outlooks: Readonly<Record<Offence, Outlook>>): MeasuredDelay | null {
  for (const offence of GROUPS) {
    const shares = outlooks[offence].delay;
    if (!shares) continue;
    return { offence, shares, half: weeksUntil(shares, 0.5), final: weeksUntil(shares, FINAL_COMPLETENESS) };
  }
  return null;
}

/** The last share is 1, so every level is reached. */
function weeksUntil(shares: readonly number[], level: number): number {
  return shares.findIndex((share) => share >= level);
}
