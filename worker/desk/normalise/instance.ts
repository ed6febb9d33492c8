import type { CourtKind } from "../../domain/courts.ts";
import type { CaseNumber } from "./case-number.ts";
import { isHigherCourtsDecision } from "./outcome.ts";

/** Appeals (10 of a justice of the peace, 22, 55) and cassation (44у, 4у, 77, 7у), also with a letter: `22к`. */
const HIGHER = /^(?:10|22|44|55|77)\p{L}*$|^[47]у$/u;

/** `first`: a trial; `higher`: appeal or cassation of one; `none`: no trial (a control material, a civil case). */
export type Instance = "first" | "higher" | "none";

/**
 * Which instance a card is of. The number's index decides, because sudrfscraper's own word is wrong for most
 * cards that it calls appeals (20 of 23 have a number 1-… of a first court).
 */
export function instanceOf(card: {
  index: CaseNumber["index"];
  courtKind: CourtKind;
  decision: string | null;
  hasArticles: boolean;
}): Instance {
  const { index, courtKind, decision, hasArticles } = card;
  const isOfHigherCourt = courtKind === "appeal" || courtKind === "cassation";
  if (isOfHigherCourt || HIGHER.test(index)) return "higher";
  // Courts of the level of a region try criminal cases under 2-…, the garrison courts civil ones.
  const isTrial = /^1\p{L}*$/u.test(index) || (index === "2" && courtKind !== "garrison" && hasArticles);
  if (!isTrial) return "none";
  return isHigherCourtsDecision(decision) ? "higher" : "first";
}
