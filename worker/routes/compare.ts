import type { NumberType, Source } from "../contract/common.ts";
import { CompareBody, CompareQuery, type SamePart, type Side } from "../contract/compare.ts";
import type { Evidence } from "../contract/terms.ts";
import { comparedWith } from "../domain/comparison.ts";
import { isCountedAlike, publishedSides } from "../domain/published/compare.ts";
import { sourceBehind } from "../domain/published/source.ts";
import { questionOf } from "../domain/question.ts";
import { recordsSides } from "../domain/records/compare.ts";
import { courtsAsked, placeNames } from "../reading/places.ts";
import { reading } from "../reading/reading.ts";
import { editionRef, evidenceFor, type Scene } from "../reading/scene.ts";
import { comparisonText } from "../wording/index.ts";

/** More names than a sentence carries. */
const NAMED_MAX = 3;

export const compare = reading({
  path: "/v1/compare",
  summary: "One period against others, in numbers and in a sentence",
  description:
    "`coverage` is the share of a period's days for which anything is known. `difference` and `ratio` are null unless both counts are known, final, counted alike and not lower bounds. For a period that isn't finished, `expected` has the expected final count, with its range, and `same_part` the part that is final beside the same part of the year before.",
  query: CompareQuery,
  example: "evidence=published&measure=cases-received&article=337&period=2023-H1&with=2022,2021",
  contentType: "application/json",
  response: CompareBody,
  answer(query, scene) {
    const { evidence, type, sides, samePart } = findSides(query, scene);
    const [period, ...others] = sides as [Side, ...Side[]];
    const against = others.map((side) => comparedWith(period, side, isCountedAlike(period, side)));
    const compared = {
      edition: editionRef(scene, evidence, evidence === "published" ? sourceOf(sides, scene) : null),
      type,
      period,
      against,
      same_part: samePart,
    };
    const sentence = comparisonText(compared, query.lang, placeNames(query.lang));
    return { ...compared, text: { lang: query.lang, sentence } } satisfies CompareBody;
  },
});

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
