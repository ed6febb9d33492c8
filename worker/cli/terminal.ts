import { Presets, SingleBar } from "cli-progress";
import Table from "cli-table3";
import type { CasesDiff } from "../contract/changes.ts";
import type { FigureChange } from "../contract/figure-change.ts";
import type { HeadlineChange, PublicHeadline } from "../contract/headline-change.ts";
import type { Objection } from "../contract/objection.ts";
import type { ShareChange } from "../contract/share-change.ts";
import { tellingChanges } from "../domain/telling-changes.ts";
import type { FileReport } from "./inputs.ts";

/** Lines of a table that a person still reads; `--json` has them all. */
const SHOWN = 40;

const PLAIN = { head: [], border: [] };
/** No rule between rows: half as many lines to read. */
const NO_RULES = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" };

/** Words for people go to standard error, so that standard output is data alone. */
export const say = (text: string): void => console.error(text);

/** A progress bar on a terminal, silence elsewhere. */
export function progress(what: string, total: number): { add(amount: number): void; end(): void } {
  if (!process.stderr.isTTY || total === 0) return { add: () => {}, end: () => {} };
  const bar = new SingleBar(
    { format: `${what} {bar} {percentage} %  {eta_formatted}` },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { add: (amount) => bar.increment(amount), end: () => bar.stop() };
}

export function describeFile(report: FileReport): string {
  const { file, format, rows, cases, refused, rejectedRows, keptOut, warnings, rejected } = report;
  const out = Object.entries(keptOut).map(([reason, count]) => `${count} ${reason}`);
  return [
    `${file}: ${format}, ${rows} rows, ${refused ? "none taken, refused as a whole" : `${cases} taken, ${rejectedRows} rejected`}${out.length > 0 ? `, kept out: ${out.join(", ")}` : ""}`,
    ...warnings.map((warning) => `  note: ${warning}`),
    ...rejected
      .slice(0, SHOWN)
      .map(
        ({ line, column, value, expected }) =>
          `  ${column === "file" ? "the file" : `line ${line}, ${column}`}: ${value === null ? "" : `${JSON.stringify(value)} — `}expected ${expected}`,
      ),
    ...(rejectedRows > SHOWN ? ["  … and more; --json lists the first 1,000"] : []),
  ].join("\n");
}

/** What readers would see in big type, before and after: the first thing to look at. */
export function describeHeadlines(headlines: readonly HeadlineChange[]): string {
  return headlines
    .map(({ query, before, after }) => {
      const embed = query === "" ? "The headline" : `  with ${query}`;
      const was = before ? headlineLine(before) : "nothing";
      const is = headlineLine(after);
      return was === is ? `${embed} stays ${is}.` : `${embed}: ${was} → ${is}`;
    })
    .join("\n");
}

function headlineLine({ value, qualifier, evidence, type, per, period }: PublicHeadline): string {
  const sure = { exact: "", at_least: "at least ", about: "about " }[qualifier];
  const days = period ? `, ${period.start} to ${period.end}` : "";
  const number = value === null ? "not known" : `${sure}${Math.round(value * 10) / 10} a ${per}`;
  return `${number} (${type.unit}, ${type.articles.join(" + ")}${days}; ${evidence})`;
}

/** Shares that would change, each with its denominator. */
function describeShares(shares: readonly ShareChange[]): string {
  const table = new Table({ head: ["known", "articles", "before", "after"], style: PLAIN, chars: NO_RULES });
  const told = shares.filter(({ before, after }) => before.value + after.value > 0);
  for (const { type, by, key, before, after } of told.slice(0, SHOWN)) {
    const said = ({ value, known }: typeof before) => `${value} of ${known}`;
    table.push([`${by}: ${key}`, type.articles.join(" + "), said(before), said(after)]);
  }
  const rest = told.length - SHOWN;
  return `${table}${rest > 0 ? `\n… and ${rest} more lines; --json has them all.` : ""}`;
}

/** What publishing would change: totals, shares, then weeks as a table, the newest first. */
export function describeDiff(diff: CasesDiff): string {
  const { shares = [], recoded = 0, numbers_twice = [] } = diff;
  const head = [
    `${diff.added} new, ${diff.changed} changed, ${diff.vanished} vanished, ${diff.same} as they were.`,
    ...(diff.convictions === 0
      ? []
      : [`Convictions in all: ${diff.convictions > 0 ? "+" : ""}${diff.convictions}.`]),
    ...(recoded > 0 ? [`Known otherwise before, in outcome, sentence or service: ${recoded}.`] : []),
    ...numbers_twice.map(
      ({ court, case_number, case_uid, known_as }) =>
        `The number ${case_number} of ${court} is known under another УИД: ${known_as}, here ${case_uid}. If it is one case, withdraw the wrong one.`,
    ),
    ...(shares.length > 0 ? [describeShares(shares)] : []),
  ].join("\n");
  if (diff.changes.length === 0) return `${head}\nNo weekly count would change.`;
  const table = new Table({
    head: ["week", "unit", "offence", "articles", "before", "after", "±"],
    style: PLAIN,
    chars: NO_RULES,
  });
  const changes = tellingChanges(diff.changes);
  for (const { week, type, before, after } of changes.slice(0, SHOWN)) {
    const change = after - before;
    table.push([
      week,
      type.unit,
      type.offence ?? "",
      type.articles.join(" + "),
      before,
      after,
      change > 0 ? `+${change}` : change,
    ]);
  }
  const rest = changes.length - SHOWN;
  return `${head}\n${table}${rest > 0 ? `\n… and ${rest} more lines; --json has them all.` : ""}`;
}

export function describeFigures(changes: readonly FigureChange[]): string {
  if (changes.length === 0) return "Nothing would change: the ledger in force says the same.";
  const table = new Table({
    head: ["figure", "publisher", "period", "before", "after", "change", "fields"],
    style: PLAIN,
    chars: NO_RULES,
  });
  for (const {
    figure,
    change,
    fields,
    publisher,
    period,
    period_before: was,
    before,
    after,
  } of changes.slice(0, SHOWN)) {
    const now = period ? `${period.start} to ${period.end}` : "";
    const days = was ? `${was.start} to ${was.end} → ${now}` : now;
    table.push([figure, publisher ?? "", days, before ?? "", after ?? "", change, fields.join(", ")]);
  }
  const rest = changes.length - SHOWN;
  return `${table}${rest > 0 ? `\n… and ${rest} more.` : ""}`;
}

export function describeGuard(objections: readonly Objection[]): string {
  return objections.length === 0
    ? "The guard has no objection."
    : ["The guard objects:", ...objections.map(({ text }) => `  – ${text}`)].join("\n");
}
