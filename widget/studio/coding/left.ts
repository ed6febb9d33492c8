import type { CodingBody, CodingCase } from "../../../worker/contract/coding.ts";
import { weekIndex, weekNameOf } from "../../../worker/domain/week-index.ts";
import type { Wish } from "../service/coding.ts";

/** What is left, after a record was coded or taken back: until the service counts anew. */
export function countedWith(
  look: CodingBody,
  { round, court_code, decided_on }: CodingCase,
  by: 1 | -1,
): CodingBody {
  const at = (left: number) => Math.max(0, left + by);
  if (round !== "first") return { ...look, [round]: at(look[round]) };
  const week = decided_on && weekNameOf(weekIndex(decided_on));
  return {
    ...look,
    left: at(look.left),
    courts: look.courts.map((one) => (one.court === court_code ? { ...one, left: at(one.left) } : one)),
    weeks: look.weeks.map((one) => (one.week === week ? { ...one, left: at(one.left) } : one)),
  };
}

/** How many records are left of those that are asked for; undefined: by court and week at once, that isn't counted. */
export function leftOf(
  { left, courts, weeks, ...further }: CodingBody,
  { round, court, week }: Wish,
): number | undefined {
  if (round !== "first") return further[round];
  if (court && week) return undefined;
  if (court) return courts.find((one) => one.court === court)?.left ?? 0;
  if (week) return weeks.find((one) => one.week === week)?.left ?? 0;
  return left;
}
