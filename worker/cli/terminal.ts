import { Presets, SingleBar } from "cli-progress";
import Table from "cli-table3";

/** Lines of a table that a person still reads; `--all` prints every one. */
const SHOWN = 40;

const PLAIN = { head: [], border: [] };
/** No rule between rows: half as many lines to read. */
const NO_RULES = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" };

/** How much is printed: of long lists the first lines, or all. */
export type Length = "short" | "all";

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

/** A table, and how much of it isn't printed. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  length: Length,
): string {
  const printed = new Table({ head: [...head], style: PLAIN, chars: NO_RULES });
  const shown = length === "all" ? rows : rows.slice(0, SHOWN);
  for (const row of shown) printed.push([...row]);
  const rest = rows.length - shown.length;
  return `${printed}${rest > 0 ? `\n… and ${rest} more lines; --all prints them, --json has them too.` : ""}`;
}
