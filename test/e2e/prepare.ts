import { cpSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { localState, localToken, migrate } from "../../worker/cli/local.ts";
import { startNewsroom, stateFolder } from "./newsroom.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder of data to copy: the tables, a token, the ledger's edition. */
    prepared: string;
    /** A newsroom for all whose tests only read. */
    readers: string;
  }
}

/** Once for all files: makes the data that a first start makes, and starts the newsroom of all who only read. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const prepared = stateFolder();
  const state = localState(prepared.folder, false);
  await migrate(state);
  await localToken(state);
  const first = await startNewsroom(prepared.folder, { args: ["--again"] });
  await first.stop();

  const read = stateFolder();
  cpSync(prepared.folder, read.folder, { recursive: true });
  const readers = await startNewsroom(read.folder, { args: ["--again"] });
  project.provide("prepared", prepared.folder);
  project.provide("readers", readers.origin);
  return async () => {
    await readers.stop();
    read.remove();
    prepared.remove();
  };
}
