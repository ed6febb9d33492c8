import type { SummaryQuery } from "../contract/query.ts";
import type { Correction, Since, Summary } from "../contract/summary.ts";
import type { Evidence } from "../contract/terms.ts";
import { moscowDate } from "../domain/calendar.ts";
import type { Edition, Tallies } from "../domain/edition.ts";
import { shownOf } from "../domain/headline.ts";
import { publishedSummary, type Statement } from "../domain/published/summary.ts";
import { type SpanQuestion, spanQuestionOf } from "../domain/question.ts";
import { markFor } from "../domain/records/marks.ts";
import { recordsSummary, toldIn } from "../domain/records/summary.ts";
import { linesOf } from "../domain/theme/lines.ts";
import { DEFAULT_THEME, summaryTheme } from "../domain/theme/summary-theme.ts";
import { summaryText } from "../wording/index.ts";
import { courtsAsked, placeNames } from "./places.ts";
import { editionRef, evidenceFor, type Scene } from "./scene.ts";

/** The whole answer; cards and embeds are drawn from it, too. */
export function summarise({ lang, theme: slug, ...filters }: SummaryQuery, scene: Scene): Summary {
  const { bySlug } = scene.themes;
  const theme = bySlug.get(slug ?? DEFAULT_THEME) ?? bySlug.get(DEFAULT_THEME);
  const spoken = lang ?? theme?.style.lang ?? "en";
  const heading = theme?.style.headings[spoken];
  const question = spanQuestionOf(filters);
  const { evidence, source, ...statement } = stated(question, scene);
  const since = scene.current && sinceThen(question, statement, evidence, scene.current, scene.today);
  const correction = markOf(statement, scene);
  const answer = {
    edition: editionRef(scene, evidence, source),
    ...statement,
    ...(since && { since }),
    ...(correction && { correction }),
  };
  return {
    ...answer,
    text: {
      ...summaryText(answer, {
        lang: spoken,
        today: scene.today,
        places: placeNames(spoken),
        ...(heading !== undefined && { heading }),
      }),
      ...linesOf(theme?.style, spoken),
    },
    theme: summaryTheme(theme),
  };
}

/** Where the reader left the evidence open, records that can't tell anything yet leave it to published figures. */
function stated(question: SpanQuestion, scene: Scene): Statement & { evidence: Evidence } {
  const evidence = evidenceFor(scene.edition, question);
  if (evidence === "published") return { evidence, ...fromFigures(question, scene) };
  const counted = { evidence, ...fromRecords(question, scene) };
  if (question.evidence !== "auto" || counted.headline.period) return counted;
  const printed = fromFigures(question, scene);
  return printed.headline.period ? { evidence: "published", ...printed } : counted;
}

function fromRecords(question: SpanQuestion, { edition, courts, today }: Scene): Statement {
  const asked = { ...question, courts: courtsAsked(question.court, question.region) };
  return { ...recordsSummary(edition.records, courts, asked, today), source: null };
}

function fromFigures(question: SpanQuestion, { edition, today }: Scene): Statement {
  return publishedSummary(edition.figures, edition.rates, question, today);
}

/** A recent correction of a week in the series, where the question is about a whole offence group. */
function markOf(
  { type, series }: Pick<Statement, "type" | "series">,
  { edition, today }: Scene,
): Correction | null {
  const narrowed = type.service ?? type.sentence ?? type.court ?? type.region;
  if (narrowed || series.start === null) return null;
  return markFor(edition.marks, type.unit, type.offence, series.start, today);
}

/** The same headline, for the same period, in the edition that readers get now. */
function sinceThen(
  question: SpanQuestion,
  { headline, type }: Pick<Summary, "headline" | "type">,
  evidence: Evidence,
  { edition, courts }: { edition: Edition; courts: Tallies | null },
  today: string,
): Since | null {
  const { period } = headline;
  if (!period) return null;
  const asked = {
    ...question,
    articles: type.articles,
    courts: courtsAsked(question.court, question.region),
  };
  const now =
    evidence === "records"
      ? toldIn(edition.records, courts, asked, period, moscowDate(Date.parse(edition.published_at)))
      : publishedIn(edition, asked, period.end, today);
  const { id, published_at } = edition;
  const then = shownOf(headline);
  const difference = now.value === null || then === null ? null : now.value - then;
  return { edition: { id, published_at }, ...now, difference };
}

/** The published headline as of the period's end: from the figures that end no later. */
function publishedIn(
  { figures, rates }: Edition,
  question: SpanQuestion,
  end: string,
  today: string,
): Pick<Since, "value" | "qualifier"> {
  const until = <Item extends { period: { end: string } }>(items: readonly Item[]) =>
    items.filter(({ period }) => period.end <= end);
  const { value, qualifier } = publishedSummary(until(figures), until(rates), question, today).headline;
  return { value, qualifier };
}
