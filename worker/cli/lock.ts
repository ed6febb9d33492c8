import { mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sha256Hex } from "../domain/digest.ts";

/** Another process of this user does the same for the same deployment. */
export class Locked extends Error {}

/**
 * Lets one process of this user at a time do something for a deployment. The lock is the operating system's, by SQLite:
 * it ends with the process, however that ends, so that no killed night keeps the next from its work.
 * @throws Locked where another process has it
 */
export async function lock(deployment: string): Promise<{ release: () => void }> {
  const folder = join(process.env.XDG_RUNTIME_DIR ?? tmpdir(), `desertion-stats-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(join(folder, `${(await sha256Hex(deployment)).slice(0, 16)}.lock`), {
    timeout: 0,
  });
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    if (!(error instanceof Error && /locked|busy/i.test(error.message))) throw error;
    throw new Locked(`Another command publishes to ${deployment} from here; this one did nothing.`);
  }
  return { release: () => db.close() };
}
