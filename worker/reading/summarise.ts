import type { SummaryQuery } from "../contract/query.ts";
import type { Correction, Since, Summary } from "../contract/summary.ts";
import type { Edition, Tallies } from "../domain/edition.ts";
import { publishedSummary, type Statement } from "../domain/published/summary.ts";
import { type Question, questionOf } from "../domain/question.ts";
import { markFor } from "../domain/records/marks.ts";
import { countInPeriod, recordsSummary } from "../domain/records/summary.ts";
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
  const question = questionOf(filters);
  const evidence = evidenceFor(scene.edition, question.evidence, question.region);
  const { source, ...statement } =
    evidence === "records" ? fromRecords(question, scene) : fromFigures(question, scene.edition);
  const since = scene.current && sinceThen(question, statement, evidence, scene.current);
  const correction = markOf(statement, scene);
  const answer = {
    edition: editionRef(scene, evidence, source),
    ...statement,
    ...(since && { since }),
    ...(correction && { correction }),
  };
  return {
    ...answer,
    text: summaryText(answer, {
      lang: spoken,
      today: scene.today,
      places: placeNames(spoken),
      ...(heading !== undefined && { heading }),
    }),
    theme: summaryTheme(theme),
  };
}

function fromRecords(question: Question, { edition, courts, today }: Scene): Statement {
  const asked = { ...question, courts: courtsAsked(question.court, question.region) };
  return { ...recordsSummary(edition.records, courts, asked, today), source: null };
}

function fromFigures(question: Question, { figures, rates }: Edition): Statement {
  return publishedSummary(figures, rates, question);
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
  question: Question,
  { headline, type }: Pick<Summary, "headline" | "type">,
  evidence: "records" | "published",
  { edition, courts }: { edition: Edition; courts: Tallies | null },
): Since | null {
  const { period, value: then } = headline;
  if (!period) return null;
  const asked = {
    ...question,
    articles: type.articles,
    courts: courtsAsked(question.court, question.region),
  };
  const now =
    evidence === "records"
      ? countInPeriod(edition.records, courts, asked, period)
      : { value: publishedIn(edition, asked, period.end) };
  const { id, published_at } = edition;
  const difference = now.value === null || then === null ? null : now.value - then;
  return { edition: { id, published_at }, ...now, difference };
}

/** The published headline as of the period's end: from the figures that end no later. */
function publishedIn({ figures, rates }: Edition, question: Question, end: string): number | null {
  const until = <Item extends { period: { end: string } }>(items: readonly Item[]) =>
    items.filter(({ period }) => period.end <= end);
  return publishedSummary(until(figures), until(rates), question).headline.value;
}
