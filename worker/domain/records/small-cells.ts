import { SMALL_CELL_BELOW } from "../../config.ts";
import type { Period } from "../../contract/common.ts";
import type { SeriesKey } from "../../contract/series.ts";
import { DAYS_A_WEEK, daysIn } from "../calendar.ts";
import type { RecordsQuestion } from "./question.ts";

/** A count as readers get it: null where it is suppressed, which is said beside it. */
export interface GivenCount {
  value: number | null;
  suppressed?: true;
}

/** @param fine whether the question parts records finely, see `isFine` */
export function given(count: number, fine: boolean): GivenCount {
  return fine && isSmall(count) ? { value: null, suppressed: true } : { value: count };
}

/** Whether a count is so small that it could point at somebody. */
export function isSmall(count: number): boolean {
  return count > 0 && count < SMALL_CELL_BELOW;
}

/**
 * Whether a question parts records so finely that small counts aren't given: one court or region, one week, and
 * one article, kind of service or sentence.
 */
export function isFine(
  { courts, service, sentence }: RecordsQuestion,
  period: Period,
  by: SeriesKey | null,
): boolean {
  const place = courts !== null || by === "court" || by === "region";
  const kind =
    service !== null || sentence !== null || by === "article" || by === "service" || by === "sentence";
  return place && kind && daysIn(period) <= DAYS_A_WEEK;
}
