import { type Command, Option } from "commander";
import { awaitDelivery } from "./await-delivery.ts";
import { normaliseContext } from "./context.ts";
import { describeFile } from "./describe-file.ts";
import { describeReview } from "./describe-review.ts";
import { type FileOptions, fileOptions, print, readingOf, serverOptions } from "./desk-options.ts";
import type { InputReading } from "./inputs.ts";
import { stageLedger } from "./ledger.ts";
import { lock } from "./lock.ts";
import { stageRecords } from "./records.ts";
import { writeRejected } from "./rejected.ts";
import { deskClient } from "./server.ts";
import { say } from "./terminal.ts";
import { EXIT_CODES, type Outcome, publishUnattended } from "./unattended.ts";
import { withInputs } from "./with-inputs.ts";

interface PublishOptions extends FileOptions {
  note?: string;
  override?: string;
  unattended?: true;
}

/** From files to an edition. */
export function stageCommands(program: Command): void {
  fileOptions(serverOptions(program.command("stage")))
    .description("uploads for review; an interrupted upload resumes where it stopped")
    .argument("<file...>", "a ledger of published figures, or dumps of court records in any supported format")
    .action((paths: string[], options: FileOptions) =>
      withInputs(paths, async (reading) => {
        if (!(await acceptable(reading, options))) return;
        const { id } = await stage(reading, options);
        const preview = await deskClient(options).preview(id);
        print(options, preview, [
          ...describeReview(preview, options.all ? "all" : "short"),
          `Staged as batch ${id}. Publish it with: npm run desk -- publish ${id}`,
        ]);
      }),
    );

  fileOptions(serverOptions(program.command("publish")))
    .description("publishes a staged batch, or stages and publishes files, as a new edition")
    .argument("<batch-or-file...>", "the id that stage printed, or files")
    .option("--note <text>", "what is new in this edition, for the list of editions", "")
    .option("--override <reason>", "publish despite the check's objections; the reason is recorded")
    .addOption(
      new Option(
        "--unattended",
        "for schedules: exit 0 published, 3 nothing new, 4 held for a person, 1 refused; one at a time",
      ).conflicts("override"),
    )
    .action(async (targets: string[], options: PublishOptions) => {
      if (options.unattended) return publishAlone(targets, options);
      const [batch] = targets;
      if (targets.length === 1 && batch && /^[0-9a-f]{16}$/.test(batch)) return publish(batch, options);
      await withInputs(targets, async (reading) => {
        if (!(await acceptable(reading, options))) return;
        const { id } = await stage(reading, options);
        const seen = describeReview(await deskClient(options).preview(id), options.all ? "all" : "short");
        for (const line of seen) say(line);
        await publish(id, options);
      });
    });
}

/** Asks nobody anything: whatever happens is an outcome with an exit code. */
async function publishAlone(paths: string[], options: PublishOptions): Promise<void> {
  const end = (outcome: Outcome) => {
    print(options, outcome, [outcome.text]);
    process.exitCode = EXIT_CODES[outcome.outcome];
  };
  try {
    const desk = deskClient(options);
    const { release } = await lock(desk.origin);
    try {
      await withInputs(paths, async (reading) => {
        if (!(await acceptable(reading, options))) {
          return end({ outcome: "refused", text: "Refused: files can't be used as they are, see above." });
        }
        const { note = "" } = options;
        end(await publishUnattended(desk, () => stage(reading, options), note, say));
      });
    } finally {
      release();
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    end({ outcome: "refused", text: `Refused: ${error.message}` });
  }
}

function stage({ reports, figures, parts }: InputReading, options: FileOptions): Promise<{ id: string }> {
  const desk = deskClient(options);
  return figures
    ? stageLedger(desk, figures, reports)
    : stageRecords(desk, parts, readingOf(options), reports);
}

async function publish(batch: string, options: PublishOptions): Promise<void> {
  const { note = "", override } = options;
  const desk = deskClient(options);
  const published = await desk.publish(batch, { note, ...(override && { override }) });
  const line = await awaitDelivery(desk, published, `Published edition ${published.edition.id}.`, say);
  print(options, { edition: published.edition }, [line]);
}

/** Whether files without bad rows, or with leave to skip them, may be staged; says so and writes the bad ones down. */
async function acceptable({ reports }: InputReading, options: FileOptions): Promise<boolean> {
  for (const report of reports) say(describeFile(report));
  const refused = reports.filter(({ refused }) => refused);
  if (refused.length > 0) {
    say(`Nothing was staged: ${refused.map(({ file }) => file).join(", ")} can't be used at all; see above.`);
    process.exitCode = 1;
    return false;
  }
  const bad = reports.filter(({ rejectedRows }) => rejectedRows > 0);
  if (bad.length === 0) return true;
  if (options.skipBadRows) {
    for (const report of bad) {
      say(
        `Rejected rows of ${report.file} were written to ${await writeRejected(report, normaliseContext())}.`,
      );
    }
    return true;
  }
  say("Nothing was staged. Correct the rows above, or leave them out with --skip-bad-rows.");
  process.exitCode = 1;
  return false;
}
