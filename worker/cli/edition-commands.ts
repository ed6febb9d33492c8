import type { Command } from "commander";
import { awaitDelivery } from "./await-delivery.ts";
import { describeReview } from "./describe-review.ts";
import { type DeskOptions, print, serverOptions } from "./desk-options.ts";
import { writeExport } from "./export.ts";
import { deskClient } from "./server.ts";
import { say } from "./terminal.ts";

/** What is done with what is published: taken back, withdrawn, redacted, written out. */
export function editionCommands(program: Command): void {
  serverOptions(program.command("revert"))
    .description("publishes the state of an earlier edition as a new one")
    .argument("<edition>", "id of the edition to go back to, as in 2025-06-30.1")
    .requiredOption("--note <text>", "why; recorded with the new edition")
    .action(async (edition: string, options: DeskOptions & { note: string }) => {
      const desk = deskClient(options);
      const reverted = await desk.revert(edition, options.note);
      const done = `Published edition ${reverted.edition.id} with the state of ${edition}.`;
      print(options, { edition: reverted.edition }, [await awaitDelivery(desk, reverted, done, say)]);
    });

  serverOptions(program.command("withdraw"))
    .description("takes a record out that was never what it says, as a new edition; --restore puts it back")
    .argument("<case>", "its УИД, or court and number as in 77GV0007:1-44/2024")
    .requiredOption("--reason <text>", "why; everybody can read it: write no name")
    .option("--defendant <n>", "one defendant alone (default: all of the case)", Number)
    .option("--restore", "put back what was withdrawn")
    .action(
      async (
        named: string,
        options: DeskOptions & { reason: string; defendant?: number; restore?: true },
      ) => {
        const { reason, defendant, restore } = options;
        const [court_code = "", case_number] = named.split(":");
        const which = case_number === undefined ? { case_uid: named } : { court_code, case_number };
        const request = { ...which, reason, ...(defendant && { defendant }), ...(restore && { restore }) };
        const desk = deskClient(options);
        const { batch, records } = await desk.stageWithdrawal(request);
        for (const line of describeReview(await desk.preview(batch.id), "short")) say(line);
        const published = await desk.publish(batch.id, { note: reason, override: reason });
        const { edition } = published;
        const done = `Published edition ${edition.id}: ${records} records ${restore ? "put back" : "withdrawn"}.`;
        print(options, { edition, records }, [await awaitDelivery(desk, published, done, say)]);
      },
    );

  serverOptions(program.command("redact"))
    .description("takes the names of imported files out of editions that still hold some; no number changes")
    .action(async (options: DeskOptions) => {
      const { editions } = await deskClient(options).redact();
      const said =
        editions.length === 0 ? "No edition holds the name of a file." : `Redacted: ${editions.join(", ")}.`;
      print(options, { editions }, [said]);
    });

  serverOptions(program.command("export"))
    .description("writes all cases in force as the desk's own CSV to standard output")
    .action((options: DeskOptions) => writeExport(deskClient(options), process.stdout));
}
