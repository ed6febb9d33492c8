import type { FileReport } from "./inputs.ts";

/** Rejections of a file that a person still reads; `--json` lists more. */
const SHOWN = 40;

/** What reading a file gave, and which of its rows are wrong in what. */
export function describeFile(report: FileReport): string {
  const { file, format, rows, cases, refused, rejectedRows, keptOut, warnings, rejected } = report;
  const out = Object.entries(keptOut).map(([reason, count]) => `${count} ${reason}`);
  return [
    `${file}: ${format}, ${rows} rows, ${refused ? "none accepted: the whole file was refused" : `${cases} accepted, ${rejectedRows} rejected`}${out.length > 0 ? `, left out: ${out.join(", ")}` : ""}`,
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
