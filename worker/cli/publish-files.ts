import { awaitDelivery } from "./await-delivery.ts";
import type { DeskClient } from "./client.ts";
import { normaliseContext } from "./context.ts";
import { describeFile } from "./describe-file.ts";
import { readInputs } from "./inputs.ts";
import { stageLedger } from "./ledger.ts";
import { type Reading, stageRecords } from "./records.ts";

/**
 * Stages and publishes files in one go, for a server that is being set up.
 * @returns the id of the edition
 * @throws Error naming the first file with bad rows
 */
export async function publishFiles(
  desk: DeskClient,
  paths: readonly string[],
  order: Reading & { note: string; override?: string },
): Promise<string> {
  const { reports, figures, parts } = await readInputs(paths, normaliseContext(), () => {});
  try {
    const bad = reports.find(({ rejectedRows }) => rejectedRows > 0);
    if (bad) throw new Error(describeFile(bad));
    const { id } = figures
      ? await stageLedger(desk, figures, reports)
      : await stageRecords(desk, parts, { mode: order.mode, read_on: order.read_on }, reports);
    const { note, override } = order;
    const published = await desk.publish(id, { note, ...(override && { override }) });
    await awaitDelivery(desk, published, "", console.log);
    return published.edition.id;
  } finally {
    parts?.close();
  }
}
