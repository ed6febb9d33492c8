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
    .option("--url <url>", "the deployment (DESK_URL; default: the local server)")
    .option("--token <token>", "a desk token (DESK_TOKEN; default: the local server's)")
    .option("--json", "print JSON for machines");
}

/** Options of every command that reads files: how they are to be read. */
export function fileOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--complete",
        "these files hold all records of their courts and days: what is missing has vanished",
      ).conflicts("partial"),
    )
    .option("--partial", "these files are an addition: what is missing in them says nothing")
    .option(
      "--read-on <date>",
      "the day on which the courts' sites were read for these files (default: today)",
    )
    .option(
      "--covers <from..to[:courts]>",
      "of which days the courts' sites were read for these files, of all courts or of some; can be given again (default: as far as records stand close together)",
      readCovers,
    )
    .option(
      "--skip-bad-rows",
      "go on without the rows that are rejected, and write them to FILE.rejected.csv",
    )
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
