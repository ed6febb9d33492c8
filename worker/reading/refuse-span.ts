import type { SummaryQuery } from "../contract/query.ts";
import { SPANS } from "../contract/terms.ts";
import { totalStarts } from "../domain/published/spans.ts";
import { COUNTED_UNITS, spanQuestionOf } from "../domain/question.ts";
import { periodCounts } from "../domain/records/period-counts.ts";
import type { ParameterError } from "../problem.ts";
import { courtsAsked } from "./places.ts";
import { evidenceFor, type Scene } from "./scene.ts";

/** What published figures can tell: nobody prints a week while it lasts. */
const PRINTED_SPANS = SPANS.filter((span) => span !== "this-week");

type Asked = Pick<
  SummaryQuery,
  | "measure"
  | "offence"
  | "article"
  | "service"
  | "sentence"
  | "court"
  | "region"
  | "evidence"
  | "weeks"
  | "span"
  | "since"
>;

/** What of a span's question the evidence can't answer, each with what may be asked instead; empty: nothing. */
export function refuseSpan(query: Asked, scene: Scene): ParameterError[] {
  const { span, since, measure } = query;
  const question = spanQuestionOf(query);
  const evidence = evidenceFor(scene.edition, question);
  if (evidence === "records" && !COUNTED_UNITS.includes(question.unit)) {
    return [
      {
        parameter: "measure",
        message: `Court records don't count ${measure}; published figures do. Leave evidence out, or ask for another measure.`,
        allowed: ["convictions", "cases-received"],
      },
    ];
  }
  if (span === "this-week" && evidence === "published") {
    const message = "Published figures don't tell the current week; only court records do.";
    return [{ parameter: "span", message, allowed: PRINTED_SPANS }];
  }
  if (since === undefined) return [];
  if (span !== "total") {
    return [
      { parameter: "since", message: "It is the first day of a total: give it with span=total alone." },
    ];
  }
  if (since > scene.today) {
    return [{ parameter: "since", message: `${since} is in the future: today is ${scene.today}.` }];
  }
  return evidence === "records" ? beforeRecords(since, query, scene) : notPrinted(since, query, scene);
}

function beforeRecords(since: string, query: Asked, { edition, courts, today }: Scene): ParameterError[] {
  const question = spanQuestionOf(query);
  const asked = { ...question, courts: courtsAsked(question.court, question.region) };
  const counts = periodCounts(edition.records, courts, asked, today);
  if (!counts || since >= counts.covered.start) return [];
  const message = `${since} is before any court record: they cover the days from ${counts.covered.start} on.`;
  return [{ parameter: "since", message }];
}

function notPrinted(since: string, query: Asked, { edition }: Scene): ParameterError[] {
  const question = { ...spanQuestionOf(query), span: "total" as const };
  const starts = totalStarts(edition.figures, edition.rates, question);
  if (starts.length === 0 || starts.includes(since)) return [];
  const message = `No total of this from ${since} on has been printed; totals were printed from ${starts.join(", ")} on.`;
  return [{ parameter: "since", message, allowed: starts }];
}
