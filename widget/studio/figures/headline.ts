import { LICENCE } from "../../../worker/config.ts";
import type { Figure, Rate } from "../../../worker/contract/figure.ts";
import { type Lang, MEASURES, type Measure } from "../../../worker/contract/terms.ts";
import { shownOf } from "../../../worker/domain/headline.ts";
import { publishedSummary } from "../../../worker/domain/published/summary.ts";
import { MEASURE_UNIT, spanQuestionOf } from "../../../worker/domain/question.ts";
import { SOURCES } from "../../../worker/domain/sources.ts";
import { summaryText } from "../../../worker/wording/index.ts";

/** What an embed counts: `{ measure: "convictions" }` is the embed that names nothing. */
export interface Asked {
  measure: Measure;
  article?: string;
}

/** The number in big type as published figures give it, with the words around it. */
export interface FiguresHeadline {
  value: number | null;
  text: { heading: string; inline: string; label: string };
}

/** As `/v1/summary` says it with `evidence=published`, by the same code. */
export function headlineOf(
  figures: readonly Figure[],
  rates: readonly Rate[],
  asked: Asked,
  { lang, today }: { lang: Lang; today: string },
): FiguresHeadline {
  const question = spanQuestionOf({ ...asked, evidence: "published", span: "week" });
  const { source, ...statement } = publishedSummary(figures, rates, question, today);
  const edition = {
    ...{ id: "", published_at: `${today}T00:00:00Z`, evidence: "published" as const },
    ...{ sample: false, stale: false, source: source ?? SOURCES.published, licence: LICENCE },
  };
  const { heading, inline, label } = summaryText({ edition, ...statement }, { lang, today });
  return { value: shownOf(statement.headline), text: { heading, inline, label } };
}

/** The embeds whose number a figure may move: the one that names nothing, and the one that asks for just this. */
export function askedBy({ unit, articles }: Pick<Figure, "unit" | "articles">): Asked[] {
  const measure = MEASURES.find((one) => MEASURE_UNIT[one] === unit);
  const all: Asked = { measure: "convictions" };
  if (!measure || articles.some((article) => !/^\d/.test(article))) return [all];
  return [all, { measure, article: [...articles].sort().join(",") }];
}
