import type { NumberType, Source } from "../contract/common.ts";
import type { CompareBody, CompareQuery, SamePart, Side } from "../contract/compare.ts";
import type { Evidence } from "../contract/terms.ts";
import { comparedWith } from "../domain/comparison.ts";
import { isCountedAlike, publishedSides } from "../domain/published/compare.ts";
import { sourceBehind } from "../domain/published/source.ts";
import { questionOf } from "../domain/question.ts";
import { recordsSides } from "../domain/records/compare.ts";
import { linesOf } from "../domain/theme/lines.ts";
import { DEFAULT_THEME, summaryTheme } from "../domain/theme/summary-theme.ts";
import { compareText } from "../wording/index.ts";
import { courtsAsked, placeNames } from "./places.ts";
import { editionRef, evidenceFor, type Scene } from "./scene.ts";

/** More names than a sentence carries. */
const NAMED_MAX = 3;

/** The whole answer; pictures and embeds are drawn from it, too. */
export function comparePeriods(query: CompareQuery, scene: Scene): CompareBody {
  const { bySlug } = scene.themes;
  const asked = query.theme && (bySlug.get(query.theme) ?? bySlug.get(DEFAULT_THEME));
  const lang = query.lang ?? (asked ? asked.style.lang : null) ?? "en";
  const { evidence, type, sides, samePart } = findSides(query, scene);
  const [period, ...others] = sides as [Side, ...Side[]];
  const compared = {
    edition: editionRef(scene, evidence, evidence === "published" ? sourceOf(sides, scene) : null),
    type,
    period,
    against: others.map((side) => comparedWith(period, side, isCountedAlike(period, side))),
    same_part: samePart,
  };
  return {
    ...compared,
    text: {
      ...compareText(compared, { lang, places: placeNames(lang), frozen: query["as-of"] !== undefined }),
      ...linesOf(asked ? asked.style : undefined, lang),
    },
    ...(query.theme && { theme: summaryTheme(asked || undefined) }),
  };
}

interface Found {
  evidence: Evidence;
  type: NumberType;
  sides: Side[];
  samePart: SamePart | null;
}

/** Where the reader left the evidence open, published figures answer if they know more of the periods. */
function findSides(query: CompareQuery, scene: Scene): Found {
  const evidence = evidenceFor(scene.edition, questionOf(query));
  const found = evidence === "records" ? fromRecords(query, scene) : fromFigures(query, scene);
  if (query.evidence !== "auto" || evidence === "published" || known(found) === found.sides.length) {
    return { ...found, evidence };
  }
  const published = fromFigures(query, scene);
  return known(published) > known(found) ? { ...published, evidence: "published" } : { ...found, evidence };
}

function fromRecords(query: CompareQuery, scene: Scene): Omit<Found, "evidence"> {
  const question = questionOf(query);
  const asked = { ...question, courts: courtsAsked(question.court, question.region) };
  const { edition, courts, today } = scene;
  return recordsSides(edition.records, courts, asked, [query.period, ...query.with], today);
}

function fromFigures(query: CompareQuery, { edition }: Scene): Omit<Found, "evidence"> {
  const periods = [query.period, ...query.with];
  return { ...publishedSides(edition.figures, edition.rates, questionOf(query), periods), samePart: null };
}

function known({ sides }: Omit<Found, "evidence">): number {
  return sides.filter(({ value }) => value !== null).length;
}

/** Those who printed what is compared, where they are few enough to be named. */
function sourceOf(sides: readonly Side[], { edition }: Scene): Source | null {
  const ids = sides.flatMap(({ figures = [] }) => figures);
  const behind = edition.figures.filter(({ id }) => ids.includes(id));
  const publishers = new Set(behind.map(({ publisher }) => publisher));
  return publishers.size > 0 && publishers.size <= NAMED_MAX ? sourceBehind(behind) : null;
}
