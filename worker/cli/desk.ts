/** `npm run desk -- …`: the data desk's commands. */

import { Command, Option } from "commander";
import type { CoveredDays } from "../contract/covered-days.ts";
import type { HeadlineChange } from "../contract/headline-change.ts";
import { BATCH_MODES, type BatchRequest } from "../contract/imports.ts";
import type { Objection } from "../contract/objection.ts";
import type { ShareChange } from "../contract/share-change.ts";
import { ROLES, type Role } from "../contract/tokens.ts";
import { awaitDelivery } from "./await-delivery.ts";
import { Refused, Unreachable } from "./client.ts";
import { normaliseContext } from "./context.ts";
import { readCovers } from "./covers.ts";
import { writeExport } from "./export.ts";
import { type InputReading, readInputs, sizeOf } from "./inputs.ts";
import { stageLedger } from "./ledger.ts";
import { checkRecords, type Reading, stageRecords } from "./records.ts";
import { writeRejected } from "./rejected.ts";
import { deskClient, type ServerOptions } from "./server.ts";
import {
  describeDiff,
  describeFigures,
  describeFile,
  describeGuard,
  describeHeadlines,
  progress,
  say,
} from "./terminal.ts";

interface FileOptions extends ServerOptions {
  json?: true;
  cases?: true;
  skipBadRows?: true;
  complete?: true;
  partial?: true;
  note?: string;
  override?: string;
  readOn?: string;
  covers?: CoveredDays[];
}

const program = new Command("desk")
  .description("Checks, stages, publishes and takes back what the counter counts.")
  .showHelpAfterError()
  .configureHelp({ showGlobalOptions: true });

const server = (command: Command) =>
  command
    .option("--url <url>", "the deployment (DESK_URL; default: the local server)")
    .option("--token <token>", "a desk token (DESK_TOKEN; default: the local server's)")
    .option("--json", "print JSON for machines");

const files = (command: Command) =>
  server(command)
    .argument("<file...>", "a ledger of published figures, or dumps of court records in any known format")
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
    );

files(program.command("check"))
  .description("validates, prints what would change; writes nothing")
  .option("--cases", "print the normalised cases as NDJSON; asks no server")
  .action((paths: string[], options: FileOptions) => withInputs(paths, (reading) => check(reading, options)));

files(program.command("stage"))
  .description("uploads for review; a broken upload goes on where it stopped")
  .action((paths: string[], options: FileOptions) =>
    withInputs(paths, async (reading) => {
      if (!(await acceptable(reading, options))) return;
      const { id } = await stage(reading, options);
      const preview = await deskClient(options).preview(id);
      print(options, preview, [
        describeHeadlines(preview.headlines),
        preview.cases ? describeDiff(preview.cases) : describeFigures(preview.figures),
        describeGuard(preview.guard),
        `Staged as batch ${id}. Publish it with: npm run desk -- publish ${id}`,
      ]);
    }),
  );

server(program.command("publish"))
  .description("publishes a staged batch, or stages and publishes files, as a new edition")
  .argument("<batch-or-file...>", "the id that stage printed, or files")
  .option("--note <text>", "what this edition brings, for the list of editions", "")
  .option("--override <reason>", "publish against the guard's objection, for this recorded reason")
  .option("--skip-bad-rows", "with files: go on without the rows that are rejected")
  .addOption(new Option("--complete", "with files: as for check").conflicts("partial"))
  .option("--partial", "with files: as for check")
  .option("--read-on <date>", "with files: as for check")
  .option("--covers <from..to[:courts]>", "with files: as for check", readCovers)
  .action(async (targets: string[], options: FileOptions) => {
    const [batch] = targets;
    if (targets.length === 1 && batch && /^[0-9a-f]{16}$/.test(batch)) return publish(batch, options);
    await withInputs(targets, async (reading) => {
      if (!(await acceptable(reading, options))) return;
      await publish((await stage(reading, options)).id, options);
    });
  });

server(program.command("revert"))
  .description("publishes the state of an earlier edition as a new one")
  .argument("<edition>", "id of the edition to go back to, as in 2025-06-30.1")
  .requiredOption("--note <text>", "why; recorded with the new edition")
  .action(async (edition: string, options: FileOptions & { note: string }) => {
    const desk = deskClient(options);
    const reverted = await desk.revert(edition, options.note);
    const done = `Published edition ${reverted.edition.id} with the state of ${edition}.`;
    print(options, { edition: reverted.edition }, [await awaitDelivery(desk, reverted, done, say)]);
  });

server(program.command("withdraw"))
  .description("takes a record out that was never what it says, as a new edition; --restore puts it back")
  .argument("<case>", "its УИД, or court and number as in 77GV0007:1-44/2024")
  .requiredOption("--reason <text>", "why; everybody can read it: write no name")
  .option("--defendant <n>", "one defendant alone (default: all of the case)", Number)
  .option("--restore", "put back what was withdrawn")
  .action(
    async (named: string, options: FileOptions & { reason: string; defendant?: number; restore?: true }) => {
      const { reason, defendant, restore } = options;
      const [court_code = "", case_number] = named.split(":");
      const which = case_number === undefined ? { case_uid: named } : { court_code, case_number };
      const request = { ...which, reason, ...(defendant && { defendant }), ...(restore && { restore }) };
      const desk = deskClient(options);
      const published = await desk.withdraw(request);
      const { edition, records } = published;
      const done = `Published edition ${edition.id}: ${records} records ${restore ? "put back" : "withdrawn"}.`;
      print(options, { edition, records }, [await awaitDelivery(desk, published, done, say)]);
    },
  );

