import type { NumberType } from "../../contract/common.ts";
import type { Edition } from "../edition.ts";
import { publishedSummary } from "../published/summary.ts";
import { spanQuestionOf } from "../question.ts";
import { recordsSummary } from "../records/summary.ts";

/** What the number counts that an edition gives to whoever asks for nothing in particular. */
export function mainNumber({ figures, rates, records }: Edition, today: string): NumberType {
  const question = spanQuestionOf({ measure: "convictions", evidence: "auto", span: "week" });
  // Records that can't tell a week yet leave the answer to published figures, as everywhere.
  const counted = records && recordsSummary(records, null, { ...question, courts: null }, today);
  return counted?.headline.period ? counted.type : publishedSummary(figures, rates, question, today).type;
}
