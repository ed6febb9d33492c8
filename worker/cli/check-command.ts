import type { Command } from "commander";
import { Refused, Unreachable } from "./client.ts";
import { describeFile } from "./describe-file.ts";
import { describeReview, type Reviewed } from "./describe-review.ts";
import { type FileOptions, fileOptions, print, readingOf, serverOptions } from "./desk-options.ts";
import type { InputReading } from "./inputs.ts";
import { checkRecords } from "./records.ts";
import { deskClient } from "./server.ts";
import { say } from "./terminal.ts";
import { withInputs } from "./with-inputs.ts";

interface CheckOptions extends FileOptions {
  cases?: true;
}

export function checkCommand(program: Command): void {
  fileOptions(serverOptions(program.command("check")))
    .description("validates files and prints what would change; writes nothing")
    .argument("<file...>", "a ledger of published figures, or dumps of court records in any supported format")
    .option("--cases", "print the normalised cases as NDJSON, without contacting a server")
    .action((paths: string[], options: CheckOptions) =>
      withInputs(paths, (reading) => check(reading, options)),
    );
}

async function check(reading: InputReading, options: CheckOptions): Promise<void> {
  const { reports } = reading;
  const bad = reports.some(({ rejectedRows }) => rejectedRows > 0);
  const refused = reports.some(({ refused }) => refused);
  if (refused || (bad && !options.skipBadRows)) process.exitCode = 1;
  if (options.cases) {
    for (const report of reports) say(describeFile(report));
    if (refused) return;
    for (const row of reading.figures ?? reading.parts.cases())
      process.stdout.write(`${JSON.stringify({ ...row, cards: undefined, by_hand: undefined })}\n`);
    return;
  }
  const review = await compare(reading, options).catch((error: unknown) => {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    say(`Only the files were checked: ${error.message}`);
    if (error instanceof Refused) process.exitCode = 1;
    return null;
  });
  const { changes = [], shares = [], covered, uncovered } = review?.cases ?? {};
  const json = {
    files: reports.map(({ file, format, rows, cases, rejected, keptOut, warnings }) => ({
      ...{ file, format, rows, cases, rejected },
      kept_out: keptOut,
      warnings,
    })),
    headlines: review?.headlines ?? [],
    changes: review && !review.cases ? review.figures : changes,
    shares,
    ...(review?.cases && { covered, uncovered }),
    guard: review?.guard ?? [],
    compared: review !== null,
  };
  const length = options.all ? "all" : "short";
  print(options, json, [...reports.map(describeFile), ...(review ? describeReview(review, length) : [])]);
}

async function compare({ figures, parts }: InputReading, options: FileOptions): Promise<Reviewed> {
  const desk = deskClient(options);
  if (figures) return { cases: null, ...(await desk.checkFigures(figures)) };
  const { diff, ...review } = await checkRecords(desk, parts, readingOf(options));
  return { figures: [], cases: diff, ...review };
}
