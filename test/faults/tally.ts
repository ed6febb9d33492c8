/** What Vitest's JSON reporter says of a file. */
export interface FileResult {
  name: string;
  assertionResults: readonly { status: string; fullName: string }[];
}

export interface Line {
  attacked: string;
  tried: number;
  held: number;
  /** By their names. */
  fell: string[];
  /** What this machine couldn't try, by names that say why. */
  untried: string[];
}

/** How many attacks were tried and held, by what they attack. A file that didn't run is a fall. */
export function tally(
  attacks: Readonly<Record<string, readonly string[]>>,
  results: readonly FileResult[],
): Line[] {
  return Object.entries(attacks).map(([attacked, files]) => {
    const found = files.map((file) => results.find(({ name }) => name.endsWith(file)));
    const tests = found.flatMap((result) => result?.assertionResults ?? []);
    const missing = files.filter((_, index) => !found[index]?.assertionResults.length);
    const fell = [
      ...tests.filter(({ status }) => status === "failed").map(({ fullName }) => fullName),
      ...missing,
    ];
    const untried = tests.filter(({ status }) => status !== "failed" && status !== "passed");
    return {
      attacked,
      tried: tests.length - untried.length + missing.length,
      held: tests.filter(({ status }) => status === "passed").length,
      fell,
      untried: untried.map(({ fullName }) => fullName),
    };
  });
}

/** A line each, and one of all. */
export function tableOf(lines: readonly Line[]): string {
  const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0);
  const all = { attacked: "in all", tried: sum(({ tried }) => tried), held: sum(({ held }) => held) };
  const width = Math.max(...lines.map(({ attacked }) => attacked.length));
  return [...lines, all]
    .map(
      ({ attacked, tried, held }) =>
        `${attacked.padEnd(width)}  ${String(tried).padStart(5)} tried  ${String(held).padStart(5)} held`,
    )
    .join("\n");
}
