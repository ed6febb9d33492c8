import type { CasesDiff, RowsDiff } from "../contract/changes.ts";
import type { CoveredDays } from "../contract/covered-days.ts";
import type { FigureChange } from "../contract/figure-change.ts";
import type { HeadlineChange, PublicHeadline } from "../contract/headline-change.ts";
import type { Objection } from "../contract/objection.ts";
import type { ShareChange } from "../contract/share-change.ts";
import { tellingChanges } from "../domain/telling-changes.ts";
import { type Length, table } from "./terminal.ts";

/** What publishing would change. */
export interface Reviewed {
  figures: readonly FigureChange[];
  /** Null: it is a ledger of published figures. */
  cases: CasesDiff | null;
  guard: readonly Objection[];
  headlines: readonly HeadlineChange[];
}

/** What readers would see first, then totals, shares and weeks, the newest first; last what the check says. */
export function describeReview({ figures, cases, guard, headlines }: Reviewed, length: Length): string[] {
  return [
    describeHeadlines(headlines, length),
    ...(cases ? describeDiff(cases, length) : [describeFigures(figures, length)]),
    describeGuard(guard),
  ].filter((part) => part !== "");
}

/** What the element would show, before and after: of the embed that names nothing, then of all others. */
function describeHeadlines([first, ...others]: readonly HeadlineChange[], length: Length): string {
  if (!first) return "";
  const [was, is] = [first.before, first.after].map((shown) => headlineLine(shown, true));
  const head = was === is ? `The headline stays ${is}.` : `The headline: ${was}\n        →     ${is}`;
  const rows = others.map((one) => {
    const { before, after } = one;
    const headed = before?.text.heading !== after?.text.heading;
    return [embedOf(one), headlineLine(before, headed), headlineLine(after, headed)];
  });
  return rows.length === 0 ? head : `${head}\n${table(["embed with", "before", "after"], rows, length)}`;
}

function embedOf({ query, also, from }: HeadlineChange): string {
  const alike = also.length > 0 ? `\n${also.join("\n")}` : "";
  return `${query || "nothing"}${alike}${from ? `\nfrom ${from}, automatically` : ""}`;
}

/** @param headed with the heading, which stands above it on the page */
function headlineLine(shown: PublicHeadline | null, headed: boolean): string {
  if (!shown) return "nothing (the page shows the tag’s own fallback)";
  const { text, evidence } = shown;
  const source = evidence === "records" ? "court records" : "published figures";
  return `${text.inline} – ${headed ? `${text.heading}: ` : ""}${text.label}; ${source}`;
}

/** Totals, what needs a person's eye, shares, weeks, courts. */
function describeDiff(diff: CasesDiff, length: Length): string[] {
  const { shares = [], changes, convictions } = diff;
  return [
    `${diff.added} new, ${diff.changed} changed, ${diff.vanished} vanished, ${diff.same} unchanged.`,
    convictions === 0 ? "" : `Convictions in total: ${signed(convictions)}.`,
    ...describeDays(diff),
    ...describeDoubts(diff),
    shares.length > 0 ? describeShares(shares, length) : "",
    changes.length > 0 ? describeWeeks(diff, length) : "No weekly count would change.",
  ].filter((part) => part !== "");
}

/** Which days the counts would speak of, and what is outside of them. */
function describeDays({ covered, uncovered }: CasesDiff): string[] {
  const before = covered?.before && daysLine(covered.before.convictions);
  const after = covered?.after && daysLine(covered.after.convictions);
  const named = uncovered?.named.map(({ unit, court, case_number, day }) => {
    return `${court} ${case_number} (${unit === "convictions" ? "verdict" : "receipt"} of ${day})`;
  });
  const more = (uncovered?.records ?? 0) - (named?.length ?? 0);
  return [
    after && before !== after
      ? `Convictions would cover ${after}${before ? `; they now cover ${before}` : ""}.`
      : "",
    named && named.length > 0
      ? `Outside the covered days, and therefore not counted (${uncovered?.records}): ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}. If the source was read for those days, say so with --covers.`
      : "",
  ];
}

function daysLine(days: readonly CoveredDays[]): string {
  const spans = days.map(({ start, end, courts }) => {
    return `${start} to ${end}${courts ? ` (${courts.join(", ")})` : ""}`;
  });
  return spans.length > 0 ? spans.join(", ") : "no days";
}

/** Records that need a person's eye. */
function describeDoubts({ recoded = 0, numbers_twice = [] }: RowsDiff): string[] {
  return [
    recoded > 0 ? `Previously recorded with another outcome, sentence, term or service: ${recoded}.` : "",
    ...numbers_twice.map(
      ({ court, case_number, case_uid, known_as }) =>
        `Case ${case_number} at ${court} is already recorded under another УИД: ${known_as}, here ${case_uid}. If they are the same case, withdraw the wrong one.`,
    ),
  ];
}

/** Shares that would change, each with its denominator. */
function describeShares(shares: readonly ShareChange[], length: Length): string {
  const told = shares.filter(({ before, after }) => before.value + after.value > 0);
  const said = ({ value, known }: ShareChange["before"]) => `${value} of ${known}`;
  const rows = told.map(({ type, by, key, before, after }) => [
    ...[`${by}: ${key}`, type.articles.join(" + "), said(before), said(after)],
  ]);
  return table(["known", "articles", "before", "after"], rows, length);
}

function describeWeeks({ changes }: CasesDiff, length: Length): string {
  const rows = tellingChanges(changes).map(({ week, type, before, after }) => [
    ...[week, type.unit, type.offence ?? "", type.articles.join(" + ")],
    ...[before, after, signed(after - before)],
  ]);
  return table(["week", "unit", "offence", "articles", "before", "after", "±"], rows, length);
}

function describeFigures(changes: readonly FigureChange[], length: Length): string {
  if (changes.length === 0) return "Nothing would change: it matches the ledger in force.";
  const rows = changes.map(({ figure, change, fields, publisher, period, before, after, ...was }) => {
    const said = (one: FigureChange["period"]) => (one ? `${one.start} to ${one.end}` : "");
    const days = was.period_before ? `${said(was.period_before)} → ${said(period)}` : said(period);
    return [figure, publisher ?? "", days, before ?? "", after ?? "", change, fields.join(", ")];
  });
  return table(["figure", "publisher", "period", "before", "after", "change", "fields"], rows, length);
}

function describeGuard(objections: readonly Objection[]): string {
  return objections.length === 0
    ? "The check has no objections."
    : ["The check objects:", ...objections.map(({ text }) => `  – ${text}`)].join("\n");
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : `${change}`;
}
