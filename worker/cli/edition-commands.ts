import type { Command } from "commander";
import { awaitDelivery } from "./await-delivery.ts";
import { describeReview } from "./describe-review.ts";
import { type DeskOptions, print, serverOptions } from "./desk-options.ts";
import { writeExport } from "./export.ts";
import { deskClient } from "./server.ts";
import { say } from "./terminal.ts";

/** What is done with what is published: taken back, added to, withdrawn, redacted, written out. */
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

  serverOptions(program.command("add"))
    .description("adds a note to an edition, for everybody to read and for good; its own note stays as it is")
    .argument("<edition>", "id of the edition, as in 2025-06-30.1")
    .argument("<text>", "what is to be said of it; it is public, so give no names")
    .action(async (edition: string, text: string, options: DeskOptions) => {
      const added = await deskClient(options).add(edition, text);
      const wait = added.delivered ? "" : " Readers get it within five minutes.";
      print(options, added, [`Added to edition ${edition}.${wait}`]);
    });

  serverOptions(program.command("withdraw"))
    .description("withdraws a record that was wrong from the start, as a new edition; --restore puts it back")
    .argument("<case>", "its УИД, or court and number as in 77GV0007:1-44/2024")
    .requiredOption("--reason <text>", "why; it is public, so give no names")
    .option("--defendant <n>", "only this defendant (default: everyone in the case)", Number)
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
        const done = `Published edition ${edition.id}: ${records} ${records === 1 ? "record" : "records"} ${restore ? "put back" : "withdrawn"}.`;
        print(options, { edition, records }, [await awaitDelivery(desk, published, done, say)]);
      },
    );

  serverOptions(program.command("redact"))
    .description("removes the names of imported files from editions that still hold them; no number changes")
    .action(async (options: DeskOptions) => {
      const { editions } = await deskClient(options).redact();
      const said =
        editions.length === 0
          ? "No edition holds the name of an imported file."
          : `Redacted: ${editions.join(", ")}.`;
      print(options, { editions }, [said]);
    });

  serverOptions(program.command("export"))
    .description("writes all current cases to standard output, as the desk's own CSV")
    .action((options: DeskOptions) => writeExport(deskClient(options), process.stdout));
}