server(program.command("redact"))
  .description("takes the names of imported files out of editions that still hold some; no number changes")
  .action(async (options: FileOptions) => {
    const { editions } = await deskClient(options).redact();
    const said =
      editions.length === 0 ? "No edition holds the name of a file." : `Redacted: ${editions.join(", ")}.`;
    print(options, { editions }, [said]);
  });

server(program.command("export"))
  .description("writes all cases in force as the desk's own CSV to standard output")
  .action((options: FileOptions) => writeExport(deskClient(options), process.stdout));

const token = program.command("token").description("makes, lists and revokes tokens (admin)");
server(token.command("create"))
  .requiredOption("--label <text>", "what it is for")
  .addOption(new Option("--role <role>", "what it may do").choices(ROLES).makeOptionMandatory())
  .option("--days <n>", "days until it expires", Number, 365)
  .action(async (options: FileOptions & { label: string; role: Role; days: number }) => {
    const { label, role, days } = options;
    const made = await deskClient(options).createToken({ label, role, days });
    print(options, made, [
      `${made.secret}`,
      `Token ${made.id}, ${role}, until ${made.expires_at}. It is shown this once.`,
    ]);
  });
server(token.command("list")).action(async (options: FileOptions) => {
  const { tokens } = await deskClient(options).tokens();
  const lines = tokens.map(
    ({ id, role, label, expires_at, revoked_at, last_used_on }) =>
      `${id}  ${role}  ${label}  ${revoked_at ? `revoked ${revoked_at}` : `until ${expires_at}`}  last used ${last_used_on ?? "never"}`,
  );
  print(options, { tokens }, lines);
});
server(token.command("revoke"))
  .argument("<id>", "the token's id, from token list")
  .action(async (id: string, options: FileOptions) => {
    await deskClient(options).revokeToken(id);
    print(options, { revoked: id }, [`Token ${id} is revoked.`]);
  });

// Whoever reads the output may have seen enough of it, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof Error)) throw error;
  say(error instanceof Refused ? `Refused: ${error.message}` : error.message);
  process.exitCode = 1;
});

async function withInputs(
  paths: readonly string[],
  use: (reading: InputReading) => Promise<void>,
): Promise<void> {
  const bar = progress("Reading", await sizeOf(paths).catch(() => 0));
  const reading = await readInputs(paths, normaliseContext(), bar.add);
  bar.end();
  try {
    await use(reading);
  } finally {
    reading.parts?.close();
  }
}

async function check(reading: InputReading, options: FileOptions): Promise<void> {
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
  const compared = await compare(reading, options).catch((error: unknown) => {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    say(`Checked the files alone: ${error.message}`);
    if (error instanceof Refused) process.exitCode = 1;
    return null;
  });
  const json = {
    files: reports.map(({ file, format, rows, cases, rejected, keptOut, warnings }) => ({
      ...{ file, format, rows, cases, rejected },
      kept_out: keptOut,
      warnings,
    })),
    headlines: compared?.headlines ?? [],
    changes: compared?.changes ?? [],
    shares: compared?.shares ?? [],
    guard: compared?.guard ?? [],
    compared: compared !== null,
  };
  print(options, json, [
    ...reports.map(describeFile),
    ...(compared
      ? [describeHeadlines(compared.headlines), compared.text, describeGuard(compared.guard)]
      : []),
  ]);
}

interface Compared {
  headlines: HeadlineChange[];
  changes: object[];
  shares: ShareChange[];
  guard: Objection[];
  text: string;
}

async function compare({ figures, parts }: InputReading, options: FileOptions): Promise<Compared> {
  const desk = deskClient(options);
  if (figures) {
    const { figures: changes, guard, headlines } = await desk.checkFigures(figures);
    return { changes, shares: [], guard, headlines, text: describeFigures(changes) };
  }
  const { diff, guard, headlines } = await checkRecords(desk, parts, readingOf(options));
  return { changes: diff.changes, shares: diff.shares ?? [], guard, headlines, text: describeDiff(diff) };
}

function readingOf(options: FileOptions): Reading {
  const { readOn: read_on, covers } = options;
  return { mode: modeOf(options), read_on, ...(covers && { covers }) };
}

function stage({ reports, figures, parts }: InputReading, options: FileOptions): Promise<{ id: string }> {
  const desk = deskClient(options);
  return figures
    ? stageLedger(desk, figures, reports)
    : stageRecords(desk, parts, readingOf(options), reports);
}

async function publish(batch: string, options: FileOptions): Promise<void> {
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
    say(
      `Nothing was staged: ${refused.map(({ file }) => file).join(", ")} can't be used as a whole, see above.`,
    );
    process.exitCode = 1;
    return false;
  }
  const bad = reports.filter(({ rejectedRows }) => rejectedRows > 0);
  if (bad.length === 0) return true;
  if (options.skipBadRows) {
    for (const report of bad) {
      say(`Bad rows of ${report.file} are in ${await writeRejected(report, normaliseContext())}.`);
    }
    return true;
  }
  say("Nothing was staged. Correct the rows above, or go on without them: --skip-bad-rows.");
  process.exitCode = 1;
  return false;
}

function modeOf({ complete, partial }: FileOptions): BatchRequest["mode"] {
  return (
    BATCH_MODES.find((mode) => (mode === "complete" && complete) || (mode === "partial" && partial)) ?? "auto"
  );
}

function print(options: FileOptions, json: object, lines: readonly string[]): void {
  console.log(options.json ? JSON.stringify(json) : lines.join("\n"));
}
