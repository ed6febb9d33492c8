/** `npm run desk -- …`: the data desk's commands. */

import { Command } from "commander";
import { checkCommand } from "./check-command.ts";
import { Refused } from "./client.ts";
import { editionCommands } from "./edition-commands.ts";
import { stageCommands } from "./stage-commands.ts";
import { say } from "./terminal.ts";
import { tokenCommands } from "./token-commands.ts";

const program = new Command("desk")
  .description("Checks, stages, publishes and reverts the counter’s data.")
  .showHelpAfterError()
  .configureHelp({ showGlobalOptions: true });

checkCommand(program);
stageCommands(program);
editionCommands(program);
tokenCommands(program);

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
