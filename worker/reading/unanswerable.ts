import type { Edition } from "../domain/edition.ts";
import { crossesPlaceAndKind } from "../domain/records/question.ts";
import { COUNTED_ARTICLES } from "../domain/scope.ts";
import type { ParameterError } from "../problem.ts";
import type { Asked } from "./reading.ts";

const COUNTED: readonly string[] = COUNTED_ARTICLES;

/**
 * What no record and no figure of an edition can answer, each with what may be asked instead: an article that isn't
 * told apart must not look like one without convictions, and of single courts no kind of service or sentence is told.
 */
export function unanswerable(asked: Asked, edition: Pick<Edition, "figures" | "records">): ParameterError[] {
  return [...uncountedArticles(asked, edition), ...placeAndKind(asked, edition)];
}

function uncountedArticles(
  { article, evidence }: Asked,
  { figures }: Pick<Edition, "figures">,
): ParameterError[] {
  const articles = article?.split(",") ?? [];
  const printed = new Set(evidence === "records" ? [] : figures.flatMap((figure) => figure.articles));
  const unknown = articles.filter((one) => !COUNTED.includes(one) && !printed.has(one));
  if (unknown.length === 0) return [];
  const allowed = [...new Set([...COUNTED, ...[...printed].filter((one) => /^\d/.test(one))])].sort();
  const [part] = unknown;
  const whole = COUNTED.find((one) => part?.startsWith(`${one}.`));
  const why = whole
    ? `Parts of an article aren't counted apart: ask for ${whole}.`
    : `Nothing is known of it, which isn't zero. Known here: ${allowed.join(", ")}.`;
  return [{ parameter: "article", message: `${unknown.join(", ")} isn't counted. ${why}`, allowed }];
}

function placeAndKind(
  asked: Asked,
  { figures, records }: Pick<Edition, "figures" | "records">,
): ParameterError[] {
  const { evidence, court, region, service, sentence } = asked;
  const by = [asked.by]
    .flat()
    .find((key) => crossesPlaceAndKind({ court, region, service, sentence, by: key }));
  const isCrossed = by !== undefined || crossesPlaceAndKind({ court, region, service, sentence });
  if (evidence === undefined || !isCrossed) return [];
  const isPrinted = figures.some(
    (figure) => figure.region === region && figure.service === (service ?? null),
  );
  const isLeft = !records || (!by && !court && !sentence && isPrinted);
  if (evidence === "published" || (evidence === "auto" && isLeft)) return [];
  const parameter = sentence ? "sentence" : service ? "service" : "by";
  const message =
    "Of a single court or region, court records tell no sentence and no kind of service: it would tell what a single person got. Ask for it without court and region, or for the court or region without it.";
  return [{ parameter, message }];
}
