import { type Command, Option } from "commander";
import type { CoveredDays } from "../contract/covered-days.ts";
import { BATCH_MODES, type BatchRequest } from "../contract/imports.ts";
import { readCovers } from "./covers.ts";
import type { Reading } from "./records.ts";
import type { ServerOptions } from "./server.ts";

export interface DeskOptions extends ServerOptions {
  json?: true;
}

/** What a command that reads files may be told. */
export interface FileOptions extends DeskOptions {
  all?: true;
  skipBadRows?: true;
  complete?: true;
  partial?: true;
  readOn?: string;
  covers?: CoveredDays[];
}

/** Options of every command: which server, and for whom the output is. */
export function serverOptions(command: Command): Command {
  return command
    .option("--url <url>", "the deployment to use (DESK_URL; default: the local server)")
    .option("--token <token>", "a desk token (DESK_TOKEN; default: the local server's)")
    .option("--json", "print JSON");
}

/** Options of every command that reads files: how they are to be read. */
export function fileOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--complete",
        "these files hold every record of their courts and days; anything missing has vanished",
      ).conflicts("partial"),
    )
    .option("--partial", "these files are an addition; what they lack means nothing")
    .option(
      "--read-on <date>",
      "the day on which the courts' sites were read for these files (default: today)",
    )
    .option(
      "--covers <from..to[:courts]>",
      "the days for which the courts' sites were read, for all courts or some; may be repeated (default: inferred from the records' dates)",
      readCovers,
    )
    .option("--skip-bad-rows", "continue without the rejected rows, which are written to FILE.rejected.csv")
    .option("--all", "print every line of what would change");
}

/** How the files of a command are to be read. */
export function readingOf(options: FileOptions): Reading {
  const { readOn: read_on, covers } = options;
  return { mode: modeOf(options), read_on, ...(covers && { covers }) };
}

function modeOf({ complete, partial }: FileOptions): BatchRequest["mode"] {
  return (
    BATCH_MODES.find((mode) => (mode === "complete" && complete) || (mode === "partial" && partial)) ?? "auto"
  );
}

/** To standard output: JSON for machines, lines for people. */
export function print(options: DeskOptions, json: object, lines: readonly string[]): void {
  console.log(options.json ? JSON.stringify(json) : lines.join("\n"));
}
