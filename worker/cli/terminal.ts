import { Presets, SingleBar } from "cli-progress";
import Table from "cli-table3";
import type { CasesDiff, Change } from "../contract/changes.ts";
import type { FigureChange } from "../contract/imports.ts";
import type { Objection } from "../contract/objection.ts";
import type { Offence } from "../contract/terms.ts";
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
  const { file, format, rows, cases, rejectedRows, keptOut, warnings, rejected } = report;
  const out = Object.entries(keptOut).map(([reason, count]) => `${count} ${reason}`);
  return [
    `${file}: ${format}, ${rows} rows, ${cases} taken, ${rejectedRows} rejected${out.length > 0 ? `, kept out: ${out.join(", ")}` : ""}`,
    ...warnings.map((warning) => `  note: ${warning}`),
    ...rejected
      .slice(0, SHOWN)
      .map(
        ({ line, column, value, expected }) =>
          `  line ${line}, ${column}: ${value === null ? "" : `${JSON.stringify(value)} — `}expected ${expected}`,
      ),
    ...(rejectedRows > SHOWN ? ["  … and more; --json lists the first 1,000"] : []),
  ].join("\n");
}

/** What publishing would change, as a table: week, offence, before, after. */
export function describeDiff(diff: CasesDiff): string {
  const head = `${diff.added} new, ${diff.changed} changed, ${diff.vanished} vanished, ${diff.same} as they were.`;
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
  const table = new Table({ head: ["figure", "change", "fields"], style: PLAIN, chars: NO_RULES });
  for (const { figure, change, fields } of changes.slice(0, SHOWN))
    table.push([figure, change, fields.join(", ")]);
  const rest = changes.length - SHOWN;
  return `${table}${rest > 0 ? `\n… and ${rest} more.` : ""}`;
}

export function describeGuard(objections: readonly Objection[]): string {
  return objections.length === 0
    ? "The guard has no objection."
    : ["The guard objects:", ...objections.map(({ text }) => `  – ${text}`)].join("\n");
}

/**
 * The changes that say something of their own: a week's change of 337 is also one of 337 + 338 and of
 * 332 + 337 + 338, and these are told only where they differ from their parts.
 */
function tellingChanges(changes: readonly Change[]): Change[] {
  const deltas = new Map(
    changes.map((change) => [keyOf(change, change.type.offence), change.after - change.before]),
  );
  return changes.filter((change) => {
    const delta = (offence: Offence) => deltas.get(keyOf(change, offence)) ?? 0;
    if (change.type.offence === "desertion")
      return delta("desertion") !== delta("awol") + delta("desertion-strict");
    if (change.type.offence === "refusal") return delta("refusal") !== delta("desertion");
    return true;
  });
}

function keyOf({ week, type }: Change, offence: Offence | null): string {
  return `${week} ${type.unit} ${offence}`;
}
