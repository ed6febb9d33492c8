/**
 * `npm start`: build, migrate, serve, publish the first edition if there is none, say where everything is. `--again`
 * serves what was built and migrated before; `--var NAME:value` sets a variable of the Worker; `--schedule-every 10` calls
 * its schedule every ten seconds, and not every five minutes.
 */

import { parseArgs } from "node:util";
import { build } from "./build.ts";
import { DeskClient } from "./client.ts";
import { localState, localToken, migrate } from "./local.ts";
import { portToServe } from "./port.ts";
import { publishFiles } from "./publish-files.ts";
import { publishSample } from "./sample.ts";
import { callSchedule, EVERY_S, keepSchedule } from "./schedule.ts";
import { editionAt, serve } from "./serve.ts";
import { LOCAL_SAMPLE_STATE, LOCAL_STATE } from "./server.ts";

const LEDGER = "worker/data/published-figures.csv";

const { sample, again, variables, every } = options();
const port = await portToServe(process.env.PORT).catch(({ message }: Error) => {
  console.error(message);
  process.exit(1);
});
const state = localState(process.env.STATE_DIR ?? (sample ? LOCAL_SAMPLE_STATE : LOCAL_STATE), sample);

if (!again) {
  await build();
  console.log("Preparing the local database …");
  await migrate(state);
}
const token = await localToken(state);
const { origin, edition, stop } = await serve(state, port, variables);
try {
  // A database that was restored from a copy has editions that readers don't have yet.
  if (edition === null) await callSchedule(origin);
  if (edition === null && (await editionAt(origin)) === null) {
    const desk = new DeskClient(origin, token);
    console.log("Publishing the ledger of published figures …");
    await publishFiles(desk, [LEDGER], { note: "The ledger of published figures", mode: "complete" });
    if (sample) await publishSample(desk);
  }
} catch (error) {
  stop();
  throw error;
}
keepSchedule(origin, every);
console.log(`
  Demo page     ${origin}/${sample ? "   (generated records, marked as a sample)" : ""}
  The studio    ${origin}/studio
  The endpoint  ${origin}/v1/summary
  The element   ${origin}/embed/v1.js
  Health        ${origin}/v1/health
  Desk token    ${token}

  Stop with Ctrl+C; the data stay in ${state.folder}.`);

function options(): { sample: boolean; again: boolean; variables: string[]; every: string } {
  const { values } = parseArgs({
    options: {
      sample: { type: "boolean", default: false },
      again: { type: "boolean", default: false },
      var: { type: "string", multiple: true, default: [] },
      "schedule-every": { type: "string", default: EVERY_S },
    },
  });
  const { sample, again, var: variables, "schedule-every": every } = values;
  return { sample, again, variables, every };
}
